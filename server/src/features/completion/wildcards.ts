/** Wildcards among a service's actions: `Describe*` and its like, and `*` behind all. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { isReading } from '../../core/knowledge/reading-part.js';
import type { Locale } from '../../core/text.js';
import { wildcardDetail } from '../explain/words.js';
import type { Candidate, CompletionData } from './candidate.js';

/** The fewest actions that a wildcard is offered for unasked. */
const fewest = 3;

export interface Wildcard {
  readonly candidate: Candidate;
  /** Of one that only reads: the actions that it sums up, in their order. */
  readonly behind: readonly Ranked[];
}

type Ranked = Candidate & { readonly rank: number };

/**
 * `Describe*` and its like. One that only reads stands behind the first of the actions that it sums up, any other behind the last: nobody should
 * grant more than reading by taking the first that comes. `*` stands behind all but what is gone, at the rank `all`.
 */
export function wildcardsOf(
  service: Service,
  actions: readonly Ranked[],
  all: number,
  data: CompletionData,
  locale: Locale,
): readonly Wildcard[] {
  const wildcards = verbsOf(service).map(([verb, own]): Wildcard => {
    const members = actions.filter(({ label }) => own.has(label));
    const granted = members.filter(({ order }) => order === 'first');
    const places = granted.length > 0 ? granted : members;
    const reads = [...own.values()].every(isReading);
    const candidate = wildcardCandidate(`${verb}*`, own.size, data, locale);
    return { candidate: behind(candidate, reads ? places[0] : places.at(-1)), behind: reads ? places : [] };
  });
  const everything = wildcardCandidate('*', service.actions().length, data, locale);
  return [...wildcards, { candidate: { ...everything, order: 'last', rank: all }, behind: [] }];
}

const behind = (candidate: Candidate, place: Ranked | undefined): Candidate =>
  place ? { ...candidate, order: place.order, rank: place.rank + 1 } : candidate;

/** The wildcard behind the first of its actions that is not `present`. */
export function placed({ candidate, behind: places }: Wildcard, present: ReadonlySet<string>): Candidate {
  const first = places.find(({ label }) => !present.has(label));
  return first === undefined || first === places[0] ? candidate : behind(candidate, first);
}

/** What has been typed as a wildcard, where it is more than the first word of a name and several names begin so. */
export function wordWildcard(service: Service, typed: string, locale: Locale): readonly Candidate[] {
  const pattern = `${typed}*`;
  const count = service.matching(pattern).length;
  if (count < 2 || /^[A-Z][a-z]*$/u.test(typed)) return [];
  const candidate = wildcardCandidate(pattern, count, { about: 'action', service: service.data.service }, locale);
  return [{ ...candidate, order: 'last' }];
}

/** The actions of each verb that has enough of them, by name. */
function verbsOf(service: Service): readonly (readonly [verb: string, own: ReadonlyMap<string, Action>])[] {
  const verbs = new Map<string, Map<string, Action>>();
  for (const action of service.actions()) {
    const verb = /^[A-Z][a-z]+(?=[A-Z0-9]|$)/u.exec(action.name)?.[0];
    if (verb === undefined) continue;
    const own = verbs.get(verb) ?? new Map<string, Action>();
    verbs.set(verb, own.set(action.name, action));
  }
  return [...verbs].filter(([, own]) => own.size >= fewest);
}

const wildcardCandidate = (pattern: string, count: number, data: CompletionData, locale: Locale): Candidate => ({
  label: pattern,
  kind: CompletionItemKind.Operator,
  description: wildcardDetail(count, locale),
  order: 'first',
  data,
});
