/** Wildcards among a service's actions: `Describe*` and its like, and `*` behind all. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { isReading } from '../../core/knowledge/reading-part.js';
import { memoByObject } from '../../core/memo.js';
import type { Locale } from '../../core/text.js';
import { wildcardDetail } from '../explain/words.js';
import type { Candidate, CompletionData } from './candidate.js';

interface OrderedAction {
  readonly action: Action;
  readonly candidate: Candidate;
}

/** The fewest actions that a wildcard is offered for unasked. */
const fewest = 3;

/**
 * The actions with the wildcards. One that only reads stands behind the first action that it sums up, any other behind all of them: nobody should
 * grant more than reading by taking the first that comes.
 */
export function withWildcards(
  service: Service,
  ordered: readonly OrderedAction[],
  data: CompletionData,
  locale: Locale,
): readonly Candidate[] {
  const verbs = new Map(verbsOf(service));
  const left = new Map<string, number>();
  for (const { action } of ordered) left.set(verbOf(action), (left.get(verbOf(action)) ?? 0) + 1);
  const candidates = ordered.flatMap(({ action, candidate }) => {
    const verb = verbOf(action);
    const rest = (left.get(verb) ?? 0) - 1;
    left.set(verb, rest);
    const own = verbs.get(verb);
    if (!own || !(own.every(isReading) || rest === 0)) return [candidate];
    verbs.delete(verb);
    return [candidate, wildcardCandidate(`${verb}*`, own.length, data, locale)];
  });
  const gone = candidates.findIndex(({ deprecated }) => deprecated);
  const all = wildcardCandidate('*', service.actions().length, data, locale);
  return gone < 0 ? [...candidates, all] : candidates.toSpliced(gone, 0, all);
}

/** What has been typed as a wildcard, where it is more than the first word of a name and several names begin so. */
export function wordWildcard(service: Service, typed: string, locale: Locale): readonly Candidate[] {
  const pattern = `${typed}*`;
  const count = service.matching(pattern).length;
  if (count < 2 || /^[A-Z][a-z]*$/u.test(typed)) return [];
  const candidate = wildcardCandidate(pattern, count, { about: 'action', service: service.data.service }, locale);
  return [{ ...candidate, order: 'last' }];
}

/** The first word where another one follows; empty where none is. */
const verbOf = ({ name }: Action): string => /^[A-Z][a-z]+(?=[A-Z0-9]|$)/u.exec(name)?.[0] ?? '';

/** The actions of each verb that has enough of them. */
const verbsOf = memoByObject((service: Service): readonly (readonly [verb: string, own: readonly Action[]])[] => {
  const verbs = new Map<string, Action[]>();
  for (const action of service.actions()) {
    const verb = verbOf(action);
    if (verb) verbs.set(verb, [...(verbs.get(verb) ?? []), action]);
  }
  return [...verbs].filter(([, own]) => own.length >= fewest);
});

const wildcardCandidate = (pattern: string, count: number, data: CompletionData, locale: Locale): Candidate => ({
  label: pattern,
  kind: CompletionItemKind.Operator,
  description: wildcardDetail(count, locale),
  order: 'first',
  data,
});
