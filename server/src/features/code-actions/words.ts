/** The titles of code actions that no rule names. */
import type { Text } from '../../core/text.js';

export const titles = {
  'fix-kind': {
    en: 'Fix all {count} of this kind in the file ({code})',
    zh: '修复文件中全部 {count} 处此类问题（{code}）',
  },
  'suggest-kind': {
    en: 'Apply the first suggestion to all {count} of this kind in the file ({code})',
    zh: '对文件中全部 {count} 处此类问题应用首选建议（{code}）',
  },
  'rule-off': { en: 'Turn off the rule {code} in this workspace', zh: '在此工作区关闭规则 {code}' },
  'rule-page': { en: 'Show the page of the rule {code}', zh: '查看规则 {code} 的说明' },
  'fix-all': { en: 'Fix all that can be fixed safely', zh: '修复所有可安全修复的问题' },
} as const satisfies { readonly [id: string]: Text };
