/** Actions that none of the statement's resources is meant for. */
import { overlaps } from '../../wildcard.js';
import { hasWildcard } from '../../policy/action.js';
import type { PolicyAction, Statement } from '../../policy/model.js';
import type { ResourceFormat } from '../../policy/resource-format.js';
import { formatsOfAction, formatsOfService, type DocumentedFormats } from '../../knowledge/formats.js';
import { addItems } from '../../edits/list.js';
import { areOfOthers, derivedFormatsOf } from '../../knowledge/other-services.js';
import { isDocumented, isOf } from '../../knowledge/resource-use.js';
import type { Facts } from '../../knowledge/facts.js';
import { countedResources } from '../../knowledge/resource-flaw.js';
import { withTold } from '../../knowledge/resource-template.js';
import type { ResourcePattern } from '../../policy/resource.js';
import { hasSureBounds } from '../../syntax/sure.js';
import { rule } from '../rule.js';

/** All resources of a format: nothing but its type is left. */
function anyOf({ service, parts }: ResourceFormat): string {
  const open = parts.findIndex((part) => part.includes('$') || part === '*');
  return `qcs::${service}:::${(open < 0 ? parts : [...parts.slice(0, open), '*']).join('/')}`;
}

interface Unserved extends DocumentedFormats {
  readonly action: PolicyAction;
}

/** The actions that take documented formats only, of which no resource of the statement is. */
function unservedIn({ actions }: Statement, resources: readonly ResourcePattern[], facts: Facts): readonly Unserved[] {
  const found: Unserved[] = [];
  const served = new Map<readonly ResourceFormat[], boolean>();
  for (const action of actions?.items ?? []) {
    const documented = formatsOfAction(facts.catalogue, action);
    if (!documented || documented.formats.length === 0) continue;
    const { formats, dated } = documented;
    let isServed = served.get(formats);
    if (isServed === undefined) {
      isServed = formats.some((format) => resources.some((resource) => isOf(resource, format, facts)));
      served.set(formats, isServed);
    }
    if (!isServed) found.push({ action, formats, dated });
  }
  return found;
}

/** The widest resources of the formats, none of which covers another. */
function widest(formats: readonly ResourceFormat[]): readonly string[] {
  const wanted = [...new Set(formats.map(anyOf))];
  return wanted.filter((one, index) => !wanted.some((other, at) => at < index && overlaps(other, one))).slice(0, 3);
}

/** So many resources are added for as many that stand there. */
const most = 3;

/** The resource narrowed to what the statement's own resources name: the same ids, regions and accounts. */
function narrowed(wide: string, resources: readonly ResourcePattern[]): readonly string[] {
  const told = [...new Set(resources.map((resource) => withTold(wide, resource)))].filter((one) => one !== wide);
  return told.length > 0 && told.length <= most ? told : [wide];
}

const listed = (formats: readonly ResourceFormat[]): string =>
  formats
    .slice(0, 3)
    .map((format) => format.text)
    .join(', ');

interface Elsewhere {
  readonly message: 'elsewhere' | 'derived';
  /** What the action is likely to take; empty where that is not for us to say. */
  readonly formats: readonly ResourceFormat[];
  readonly disputed: boolean;
}

/**
 * Whether a wildcard of one service, or an action whose formats are derived, meets resources of other services only. Told of services that are known as a
 * whole, with resources of their own.
 */
function elsewhereOf(action: PolicyAction, resources: readonly ResourcePattern[], facts: Facts): Elsewhere | undefined {
  if (action.form !== 'action' || hasWildcard(action.service)) return undefined;
  const service = facts.catalogue.service(action.service);
  if (!service?.data.complete || formatsOfService(service).length === 0) return undefined;
  const derived = derivedFormatsOf(facts, action);
  if ((action.exact && !derived) || !areOfOthers(service, resources, facts)) return undefined;
  if (!derived) return { message: 'elsewhere', formats: [], disputed: true };
  return resources.every((resource) => isDocumented(resource, facts)) ? { message: 'derived', ...derived } : undefined;
}

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'An action must have a resource of a type that it supports.',
    zh: '操作须配以其支持类型的资源。',
  },
  messages: {
    allow: {
      en: 'No resource here is of a type that `{action}` takes. This statement never allows it. It takes {formats}.',
      zh: '此处没有 `{action}` 支持的资源类型，此语句永远不会允许它。它支持 {formats}。',
    },
    deny: {
      en: 'No resource here is of a type that `{action}` takes. This statement never denies it. It takes {formats}.',
      zh: '此处没有 `{action}` 支持的资源类型，此语句永远不会拒绝它。它支持 {formats}。',
    },
    elsewhere: {
      en: 'All resources here are of other services than `{action}` takes. The statement has no effect on these actions.',
      zh: '此处的资源均属于文档未为 `{action}` 列出的其他服务。语句对这些操作均不起作用。',
    },
    derived: {
      en: 'All resources here are of other services. `{action}` probably takes only {formats}, going by what documents say of the whole product; then this statement does not apply to it.',
      zh: '此处的资源均属于其他服务。由整个产品的文档推断，`{action}` 很可能仅支持 {formats}；若如此，此语句对其不起作用。',
    },
    dated: {
      en: 'No resource here is one that documents list for `{action}`. They list only {formats} (as of {date}). Unless the action takes more by now, the statement does not apply to it.',
      zh: '此处没有文档为 `{action}` 列出的资源类型。文档仅列出 {formats}（{date}）；若之后没有增加，语句对其不起作用。',
    },
  },
  fixes: { add: { en: 'Add resource {resource}', zh: '添加资源 {resource}' } },
  check: {
    statement(statement, context) {
      const { report, text, policy } = context;
      const resources = countedResources(statement.resources?.items ?? [], context);
      if (resources.length === 0) return;
      const sure = hasSureBounds(policy.tree, statement.node);
      const adding = (formats: readonly ResourceFormat[]) =>
        (sure ? widest(formats) : []).map((wide) => {
          const added = narrowed(wide, resources);
          const items = added.map((resource) => JSON.stringify(resource));
          return {
            title: 'add' as const,
            data: { resource: added.join(', ') },
            edits: () => (statement.resources ? addItems(text, statement.resources, items) : []),
          };
        });
      for (const action of statement.actions?.items ?? []) {
        const elsewhere = elsewhereOf(action, resources, context);
        if (!elsewhere) continue;
        const { message, formats, disputed } = elsewhere;
        report(action.node, message, {
          ...(message === 'derived' ? { severity: 'information' } : {}),
          data: { action: `${action.service}:${action.name}`, formats: listed(formats) },
          suggestions: disputed ? [] : adding(formats),
        });
      }
      const unserved = unservedIn(statement, resources, context);
      if (unserved.length === 0 || !resources.every((resource) => isDocumented(resource, context))) return;
      const malformed = statement.resources?.items.filter(({ form }) => form === 'malformed') ?? [];
      for (const { action, formats, dated } of unserved) {
        // What is malformed may have been meant for the action, where it speaks of the same service.
        if (malformed.some(({ text: value }) => value.includes(action.service))) continue;
        report(action.node, dated === undefined ? (statement.effect ?? 'allow') : 'dated', {
          ...(dated === undefined ? {} : { severity: 'information' }),
          data: {
            date: dated ?? '',
            action: `${action.service}:${action.name}`,
            formats: listed(formats),
          },
          suggestions: adding(formats),
        });
      }
    },
  },
});
