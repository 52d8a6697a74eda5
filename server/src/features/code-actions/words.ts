/** The titles of code actions that no rule names. */
import type { RefactoringName } from '../../core/refactor/index.js';
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
  'too-long': {
    en: '{title} (the policy then has {length} characters, and CAM takes {limit})',
    zh: '{title}（策略将有 {length} 个字符，CAM 最多接受 {limit} 个）',
  },
  organize: { en: 'Sort actions and resources, and drop repeated ones', zh: '对操作和资源排序并去重' },
} as const satisfies { readonly [id: string]: Text };

export const refactoringTitles: { readonly [name in RefactoringName]: Text } = {
  split: {
    en: 'Move actions that cannot be restricted to resources ({count}) to a statement of their own',
    zh: '将不支持资源级授权的操作（{count} 个）移到单独的语句',
  },
  expand: { en: 'Expand {pattern} into its {count} actions', zh: '将 {pattern} 展开为 {count} 个操作' },
  'expand-known': {
    en: 'Expand {pattern} into the {count} actions known of it',
    zh: '将 {pattern} 展开为已知的 {count} 个操作',
  },
  collapse: {
    en: 'Collapse {count} actions into {pattern}, which adds none that is known',
    zh: '将 {count} 个操作合并为 {pattern}（不增加其他已知操作）',
  },
  'collapse-adding': {
    en: 'Collapse {count} actions into {pattern}, which adds {adds} more',
    zh: '将 {count} 个操作合并为 {pattern}（另外增加 {adds} 个操作）',
  },
  'merge-actions': {
    en: 'Merge {count} statements that differ in their actions only',
    zh: '合并仅操作不同的 {count} 条语句',
  },
  'merge-resources': {
    en: 'Merge {count} statements that differ in their resources only',
    zh: '合并仅资源不同的 {count} 条语句',
  },
  'add-prefix': {
    en: 'Write name/ before every action of the file ({count})',
    zh: '为文件中所有操作添加 name/ 前缀（{count} 个）',
  },
  'remove-prefix': {
    en: 'Take name/ away from every action of the file ({count})',
    zh: '去除文件中所有操作的 name/ 前缀（{count} 个）',
  },
};
