/** Completion of the first part of an action: services, and actions by their bare names. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, ServiceSummary } from '../../core/catalogue/catalogue.js';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { memoByObject } from '../../core/memo.js';
import { say, type Locale } from '../../core/text.js';
import { accessNames, levelMark, wildcardText } from '../explain/words.js';
import { orderedActions } from './action-order.js';
import { actionFilter, serviceFilter } from './filter-text.js';
import type { Candidate, CompletionContext, CompletionData, Offer } from './item.js';
import { usedActions } from './used-actions.js';

const data: CompletionData = { about: 'service' };

/**
 * All services: those of this policy first, then those of the workspace, then the most used ones; behind them the most used actions, which
 * are found by their bare names. `name/` is put before them where the policy's other actions have it.
 */
export function completeService(prefix: string, context: CompletionContext): Offer {
  const { catalogue, locale } = context;
  const used = usedActions(context);
  const marker = prefix === '' && used.marked ? 'name/' : '';
  const services = orderedServices(catalogue, used.services).map((summary) =>
    serviceCandidate(summary, marker, locale),
  );
  const description = say(wildcardText.everything, locale);
  const all: Candidate = {
    label: '*',
    kind: CompletionItemKind.Operator,
    description,
    documentation: description,
    order: 'last',
  };
  return {
    candidates: [...services, ...bareActions(used.services, marker, context), all],
    part: { from: prefix.length },
  };
}

const serviceCandidate = (summary: ServiceSummary, marker: string, locale: Locale): Candidate => ({
  label: summary.service,
  text: `${marker}${summary.service}:`,
  filter: serviceFilter(summary),
  kind: CompletionItemKind.Module,
  description: productOf(summary, locale),
  order: 'first',
  goesOn: true,
  data,
});

/** The product's name, unless only its abbreviation is known. */
export const productOf = ({ service, product }: ServiceSummary, locale: Locale): string | undefined =>
  product[locale] === service ? undefined : product[locale];

/** `first` in their order, then the others by use, then shorter ones, then by the alphabet. */
export function orderedServices(catalogue: Catalogue, first: readonly string[]): readonly ServiceSummary[] {
  if (first.length === 0) return byUse(catalogue);
  const places = new Map(first.map((id, place) => [id, place]));
  const [own, others]: [ServiceSummary[], ServiceSummary[]] = [[], []];
  for (const summary of byUse(catalogue)) (places.has(summary.service) ? own : others).push(summary);
  own.sort((a, b) => (places.get(a.service) ?? 0) - (places.get(b.service) ?? 0));
  return [...own, ...others];
}

/** There are not so many services. */
const behindAll = 10_000;

const byUse = memoByObject((catalogue: Catalogue): readonly ServiceSummary[] =>
  [...catalogue.summaries].sort(
    (a, b) =>
      (a.rank ?? behindAll) - (b.rank ?? behindAll) ||
      a.service.length - b.service.length ||
      (a.service < b.service ? -1 : 1),
  ),
);

/** Services whose actions are found by bare names: so many of those in use here, and of those that most policies name. */
const ownServices = 5;
const commonServices = 10;

/** Actions of each of them. */
const fromOwn = 100;
const fromCommon = 30;

/** Actions of the services that matter here, each with its service. Few, and of services that are loaded with the first list: nothing is searched. */
function bareActions(
  used: readonly string[],
  marker: string,
  { catalogue, locale }: CompletionContext,
): readonly Candidate[] {
  const own = used.slice(0, ownServices);
  const common = byUse(catalogue)
    .slice(0, commonServices)
    .flatMap(({ service }) => (own.includes(service) ? [] : service));
  const from = (ids: readonly string[], count: number): readonly Action[] =>
    ids
      .flatMap((id) => catalogue.service(id) ?? [])
      .flatMap((service) => orderedActions(service, noHints).slice(0, count));
  return [...from(own, fromOwn), ...from(common, fromCommon)].map((action) => bareCandidate(action, marker, locale));
}

const noHints = { present: [], elsewhere: new Set<string>(), restricted: false };

function bareCandidate(action: Action, marker: string, locale: Locale): Candidate {
  const { service, access, level } = action;
  const label = `${service.data.service}:${action.name}`;
  return {
    label,
    ...(marker && { text: marker + label }),
    filter: actionFilter(action, locale),
    kind: CompletionItemKind.Function,
    description: `${accessNames[access][locale]} ${levelMark(level, locale)}`,
    order: 'last',
    data: { about: 'action', service: service.data.service },
  };
}
