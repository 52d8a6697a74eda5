/** A resource string as a table of its segments, and which of the statement's actions it serves. */
import { actionsOf } from '../../core/lint/level.js';
import { readResource, segmentNames, type SegmentName } from '../../core/policy/resource.js';
import type { PlaceOf } from '../../core/place.js';
import { say, type Locale, type Text } from '../../core/text.js';
import type { Service } from '../../core/catalogue/catalogue.js';
import { blocks, cellCode, code, plain, table } from '../markdown.js';
import type { Explanation, HoverContext } from './index.js';

const texts = {
  all: {
    en: 'All resources of all services. Actions without resource-level support need exactly this.',
    zh: '所有服务的所有资源。不支持资源级授权的操作必须使用此值。',
  },
  segment: { en: 'Segment', zh: '段' },
  value: { en: 'Value', zh: '值' },
  meaning: { en: 'Meaning', zh: '含义' },
  malformed: {
    en: 'A resource has six segments, `qcs:project:service:region:account:resource`; this has {count}.',
    zh: '资源应为六段式 `qcs:project:service:region:account:resource`，此处为 {count} 段。',
  },
  'not-served': { en: 'Actions here that this resource cannot restrict: {names}', zh: '此资源无法约束的操作：{names}' },
  'no-service': { en: 'all services', zh: '所有服务' },
  'unknown-service': { en: 'not in the catalogue', zh: '不在目录中' },
  'no-region': { en: 'this service has no region here', zh: '该服务此段留空' },
  'all-regions': { en: 'all regions', zh: '所有地域' },
  region: { en: 'region', zh: '地域' },
  'no-account': { en: 'the root account the policy belongs to', zh: '策略所属的主账号' },
  uin: { en: 'root account {number}', zh: '主账号 {number}' },
  uid: { en: 'APPID {number}', zh: 'APPID {number}' },
  'other-account': { en: 'account', zh: '账号' },
  qcs: { en: 'fixed', zh: '固定值' },
  project: { en: 'always empty now', zh: '现须留空' },
  'old-project': { en: 'projects are no longer part of resources: leave it empty', zh: '资源不再区分项目：请留空' },
  everything: { en: 'every resource', zh: '所有资源' },
  every: { en: 'every {type}', zh: '所有 {type}' },
  one: { en: '{type}', zh: '{type}' },
} as const;

export function hoverResource(
  { spot, statement }: PlaceOf<'resource'>,
  context: HoverContext,
): Explanation | undefined {
  const { node } = spot;
  const { locale, catalogue } = context;
  if (node?.kind !== 'string') return undefined;
  const resource = readResource(node.value);
  if (resource.form === 'all') return { span: node, markdown: say(texts.all, locale) };
  if (resource.form === 'malformed')
    return { span: node, markdown: say(texts.malformed, locale, { count: resource.segments.length }) };
  const service = catalogue.service(resource.segments[2] ?? '');
  const rows = segmentNames.map((name, index) => {
    const value = resource.segments[index] ?? '';
    return [
      say(segmentTitles[name], locale),
      value ? cellCode(value) : '',
      explainSegment(name, value, service, locale),
    ];
  });
  const unserved = (statement.actions?.items ?? []).filter((pattern) => {
    const actions = actionsOf(catalogue, pattern);
    return actions.length > 0 && actions.every(({ level }) => level?.level === 'operation');
  });
  const names = unserved.map(({ service: id, name }) => code(`${id}:${name}`)).join(', ');
  return {
    span: node,
    markdown: blocks(
      table([say(texts.segment, locale), say(texts.value, locale), say(texts.meaning, locale)], rows),
      names && say(texts['not-served'], locale, { names }),
    ),
  };
}

const segmentTitles: { readonly [name in SegmentName]: Text } = {
  qcs: { en: 'prefix', zh: '前缀' },
  project: { en: 'project', zh: '项目' },
  service: { en: 'service', zh: '服务' },
  region: { en: 'region', zh: '地域' },
  account: { en: 'account', zh: '账号' },
  path: { en: 'resource', zh: '资源' },
};

function explainSegment(name: SegmentName, value: string, service: Service | undefined, locale: Locale): string {
  switch (name) {
    case 'qcs':
      return say(texts.qcs, locale);
    case 'project':
      return say(value ? texts['old-project'] : texts.project, locale);
    case 'service':
      return value === '' || value === '*'
        ? say(texts['no-service'], locale)
        : service
          ? plain(service.data.product[locale])
          : say(texts['unknown-service'], locale);
    case 'region':
      return say(
        value ? texts.region : service?.data.region === 'none' ? texts['no-region'] : texts['all-regions'],
        locale,
      );
    case 'account':
      return explainAccount(value, locale);
    case 'path':
      return explainPath(value, service, locale);
  }
}

function explainAccount(value: string, locale: Locale): string {
  const [kind, number = ''] = value.split('/');
  if (value === '') return say(texts['no-account'], locale);
  return kind === 'uin' || kind === 'uid'
    ? say(texts[kind], locale, { number: number && code(number).replaceAll('|', '\\|') })
    : say(texts['other-account'], locale);
}

function explainPath(value: string, service: Service | undefined, locale: Locale): string {
  if (value === '*') return say(texts.everything, locale);
  const head = value.split('/')[0] ?? '';
  const type = service?.data.resourceTypes?.find(
    ({ format }) => readResource(format).segments[5]?.split('/')[0] === head,
  );
  if (!type) return '';
  const name = plain(type.name?.[locale] ?? type.id);
  return value.endsWith('/*') ? say(texts.every, locale, { type: name }) : say(texts.one, locale, { type: name });
}
