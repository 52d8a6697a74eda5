/** What may be asked about of some policies: actions as they are typed, and resources of an action. */
import type { AccessChoice } from '../../../../protocol/access.js';
import type { Action, Catalogue, Service } from '../../core/catalogue/catalogue.js';
import { actionsOf, operationLevelOf } from '../../core/knowledge/level.js';
import { accountOf } from '../../core/knowledge/resource-template.js';
import { readAction } from '../../core/policy/action.js';
import type { Policy, Statement } from '../../core/policy/model.js';
import { accessNames } from '../../core/knowledge/access-names.js';
import { segment } from '../../core/policy/resource.js';
import { say, type Locale, type Text } from '../../core/text.js';
import type { Context } from '../context.js';

const texts = {
  everything: { en: 'all resources', zh: '所有资源' },
  only: { en: 'CAM asks about this action with * only', zh: 'CAM 仅以 * 检查此操作' },
  used: { en: 'in this policy', zh: '见于此策略' },
} satisfies { readonly [name: string]: Text };

/** The most actions of one service. */
const maxActions = 1000;

/** Behind a colon the actions of that service; else those of the policy's services, and the other services. */
export function askableActions(
  typed: string,
  policies: readonly Policy[],
  { catalogue, locale }: Context,
): readonly AccessChoice[] {
  const colon = typed.indexOf(':');
  if (colon >= 0) return namesOf(catalogue.service(typed.slice(0, colon)), typed.slice(0, colon), locale);
  const own = [
    ...new Set(statementsOf(policies).flatMap(({ actions }) => (actions?.items ?? []).map(idOf(catalogue)))),
  ].filter((id) => id !== '');
  return [
    ...own.flatMap((id) => namesOf(catalogue.service(id), id, locale)),
    ...catalogue.summaries
      .filter(({ service }) => !own.includes(service))
      .map(({ service, product }) => ({ value: `${service}:`, description: product[locale] })),
  ];
}

const statementsOf = (policies: readonly Policy[]): readonly Statement[] =>
  policies.flatMap(({ statements }) => statements);

const idOf =
  (catalogue: Catalogue) =>
  ({ service }: { readonly service: string }): string =>
    catalogue.service(service)?.data.service ?? '';

function namesOf(service: Service | undefined, id: string, locale: Locale): readonly AccessChoice[] {
  const rank = (action: Action): number => action.rank ?? Infinity;
  return [...(service?.actions() ?? [])]
    .sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
    .slice(0, maxActions)
    .map((action) => ({
      value: `${id}:${action.name}`,
      // A class and a sentence, which no comma joins.
      description: [say(accessNames[action.access], locale), action.facts?.description?.[locale] ?? []]
        .flat()
        .join(' · '),
    }));
}

/** What the documents say of the action's resources, those that the policies have of its service, and all. */
export function askableResources(
  text: string,
  policies: readonly Policy[],
  { catalogue, locale }: Context,
): readonly AccessChoice[] {
  const pattern = readAction(text);
  if (operationLevelOf(catalogue, pattern)) return [{ value: '*', description: say(texts.only, locale) }];
  const [action] = actionsOf(catalogue, pattern);
  const account = policies.map(accountOf).find((each) => each !== '') ?? '';
  const formats = (action?.resourceTypes ?? []).map((type) => ({
    value: type.format.replace(/uin\/\$\{\w+\}/u, account === '' ? '$&' : account),
    ...(type.name && { description: type.name[locale] }),
  }));
  const used = statementsOf(policies)
    .flatMap(({ resources }) => resources?.items ?? [])
    .filter(
      (resource) =>
        resource.form === 'six' &&
        idOf(catalogue)({ service: segment(resource, 'service') }) === action?.service.data.service,
    )
    .map((resource) => ({ value: resource.text, description: say(texts.used, locale) }));
  const all = [...formats, ...used, { value: '*', description: say(texts.everything, locale) }];
  return all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
}
