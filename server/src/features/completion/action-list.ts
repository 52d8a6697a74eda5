/** What may stand behind a service's colon: its actions in the order of their use, and wildcards that sum some of them up. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { memoByObject } from '../../core/memo.js';
import type { Locale } from '../../core/text.js';
import { accessNames, levelMark } from '../explain/words.js';
import { actionFilter } from './filter-text.js';
import { orderedActions, type OrderHints } from './action-order.js';
import { withWildcards } from './wildcards.js';
import type { Candidate, CompletionData } from './candidate.js';

/** The list of a service that was asked for last, and what it was made for. */
interface Kept {
  key?: string;
  list: readonly Candidate[];
}

const keptOf = memoByObject<Service, Kept>(() => ({ list: [] }));

/** The candidates in their order. Whatever is typed at a place, they are the same objects, so that their items are made once. */
export function actionList(service: Service, hints: OrderHints, locale: Locale): readonly Candidate[] {
  const key = [locale, hints.restricted, ...hints.present, '', ...hints.elsewhere].join(' ');
  const kept = keptOf(service);
  if (kept.key !== key) Object.assign(kept, { key, list: makeList(service, hints, locale) } satisfies Kept);
  return kept.list;
}

function makeList(service: Service, hints: OrderHints, locale: Locale): readonly Candidate[] {
  const data: CompletionData = { about: 'action', service: service.data.service };
  const present = new Set(hints.present);
  const ordered = orderedActions(service, hints);
  return withWildcards(
    service,
    ordered.map((action) => ({ action, candidate: actionCandidate(action, data, locale) })),
    data,
    locale,
  )
    .filter(({ label }) => !present.has(label))
    .map((candidate, rank) => ({ ...candidate, rank }));
}

/** An action of the service that `data` names, wherever it stands in the list. */
function actionCandidate(action: Action, data: CompletionData, locale: Locale): Candidate {
  const { name, access, level, facts } = action;
  return {
    label: name,
    filter: actionFilter(action, locale),
    kind: CompletionItemKind.Function,
    description: `${accessNames[access][locale]} ${levelMark(level, locale)}`,
    order: 'first',
    data,
    ...(facts?.status && { deprecated: true }),
  };
}
