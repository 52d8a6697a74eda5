/** Completion of the first part of an action: services, and actions by their bare names. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Catalogue, Service, ServiceSummary } from '../../core/catalogue/catalogue.js';
import { commonlyUsed } from '../../core/knowledge/bare-action.js';
import { memoByObject } from '../../core/memo.js';
import { say, type Locale } from '../../core/text.js';
import { accessNames, levelMark, wildcardText } from '../explain/words.js';
import { actionsByUse, unranked } from './action-order.js';
import { actionFilter, serviceFilter } from './filter-text.js';
import type { Candidate, CompletionContext, CompletionData, Offer } from './candidate.js';
import { isChineseWord, isLatinWord, isUndecided, wordStart } from './typed-word.js';
import { usedActions } from './used-actions.js';

const data: CompletionData = { about: 'service' };

/** The list that was asked for last, and what it was made for. */
interface Kept {
  key?: string;
  list: readonly Candidate[];
}

const keptOf = memoByObject<Catalogue, Kept>(() => ({ list: [] }));

/**
 * All services: those of this policy first, then those of the workspace, then the most used ones; behind them actions, which are found by their bare
 * names: the most used ones, and those in which a word begins as is `typed`. `name/` is put before them where the policy's other actions have it.
 */
export function completeService(prefix: string, typed: string, context: CompletionContext): Offer {
  const { catalogue, locale } = context;
  const used = usedActions(context);
  const marker = prefix === '' && used.marked ? 'name/' : '';
  const key = [locale, marker, ...used.services].join(' ');
  const kept = keptOf(catalogue);
  if (kept.key !== key) Object.assign(kept, { key, list: makeList(used.services, marker, context) } satisfies Kept);
  const more = typedActions(typed, used.services, kept.list, marker, context);
  // The next letter may make a word the whole name of an action, which any service may have.
  const incomplete = isUndecided(typed) || isLatinWord(typed);
  return { candidates: [...kept.list, ...more], part: { from: prefix.length }, incomplete };
}

/** More actions with a word are not offered at once. */
const mostTyped = 100;

/** The actions that what is typed brings beside those that are `listed`. */
function typedActions(
  typed: string,
  used: readonly string[],
  listed: readonly Candidate[],
  marker: string,
  { catalogue, locale }: CompletionContext,
): readonly Candidate[] {
  const known = new Set(listed.map(({ label }) => label));
  return [...actionsWith(typed, used, catalogue, locale)]
    .filter(({ service, name }) => !known.has(`${service.data.service}:${name}`))
    .slice(0, mostTyped)
    .map((action, index) => ({
      ...bareCandidate(action, marker, locale, isLatinWord(typed) ? action.name : undefined),
      rank: listed.length + index,
    }));
}

/**
 * The actions of the services that matter here in which a word begins as is typed, and those of all services of which it is the whole name: by names alone,
 * for which no sentence has to be read. A Chinese word is searched in the sentences of the services that are in use here.
 */
function actionsWith(
  typed: string,
  used: readonly string[],
  catalogue: Catalogue,
  locale: Locale,
): ReadonlySet<Action> {
  const own = ownOf(used, catalogue);
  if (isChineseWord(typed))
    return new Set(
      own.flatMap((service) => service.actions().filter((action) => actionFilter(action, locale).includes(typed))),
    );
  if (!isLatinWord(typed)) return new Set();
  const lower = typed.toLowerCase();
  const services = [...new Set([...own, ...commonlyUsed(catalogue)])];
  const found = services.flatMap((service) => service.actions().filter(({ name }) => wordStart(name, lower) >= 0));
  return new Set([...found, ...catalogue.actionsNamed(typed)]);
}

const ownOf = (used: readonly string[], catalogue: Catalogue): readonly Service[] =>
  used.slice(0, ownServices).flatMap((id) => catalogue.service(id) ?? []);

function makeList(used: readonly string[], marker: string, context: CompletionContext): readonly Candidate[] {
  const { catalogue, locale } = context;
  const services = orderedServices(catalogue, used).map((summary) => serviceCandidate(summary, marker, locale));
  const description = say(wildcardText.everything, locale);
  const all: Candidate = {
    label: '*',
    kind: CompletionItemKind.Operator,
    description,
    documentation: description,
    order: 'last',
  };
  return [...services, ...bareActions(used, marker, context), all].map((candidate, rank) => ({ ...candidate, rank }));
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

/** The product's name, unless it is the abbreviation again, in whatever case. */
export const productOf = ({ service, product }: ServiceSummary, locale: Locale): string | undefined =>
  product[locale].toLowerCase() === service ? undefined : product[locale];

/** `first` in their order, then the others by use, then shorter ones, then by the alphabet. */
export function orderedServices(catalogue: Catalogue, first: readonly string[]): readonly ServiceSummary[] {
  if (first.length === 0) return byUse(catalogue);
  const places = new Map(first.map((id, place) => [id, place]));
  const [own, others]: [ServiceSummary[], ServiceSummary[]] = [[], []];
  for (const summary of byUse(catalogue)) (places.has(summary.service) ? own : others).push(summary);
  own.sort((a, b) => (places.get(a.service) ?? 0) - (places.get(b.service) ?? 0));
  return [...own, ...others];
}

const byUse = memoByObject((catalogue: Catalogue): readonly ServiceSummary[] =>
  [...catalogue.summaries].sort(
    (a, b) =>
      (a.rank ?? unranked) - (b.rank ?? unranked) ||
      a.service.length - b.service.length ||
      (a.service < b.service ? -1 : 1),
  ),
);

/** So many of the services in use here have actions that are found by bare names; besides, those that most policies name. */
const ownServices = 5;

/** Actions of each of them; of the second kind those that policies were seen to name. */
const fromOwn = 60;
const fromCommon = 20;

/** Actions of the services that matter here, each with its service. Few, and none of a service that is not named above: nothing is searched. */
function bareActions(
  used: readonly string[],
  marker: string,
  { catalogue, locale }: CompletionContext,
): readonly Candidate[] {
  const own = ownOf(used, catalogue);
  const common = commonlyUsed(catalogue).filter((service) => !own.includes(service));
  const actions = [
    ...own.flatMap((service) =>
      actionsByUse(service)
        .slice(0, fromOwn)
        .map(({ action }) => action),
    ),
    ...common.flatMap((service) => namedActions(service).slice(0, fromCommon)),
  ];
  return actions.map((action) => bareCandidate(action, marker, locale));
}

/** The actions that policies were seen to name, the most used one first. */
const namedActions = (service: Service): readonly Action[] =>
  (service.data.used ?? '').split(' ').flatMap((name) => service.action(name) ?? []);

function bareCandidate(
  action: Action,
  marker: string,
  locale: Locale,
  filter = actionFilter(action, locale),
): Candidate {
  const { service, access, level } = action;
  const label = `${service.data.service}:${action.name}`;
  return {
    label,
    ...(marker && { text: marker + label }),
    filter,
    kind: CompletionItemKind.Function,
    description: `${accessNames[access][locale]} ${levelMark(level, locale)}`,
    order: 'last',
    data,
  };
}
