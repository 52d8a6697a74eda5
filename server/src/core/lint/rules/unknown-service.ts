/** Services that the catalogue does not have: in actions, and in the third segment of resources. */
import { hasWildcard } from '../../policy/action.js';
import { distance } from '../../catalogue/nearest.js';
import { segment, segmentStart } from '../../policy/resource.js';
import { isUnfilled } from '../../policy/placeholders.js';
import { nearServices, type NearServices } from '../../knowledge/near-services.js';
import { replaceItem } from '../../edits/list.js';
import type { PolicyAction, Statement } from '../../policy/model.js';
import { replace, type Edit } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import type { JsonString } from '../../syntax/json.js';
import { shown } from '../../text.js';
import { memoByObject } from '../../memo.js';
import { budget, maxLookups } from '../limits.js';
import type { Facts } from '../../knowledge/facts.js';
import { rule, type FixOf, type RuleContext, type RunContext } from '../rule.js';

/** A service that is not known, and where it starts in its string, in UTF-16 units. */
interface Mention {
  readonly service: string;
  readonly start: number;
  /** Where it stands in an action: that action's name. */
  readonly name?: string;
}

const nearOf = memoByObject(({ catalogue }: RunContext) =>
  budget(maxLookups, (key) => {
    const [id = '', action = ''] = key.split(':');
    return nearServices(catalogue, id, action === '' ? undefined : action) ?? null;
  }),
);

/** Where only the case differs, it is another rule's business. */
const isKnown = ({ catalogue }: Facts, id: string): boolean =>
  (catalogue.service(id) ?? catalogue.service(id.toLowerCase())) !== undefined;

type Context = RuleContext<'unknown' | 'near' | 'other-name', 'replace' | 'equals'>;

/** The actions of CAM that do what an action of another cloud does, where it goes by another name here; empty where that is not known. */
function equalsOf(service: string, name: string, { catalogue, language }: Facts): readonly string[] {
  if (hasWildcard(name)) return [];
  const equals = language.foreign.flatMap((foreign) =>
    foreign.isService(service) ? foreign.matching(`${service}:${name}`).flatMap((action) => action.equals) : [],
  );
  // Where the service alone is another, the shorter suggestion says it.
  const isSame = equals.some((equal) => equal.slice(equal.indexOf(':') + 1) === name);
  return isSame ? [] : equals.filter((equal) => catalogue.service(equal.slice(0, equal.indexOf(':'))));
}

/** The suggestion to write those instead. */
function equalsFix(
  { service, name = '' }: Mention,
  { node }: PolicyAction,
  { actions }: Statement,
  context: Context,
): readonly FixOf<'equals'>[] {
  const equals = equalsOf(service, name, context);
  if (!actions || equals.length === 0) return [];
  const items = equals.map((equal) => JSON.stringify(equal));
  const edits = (): readonly Edit[] => replaceItem(context.text, actions, node, items);
  return [{ title: 'equals', data: { actions: equals.join(', ') }, edits, preferred: true } as const];
}

/** More actions of a statement are not looked at. */
const mostActions = 20;

/** The services of the statement's own actions that differ from `id`, which stands in a resource beside them, in one slip of the hand. */
function servicesNear(id: string, actions: readonly PolicyAction[], { catalogue }: Facts): NearServices | undefined {
  const services = actions
    .slice(0, mostActions)
    .filter(({ form, service }) => form === 'action' && isSlip(id, service) && catalogue.service(service));
  return services.length > 0
    ? { kind: 'near', services: [...new Set(services.map(({ service }) => service))], slip: true }
    : undefined;
}

/** Whether two letters are swapped, or one is there too often, or not often enough; another letter may well be another service. */
const isSlip = (id: string, service: string): boolean =>
  Math.min(id.length, service.length) >= 3 &&
  (id.length === service.length ? isSwapped(id, service) : distance(id, service, 1) <= 1);

const isSwapped = (id: string, service: string): boolean => {
  let at = 0;
  while (at < id.length && id.charAt(at) === service.charAt(at)) at++;
  return id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2) === service;
};

function tell(
  context: Context,
  { service, start, name = '' }: Mention,
  node: JsonString,
  equals: readonly FixOf<'equals'>[] = [],
  beside?: NearServices,
): void {
  const span = spanInString(context.text, node, start, start + service.length);
  const data = { service: shown(service) };
  const near = nearOf(context)(`${service}:${name}`) ?? beside;
  if (!near) {
    context.report(span, 'unknown', { data });
    return;
  }
  const { kind, services, slip } = near;
  context.report(span, kind, {
    data: { ...data, nearest: kind === 'near' ? (services[0] ?? '') : services.map((id) => `\`${id}\``).join(' / ') },
    severity: 'warning',
    suggestions: [
      ...equals,
      ...services.map(
        (id, index) =>
          ({
            title: 'replace',
            data: { service: id },
            edits: () => [replace(span, id)],
            preferred: slip && index === 0,
          }) as const,
      ),
    ],
  });
}

export default rule({
  group: 'action',
  severity: 'hint',
  summary: { en: 'The service is not known.', zh: '未知的服务。' },
  messages: {
    unknown: {
      en: 'The catalogue has no service `{service}`, but it may lack some. CAM refuses services that do not exist.',
      zh: '目录中没有服务 `{service}`，但目录可能不完整。CAM 会拒绝不存在的服务。',
    },
    near: {
      en: 'The catalogue has no service `{service}`. Did you mean `{nearest}`?',
      zh: '目录中没有服务 `{service}`。是否想写 `{nearest}`？',
    },
    'other-name': {
      en: 'CAM has no service `{service}`. The product that is called so elsewhere is {nearest} in Tencent Cloud.',
      zh: 'CAM 没有服务 `{service}`。其他地方这样称呼的产品，在腾讯云中为 {nearest}。',
    },
  },
  fixes: {
    replace: { en: 'Change to {service}', zh: '改为 {service}' },
    equals: { en: 'Change to {actions}', zh: '改为 {actions}' },
  },
  together: 'all',
  check: {
    action: {
      find: ({ form, service, name, prefix }, facts) =>
        form !== 'action' || hasWildcard(service) || isKnown(facts, service)
          ? undefined
          : { service, name, start: prefix.length },
      report(mention: Mention, action, statement, context) {
        tell(context, mention, action.node, equalsFix(mention, action, statement, context));
      },
    },
    resource: {
      find(resource, facts) {
        const service = segment(resource, 'service');
        if (resource.form !== 'six' || !/^[\w-]+$/u.test(service) || isUnfilled(service)) return undefined;
        return isKnown(facts, service) ? undefined : { service, start: segmentStart(resource, 'service') };
      },
      report(mention: Mention, { node }, { actions }, context) {
        tell(context, mention, node, [], servicesNear(mention.service, actions?.items ?? [], context));
      },
    },
  },
});
