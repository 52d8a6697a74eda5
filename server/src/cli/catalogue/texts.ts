/** What `catalogue` says. */
import type { Text } from '../../core/text.js';

export const texts = {
  unknown: { en: '{word}: the service is not known', zh: '{word}：服务未知' },
  'unknown-near': { en: '{word}: the service is not known; perhaps {near}?', zh: '{word}：服务未知；是否为 {near}？' },
  head: {
    en: 'Catalogue of {date}: {services} services, {actions} actions.',
    zh: '目录日期 {date}：{services} 个服务，{actions} 个操作。',
  },
  service: { en: '{service} — {product}: {actions} actions', zh: '{service} — {product}：{actions} 个操作' },
  aliases: { en: 'Also written {names}.', zh: '又写作 {names}。' },
  class: { en: '{name} {count}', zh: '{name} {count}' },
  access: { en: 'What they do: {counts}.', zh: '作用：{counts}。' },
  levels: {
    en: 'Can be restricted to resources: {resource}; cannot: {operation}; not known: {unknown}.',
    zh: '支持资源级授权：{resource}；不支持：{operation}；未知：{unknown}。',
  },
  documents: {
    en: 'Sources: {documents} documents, {oldest} to {newest}.',
    zh: '来源：{documents} 份文档，{oldest} 至 {newest}。',
  },
  complete: {
    en: 'The list of actions is complete: an unknown name is reported.',
    zh: '操作列表完整：未知的名称会被报告。',
  },
  incomplete: { en: 'The catalogue does not know all actions of this service.', zh: '本目录未收录该产品的全部操作。' },
  resources: { en: 'Resources:', zh: '资源：' },
  sources: { en: 'Sources:', zh: '来源：' },
  undated: { en: 'undated', zh: '未注日期' },
} satisfies { readonly [name: string]: Text };
