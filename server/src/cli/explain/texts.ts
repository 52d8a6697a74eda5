/** What `explain` says besides the explanations. */
import type { Text } from '../../core/text.js';

export const texts = {
  nothing: {
    en: 'name an action, a service, a rule or a resource, such as cvm:RunInstances',
    zh: '请指定操作、服务、规则或资源，例如 cvm:RunInstances',
  },
  unknown: {
    en: '{word}: neither an action, a service, a resource, a condition nor a rule that is known',
    zh: '{word}：不是已知的操作、服务、资源、条件或规则',
  },
  'unknown-near': { en: '{word}: not known; perhaps {near}?', zh: '{word}：未知；是否为 {near}？' },
  bare: { en: 'Several services have an action of this name:', zh: '多个服务都有此名称的操作：' },
  rule: { en: '{name} ({severity}): {summary}', zh: '{name}（{severity}）：{summary}' },
  page: { en: 'Page: {page}', zh: '说明页：{page}' },
} satisfies { readonly [name: string]: Text };
