/** What an action is, what it grants and where we know it from; the same for a wildcard and for a service. */
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import type { Access, ParameterData } from '../../core/catalogue/data.js';
import { hasWildcard, readAction } from '../../core/policy/action.js';
import type { PlaceOf } from '../../core/place.js';
import { say, type Locale } from '../../core/text.js';
import { spanInString } from '../../core/syntax/edit.js';
import type { Context } from '../document.js';
import { blocks, bullets, code, plain } from '../markdown.js';
import { accessNames, levelTexts, wildcardText } from '../words.js';
import type { Explanation, HoverContext } from './index.js';
import { sourceLine } from './sources.js';

const texts = {
  required: { en: 'Required parameters', zh: '必选参数' },
  names: { en: 'names the resource', zh: '对应资源' },
  formats: { en: 'Resource formats', zh: '资源格式' },
  derived: { en: 'Derived, not documented: {rule}', zh: '推导得出，并非文档所述：{rule}' },
  product: { en: 'Said of the product as a whole, not of this action.', zh: '此说明针对整个产品，而非该操作本身。' },
  renamed: {
    en: 'Renamed to {successor}; either name may be the one CAM checks.',
    zh: '已更名为 {successor}；CAM 可能仍检查任一名称。',
  },
  gone: { en: 'No longer in the current API; CAM may still check it.', zh: '已不在当前 API 中；CAM 可能仍会检查。' },
  unknown: { en: 'Not in the catalogue of {product}.', zh: '不在 {product} 的目录中。' },
  'unknown-service': { en: 'No service of this name is in the catalogue.', zh: '目录中没有此名称的服务。' },
  more: { en: '… and {count} more', zh: '…… 以及另外 {count} 个' },
  conflict: { en: 'Sources disagree', zh: '来源不一致' },
  console: { en: 'console API', zh: '控制台接口' },
  server: { en: 'server API', zh: '服务端接口' },
  pseudo: { en: 'permission without an API', zh: '非 API 的权限项' },
  documentation: { en: 'API documentation', zh: 'API 文档' },
  everything: { en: 'Every action of every service.', zh: '所有服务的所有操作。' },
} as const;

/** Names shown of a wildcard before the rest is only counted. */
const shownNames = 30;

export function hoverAction({ spot }: PlaceOf<'action'>, context: HoverContext): Explanation | undefined {
  const { node } = spot;
  if (node?.kind !== 'string') return undefined;
  const { form, prefix, service, name } = readAction(node.value);
  if (form === 'all') return { span: node, markdown: say(texts.everything, context.locale) };
  if (form !== 'action') return undefined;
  const text = context.document.text.getText();
  const onService = spot.before.length <= prefix.length + service.length;
  const start = prefix.length;
  const span = onService
    ? spanInString(text, node, start, start + service.length)
    : spanInString(text, node, start, start + service.length + 1 + name.length);
  const markdown = documentAction(service, onService ? undefined : name, context);
  return markdown ? { span, markdown } : undefined;
}

/** Markdown on an action, a wildcard, or (without a name) a service; undefined where nothing is known of the service. */
export function documentAction(
  id: string,
  name: string | undefined,
  { catalogue, locale }: Context,
): string | undefined {
  const service = catalogue.service(id);
  if (!service) return say(texts['unknown-service'], locale);
  if (name === undefined) return documentService(service, locale);
  if (hasWildcard(name)) return documentWildcard(service, name, locale);
  const action = service.action(name) ?? service.actionIgnoringCase(name);
  return action
    ? documentOne(action, locale)
    : blocks(
        `**${code(`${id}:${name}`)}**`,
        say(texts.unknown, locale, { product: plain(service.data.product[locale]) }),
      );
}

function documentOne({ service, name, access, level, resourceTypes, facts }: Action, locale: Locale): string {
  const kind = facts?.kind;
  const formats = resourceTypes.map(({ format }) => code(format));
  const required = facts?.parameters?.filter((parameter) => parameter.required) ?? [];
  return blocks(
    `**${code(`${service.data.service}:${name}`)}** — ${[accessNames[access][locale], kind && texts[kind][locale]].filter(Boolean).join(', ')}`,
    facts?.description && plain(facts.description[locale]),
    `${plain(service.data.product[locale])}: ${levelTexts[level?.level ?? 'unknown'][locale]}.`,
    facts?.restriction && plain(facts.restriction[locale]),
    facts?.status && statusLine(facts.status, locale),
    formats.length > 0 ? `${say(texts.formats, locale)}:\n\n${bullets(formats)}` : undefined,
    required.length > 0
      ? `${say(texts.required, locale)}: ${required.map((parameter) => parameterText(parameter, locale)).join(', ')}`
      : undefined,
    facts?.conflict && `${say(texts.conflict, locale)}: ${plain(facts.conflict[locale])}`,
    level?.derived && say(texts.derived, locale, { rule: plain(level.derived[locale]) }),
    level && level.scope !== 'action' ? say(texts.product, locale) : undefined,
    sourceLine(service, [...new Set([...(level?.sources ?? []), ...(facts?.sources ?? [])])], locale),
    facts?.link && `[${say(texts.documentation, locale)}](${facts.link})`,
  );
}

const statusLine = (
  { kind, successor }: { readonly kind: 'renamed' | 'gone'; readonly successor?: string },
  locale: Locale,
): string =>
  kind === 'renamed' && successor
    ? say(texts.renamed, locale, { successor: code(successor) })
    : say(texts.gone, locale);

const parameterText = ({ name, type, resource }: ParameterData, locale: Locale): string =>
  `${code(name)} ${plain(type)}${resource ? ` (${say(texts.names, locale)})` : ''}`;

function documentWildcard(service: Service, pattern: string, locale: Locale): string {
  const actions = service.matching(pattern);
  const counts = new Map<Access, number>();
  for (const { access } of actions) counts.set(access, (counts.get(access) ?? 0) + 1);
  const names = actions.slice(0, shownNames).map(({ name }) => code(name));
  if (actions.length > shownNames) names.push(say(texts.more, locale, { count: actions.length - shownNames }));
  return blocks(
    `**${code(`${service.data.service}:${pattern}`)}** — ${say(wildcardText.count, locale, { count: actions.length })}`,
    [...counts].map(([access, count]) => `${count} ${accessNames[access][locale]}`).join(', '),
    names.join(', '),
  );
}

function documentService(service: Service, locale: Locale): string {
  const { service: id, product, granularity, resourceTypes = [], conflicts = [] } = service.data;
  return blocks(
    `**${code(id)}** — ${plain(product[locale])}`,
    say(wildcardText.count, locale, { count: service.actions().length }),
    resourceTypes.length > 0
      ? `${say(texts.formats, locale)}:\n\n${bullets(resourceTypes.map(({ format }) => code(format)))}`
      : undefined,
    ...conflicts.map((conflict) => `${say(texts.conflict, locale)}: ${plain(conflict[locale])}`),
    sourceLine(service, granularity?.sources, locale),
  );
}
