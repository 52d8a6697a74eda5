/** What `expand` says. */
import type { Text } from '../../core/text.js';

export const texts = {
  nothing: {
    en: "name a policy file, or a pattern such as 'cvm:Describe*'",
    zh: "请指定策略文件或通配符，例如 'cvm:Describe*'",
  },
  service: { en: '{word}: the service is not known', zh: '{word}：服务未知' },
  set: {
    en: '{word}: a numbered set of actions; its contents are documented nowhere',
    zh: '{word}：编号的操作集合；其内容无文档说明',
  },
  count: { en: '{pattern}: {count} actions', zh: '{pattern}：{count} 个操作' },
} satisfies { readonly [name: string]: Text };
