/** Wildcards among the actions of a service, as candidates. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { isReading } from '../../core/knowledge/reading-part.js';
import type { Locale } from '../../core/text.js';
import { wildcardDetail } from '../explain/words.js';
import type { Candidate, CompletionData } from './candidate.js';

/** What a statement that names resources cannot grant stands behind what it can. */
export const orderOf = ({ level }: Action, restricted: boolean): Candidate['order'] =>
  restricted && level?.level === 'operation' ? 'last' : 'name';

/** The fewest actions that a wildcard is offered for unasked. */
const fewest = 3;

/**
 * `Describe*` and its like, and `*` behind all. One that only reads stands before the names it sums up, any other behind them: nobody should grant
 * more than reading by taking the first that comes.
 */
export function wildcardsOf(
  actions: readonly Action[],
  data: CompletionData,
  restricted: boolean,
  locale: Locale,
): readonly Candidate[] {
  const verbs = new Map<string, Action[]>();
  for (const action of actions) {
    const verb = /^[A-Z][a-z]+(?=[A-Z0-9]|$)/u.exec(action.name)?.[0];
    if (verb === undefined) continue;
    const known = verbs.get(verb);
    if (known) known.push(action);
    else verbs.set(verb, [action]);
  }
  const ofVerb = ([verb, own]: readonly [string, readonly Action[]]): Candidate => {
    const order = own.every((action) => orderOf(action, restricted) === 'last') ? 'last' : 'name';
    const candidate = wildcardCandidate(`${verb}*`, own.length, data, order, locale);
    return own.every(isReading) ? candidate : { ...candidate, sortName: `${verb}~` };
  };
  return [
    ...[...verbs].filter(([, own]) => own.length >= fewest).map(ofVerb),
    wildcardCandidate('*', actions.length, data, 'last', locale),
  ];
}

/** What has been typed as a wildcard, where it is more than the first word of a name and several names begin so. */
export function wordWildcard(service: Service, typed: string, locale: Locale): readonly Candidate[] {
  const pattern = `${typed}*`;
  const count = service.matching(pattern).length;
  if (count < 2 || /^[A-Z][a-z]*$/u.test(typed)) return [];
  return [wildcardCandidate(pattern, count, { about: 'action', service: service.data.service }, 'last', locale)];
}

const wildcardCandidate = (
  pattern: string,
  count: number,
  data: CompletionData,
  order: Candidate['order'],
  locale: Locale,
): Candidate => ({
  label: pattern,
  kind: CompletionItemKind.Operator,
  description: wildcardDetail(count, locale),
  order,
  data,
});
