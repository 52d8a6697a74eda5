/** What a person may ask about: actions as they are typed, and resources of an action. */
import type { AccessChoice } from '../../../../protocol/access.js';
import type { Action, Catalogue, Service } from '../../core/catalogue/catalogue.js';
import { actionsOf, operationLevelOf } from '../../core/knowledge/level.js';
import { accountOf } from '../../core/knowledge/resource-template.js';
import { readAction } from '../../core/policy/action.js';
import type { Policy } from '../../core/policy/model.js';
import { accessNames } from '../../core/knowledge/access-names.js';
import { segment } from '../../core/policy/resource.js';
import { listed, say, type Locale, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';

const texts = {
  everything: { en: 'all resources', zh: '所有资源' },
  only: { en: 'CAM asks about this action with * only', zh: 'CAM 仅以 * 检查此操作' },
  used: { en: 'in this policy', zh: '见于此策略' },
} satisfies { readonly [name: string]: Text };

/** The most actions of one service. */
const maxActions = 1000;

/** With an action the resources it may be asked about; else actions that fit what was `typed`. */
export function accessChoices(
  { policy }: PolicyDocument,
  context: Context,
  { typed, action }: { readonly [name: string]: unknown },
): readonly AccessChoice[] {
  if (typeof action === 'string') return resourcesFor(action, policy, context);
  return actionsFor(typeof typed === 'string' ? typed : '', policy, context);
}

/** Behind a colon the actions of that service; else those of the policy's services, and the other services. */
function actionsFor(typed: string, policy: Policy, { catalogue, locale }: Context): readonly AccessChoice[] {
  const colon = typed.indexOf(':');
  if (colon >= 0) return namesOf(catalogue.service(typed.slice(0, colon)), typed.slice(0, colon), locale);
  const own = [
    ...new Set(policy.statements.flatMap(({ actions }) => (actions?.items ?? []).map(idOf(catalogue)))),
  ].filter((id) => id !== '');
  return [
    ...own.flatMap((id) => namesOf(catalogue.service(id), id, locale)),
    ...catalogue.summaries
      .filter(({ service }) => !own.includes(service))
      .map(({ service, product }) => ({ value: `${service}:`, description: product[locale] })),
  ];
}

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
      description: listed([say(accessNames[action.access], locale), action.facts?.description?.[locale]], locale),
    }));
}

function resourcesFor(text: string, policy: Policy, { catalogue, locale }: Context): readonly AccessChoice[] {
  const pattern = readAction(text);
  if (operationLevelOf(catalogue, pattern)) return [{ value: '*', description: say(texts.only, locale) }];
  const [action] = actionsOf(catalogue, pattern);
  const account = accountOf(policy);
  const formats = (action?.resourceTypes ?? []).map((type) => ({
    value: type.format.replace(/uin\/\$\{\w+\}/u, account === '' ? '$&' : account),
    ...(type.name && { description: type.name[locale] }),
  }));
  const used = policy.statements
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
