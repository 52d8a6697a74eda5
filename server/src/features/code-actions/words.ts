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
  choose: { en: 'Take {text} out and choose from the list', zh: '去掉 {text} 并从列表中选择' },
  'choose-first': { en: 'Choose from the list', zh: '从列表中选择' },
  explain: { en: 'Show what this policy allows', zh: '查看此策略允许的操作' },
  rules: { en: 'Rules…', zh: '规则…' },
  suppress: {
    en: 'Suppress {code} here in cam-policy.config.json, once you write the reason there',
    zh: '在 cam-policy.config.json 中忽略此处的 {code}（需在其中填写理由）',
  },
  'turn-off': { en: 'Turn off {code} in cam-policy.config.json', zh: '在 cam-policy.config.json 中关闭 {code}' },
  'fix-all': { en: 'Fix all that can be fixed safely', zh: '修复所有可安全修复的问题' },
  'too-long': {
    en: '{title} (the policy then has {length} characters, and CAM takes {limit})',
    zh: '{title}（策略将有 {length} 个字符，CAM 最多接受 {limit} 个）',
  },
  organize: { en: 'Sort actions and resources, and drop repeated ones', zh: '对操作和资源排序并去重' },
} as const satisfies { readonly [id: string]: Text };

export const refactoringTitles: { readonly [name in RefactoringName]: Text } = {
  split: {
    en: 'Move actions that cannot be restricted to resources to a separate statement ({actions})',
    zh: '将不支持资源级授权的操作移到单独的语句（{actions}）',
  },
  expand: { en: 'Expand {pattern} into {actions}', zh: '将 {pattern} 展开为 {actions}' },
  'expand-known': {
    en: 'Expand {pattern} into {actions} (there may be more)',
    zh: '将 {pattern} 展开为 {actions}（可能还有其他操作）',
  },
  collapse: {
    en: 'Collapse {actions} into {pattern} ({effect} nothing more today)',
    zh: '将 {actions}合并为 {pattern}（目前不会{effect}更多操作）',
  },
  'collapse-adding': {
    en: 'Collapse {actions} into {pattern} ({effect} {adds} more)',
    zh: '将 {actions}合并为 {pattern}（另外{effect} {adds} 个操作）',
  },
  'merge-actions': {
    en: 'Merge {count} statements that differ only in their actions',
    zh: '合并仅操作不同的 {count} 条语句',
  },
  'merge-resources': {
    en: 'Merge {count} statements that differ only in their resources',
    zh: '合并仅资源不同的 {count} 条语句',
  },
  'add-prefix': {
    en: 'Add the name/ prefix ({actions})',
    zh: '添加 name/ 前缀（{actions}）',
  },
  'remove-prefix': {
    en: 'Remove the name/ prefix ({actions})',
    zh: '去除 name/ 前缀（{actions}）',
  },
};

/** What a statement does to the actions that a wildcard adds. */
export const effects = {
  allow: { en: 'allows', zh: '允许' },
  deny: { en: 'denies', zh: '拒绝' },
} as const satisfies { readonly [effect: string]: Text };

/** `1 action`, `26 actions`. */
export const actionsText = (count: number): Text => ({
  en: count === 1 ? '1 action' : `${count} actions`,
  zh: `${count} 个操作`,
});
