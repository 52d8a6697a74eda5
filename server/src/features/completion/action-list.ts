/** What may stand behind a service's colon: its actions in the order of their use, and wildcards that sum some of them up. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Service } from '../../core/catalogue/catalogue.js';
import { memoByObject } from '../../core/memo.js';
import type { Locale } from '../../core/text.js';
import { accessNames, levelMark } from '../explain/words.js';
import { actionsByUse, lifting, type Lift, type OrderHints, type PlacedAction } from './action-order.js';
import type { Candidate, CompletionData } from './candidate.js';
import { actionFilter } from './filter-text.js';
import { placed, wildcardsOf, type Wildcard } from './wildcards.js';

/**
 * The candidates. All but those that the statement lifts are the same objects from list to list, so that their items are made once; `restricted`: the
 * statement names resources, so what cannot be restricted to some goes behind.
 */
export function actionList(
  service: Service,
  hints: OrderHints,
  restricted: boolean,
  locale: Locale,
): readonly Candidate[] {
  const { actions, wildcards } = listOf(service, restricted, locale);
  const present = new Set(hints.present);
  const lift = lifting(hints);
  const candidates: Candidate[] = [];
  for (const { action, candidate } of actions) {
    if (present.has(candidate.label)) continue;
    const lifted = candidate.order === 'first' ? lift(action) : undefined;
    candidates.push(lifted ? { ...candidate, rank: liftedRank(lifted, candidate.rank) } : candidate);
  }
  for (const wildcard of wildcards)
    if (!present.has(wildcard.candidate.label)) candidates.push(placed(wildcard, present));
  return candidates;
}

/** No service has so many actions: twice as many places for each kind leave one for a wildcard behind each action. */
const mostActions = 1000;

/** Where each kind of action begins in a list. */
const starts = {
  same: 0,
  elsewhere: 2 * mostActions,
  used: 4 * mostActions,
  alike: 6 * mostActions,
  other: 8 * mostActions,
  all: 10 * mostActions - 2,
  gone: 10 * mostActions - 1,
} as const;

/** Lifted actions keep their order among themselves. */
const liftedRank = (lift: Lift, rank: number): number => starts[lift] + (rank % (2 * mostActions));

interface BaseAction {
  readonly action: PlacedAction;
  readonly candidate: Candidate & { readonly rank: number };
}

interface BaseList {
  readonly actions: readonly BaseAction[];
  readonly wildcards: readonly Wildcard[];
}

/** Lists by locale and whether the statement names resources. */
const listsOf = memoByObject<Service, Map<string, BaseList>>(() => new Map());

function listOf(service: Service, restricted: boolean, locale: Locale): BaseList {
  const lists = listsOf(service);
  const key = `${locale} ${String(restricted)}`;
  const known = lists.get(key);
  if (known) return known;
  const data: CompletionData = { about: 'action', service: service.data.service };
  const actions = actionsByUse(service).map((action, place) => ({
    action,
    candidate: actionCandidate(action, 2 * place, data, restricted, locale),
  }));
  const list = {
    actions,
    wildcards: wildcardsOf(
      service,
      actions.map(({ candidate }) => candidate),
      starts.all,
      data,
      locale,
    ),
  };
  lists.set(key, list);
  return list;
}

function actionCandidate(
  { action, isUsed }: PlacedAction,
  place: number,
  data: CompletionData,
  restricted: boolean,
  locale: Locale,
): Candidate & { readonly rank: number } {
  const { name, access, level, facts } = action;
  const gone = facts?.status !== undefined;
  return {
    label: name,
    filter: actionFilter(action, locale),
    kind: CompletionItemKind.Function,
    description: `${accessNames[access][locale]} ${levelMark(level, locale)}`,
    order: gone || (restricted && level?.level === 'operation') ? 'last' : 'first',
    rank: gone ? starts.gone : (isUsed ? starts.used : starts.other) + place,
    data,
    ...(gone && { deprecated: true }),
  };
}
