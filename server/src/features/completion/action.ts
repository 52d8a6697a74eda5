/** Completion of an action: services first, then behind the colon the service's actions and the wildcards that sum some of them up. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { memoByObject } from '../../core/memo.js';
import { readAction } from '../../core/policy/action.js';
import type { Policy, Statement } from '../../core/policy/model.js';
import { narrows } from '../../core/policy/resource.js';
import type { PlaceOf } from '../../core/place/place.js';
import { say, type Locale } from '../../core/text.js';
import { accessNames, levelMark, wildcardText } from '../explain/words.js';
import type { Candidate, CompletionContext, CompletionData, Offer } from './candidate.js';
import { orderOf, wildcardsOf, wordWildcard } from './wildcards.js';

export function completeAction({ spot, statement }: PlaceOf<'action'>, context: CompletionContext): Offer {
  const { prefix } = readAction(spot.before);
  const body = spot.before.slice(prefix.length);
  const colon = body.indexOf(':');
  if (colon < 0) return completeService(prefix, context);
  const service = context.catalogue.service(body.slice(0, colon));
  if (!service) return { candidates: [] };
  const from = prefix.length + colon + 1;
  const present = presentIn(statement, service, spot.before + spot.after, context);
  const own = body.slice(colon + 1);
  const all = candidatesOf(service, statement, context.locale);
  const typed = own && !own.includes('*') ? wordWildcard(service, own, context.locale) : [];
  return { candidates: [...all, ...typed].filter(({ label }) => !present.has(label)), part: { from } };
}

/** All services: those of this policy first, the rest by name; `name/` is put before them where the policy's other actions have it. */
function completeService(prefix: string, context: CompletionContext): Offer {
  const { catalogue, locale, document } = context;
  const used = usedIn(document.policy);
  const marker = prefix === '' && used.marked ? 'name/' : '';
  const data: CompletionData = { about: 'service' };
  const candidates = catalogue.summaries.map(({ service, product }): Candidate => ({
    label: service,
    text: `${marker}${service}:`,
    kind: CompletionItemKind.Module,
    description: product[locale],
    order: used.services.has(service) ? 'first' : 'name',
    goesOn: true,
    data,
  }));
  const description = say(wildcardText.everything, locale);
  return {
    candidates: [
      ...candidates,
      { label: '*', kind: CompletionItemKind.Operator, description, documentation: description, order: 'last' },
    ],
    part: { from: prefix.length },
  };
}

/** The services of a policy's actions, and whether all of them are written with `name/`. */
function usedIn({ statements }: Policy): { readonly services: ReadonlySet<string>; readonly marked: boolean } {
  const services = new Set<string>();
  let marked = false;
  let plain = false;
  for (const { actions } of statements)
    for (const { form, service, prefix } of actions?.items ?? []) {
      if (form !== 'action') continue;
      services.add(service);
      if (prefix) marked = true;
      else plain = true;
    }
  return { services, marked: marked && !plain };
}

/** The names of `service` that the statement has already, but for the string that is being completed. */
function presentIn(
  { actions }: Statement,
  service: Service,
  own: string,
  { catalogue }: CompletionContext,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node, service: id, name } of actions?.items ?? [])
    if (node.value !== own && catalogue.service(id) === service) names.add(name);
  return names;
}

/** Candidates of a service by locale and whether the statement names resources: the same list serves every key that is typed. */
const listsOf = memoByObject<Service, Map<string, readonly Candidate[]>>(() => new Map());

/** Everything that may stand behind the service's colon; where the statement names resources, actions that can be restricted to some go first. */
function candidatesOf(service: Service, { resources }: Statement, locale: Locale): readonly Candidate[] {
  const restricted = resources?.items.some(narrows) === true;
  const lists = listsOf(service);
  const key = `${locale} ${String(restricted)}`;
  const known = lists.get(key);
  if (known) return known;
  const data: CompletionData = { about: 'action', service: service.data.service };
  const actions = service.actions();
  const ofAction = (action: Action, rank: number): Candidate => actionCandidate(action, rank, data, restricted, locale);
  const wildcards = wildcardsOf(actions, data, restricted, locale);
  const list = [
    ...actions.map(ofAction),
    ...wildcards.map((candidate, index) => ({ ...candidate, rank: actions.length + index })),
  ];
  lists.set(key, list);
  return list;
}

/** What was renamed or is gone stands behind everything else: no service has so many actions. */
const behindAll = 5000;

function actionCandidate(
  action: Action,
  rank: number,
  data: CompletionData,
  restricted: boolean,
  locale: Locale,
): Candidate {
  const { name, access, level, facts } = action;
  const candidate: Candidate = {
    label: name,
    kind: CompletionItemKind.Function,
    description: `${accessNames[access][locale]} ${levelMark(level, locale)}`.trim(),
    order: orderOf(action, restricted),
    rank,
    data,
  };
  return facts?.status === undefined
    ? candidate
    : { ...candidate, order: 'last', rank: behindAll + rank, deprecated: true };
}
