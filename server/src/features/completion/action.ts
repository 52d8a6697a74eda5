/** Completion of an action: services first, then behind the colon the actions and useful wildcards of the service. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import { readAction } from '../../core/policy/action.js';
import type { Statement } from '../../core/policy/model.js';
import type { PlaceOf } from '../../core/place.js';
import { say } from '../../core/text.js';
import { accessNames, levelMark, wildcardDetail, wildcardText } from '../words.js';
import type { Candidate, CompletionContext } from './item.js';

export function completeAction(
  { spot, statement }: PlaceOf<'action'>,
  context: CompletionContext,
): readonly Candidate[] {
  const { prefix } = readAction(spot.before);
  const typed = spot.before.slice(prefix.length);
  const colon = typed.indexOf(':');
  if (colon < 0) return completeService(prefix, context);
  const service = context.catalogue.service(typed.slice(0, colon));
  if (!service) return [];
  const head = `${prefix}${typed.slice(0, colon)}:`;
  const present = presentIn(statement, spot.before + spot.after);
  const actions = service.actions().filter(({ name }) => !present.has(`${service.data.service}:${name}`));
  return [
    ...actions.filter(({ facts }) => !facts?.status).map((action) => actionCandidate(action, head, context, 1)),
    ...wildcardsOf(service, head, context),
    ...actions.filter(({ facts }) => facts?.status).map((action) => actionCandidate(action, head, context, 3)),
  ];
}

function completeService(prefix: string, { catalogue, locale }: CompletionContext): readonly Candidate[] {
  const services = catalogue.summaries
    .map(({ service, product }): Candidate => ({
      label: service,
      text: `${prefix}${service}:`,
      kind: CompletionItemKind.Module,
      description: product[locale],
      group: 1,
      again: true,
      snippet: true,
      data: { service },
    }))
    .map((candidate) => ({ ...candidate, text: `${candidate.text}$0`, filter: candidate.text }));
  return [
    ...services,
    {
      label: '*',
      text: `${prefix}*`,
      kind: CompletionItemKind.Operator,
      description: say(wildcardText.everything, locale),
      group: 2,
    },
  ];
}

/** The actions the statement names already, but for the string that is being completed. */
const presentIn = ({ actions }: Statement, own: string): ReadonlySet<string> =>
  new Set(actions?.items.filter(({ node }) => node.value !== own).map(({ service, name }) => `${service}:${name}`));

function actionCandidate(
  { name, access, level, facts, service }: Action,
  head: string,
  { locale }: CompletionContext,
  group: number,
): Candidate {
  return {
    label: name,
    text: head + name,
    kind: CompletionItemKind.Function,
    description: `${accessNames[access][locale]} ${levelMark(level, locale)}`.trim(),
    group,
    ...(facts?.status ? { deprecated: true } : {}),
    data: { service: service.data.service, action: name },
  };
}

/** `*`, and the first words that several names begin with. */
function wildcardsOf(service: Service, head: string, { locale }: CompletionContext): readonly Candidate[] {
  const counts = new Map<string, number>();
  for (const { name } of service.actions()) {
    const verb = /^[A-Z][a-z]+/u.exec(name)?.[0];
    if (verb) counts.set(verb, (counts.get(verb) ?? 0) + 1);
  }
  const verbs = [...counts].filter(([, count]) => count > 1).sort(([, a], [, b]) => b - a);
  return [['', service.actions().length] as const, ...verbs].map(([verb, count]) => ({
    label: `${verb}*`,
    text: `${head}${verb}*`,
    kind: CompletionItemKind.Operator,
    description: wildcardDetail(count, locale),
    group: 2,
    data: { service: service.data.service, action: `${verb}*` },
  }));
}
