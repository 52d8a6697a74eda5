/** The table of what a configuration may hold. docs/configuration.md says what it means. */
import type { Rules, RuleSetting } from '../lint/lint.js';
import type { Text } from '../text.js';
import { memoByObject } from '../memo.js';
import { forms } from './forms.js';
import { field, list, object, required, text } from './make-shape.js';
import type { ObjectShape, Shape } from './shape.js';

const globs = (filled: boolean): Shape => list(text(forms.glob), filled);

/** What each level means. */
const aboutLevels: { readonly [level in RuleSetting]: Text } = {
  off: { en: 'The rule is not checked.', zh: '不检查此规则。' },
  hint: {
    en: 'Shown as dots in an editor; the command line leaves it out.',
    zh: '编辑器中以点显示；命令行默认不显示。',
  },
  information: { en: 'Worth knowing.', zh: '供参考。' },
  warning: { en: 'Probably a mistake.', zh: '很可能有误。' },
  error: { en: 'The command line fails.', zh: '命令行返回失败。' },
};

/** The level that a rule gets. */
const level: Shape = { kind: 'choice', values: new Map(Object.entries(aboutLevels)) };

/** Members named after the rules, each with a level. */
const levelsOf = (rules: Rules): ObjectShape => ({
  kind: 'object',
  members: 'rules',
  fields: new Map(
    Object.entries(rules).map(([name, { summary, severity }]) => [
      name,
      { ...field(level, summary), standard: severity },
    ]),
  ),
});

const account = object({
  uin: field(text(forms.number), {
    en: 'The number of the root account whose policies these are.',
    zh: '这些策略所属主账号的 UIN。',
  }),
  appid: field(text(forms.number), {
    en: 'The APPID of that account, which stands in names of COS buckets.',
    zh: '该账号的 APPID，即 COS 存储桶名称中的数字。',
  }),
});

const suppression = (rules: Rules): ObjectShape =>
  object({
    rule: required(
      { kind: 'choice', values: summariesOf(rules) },
      { en: 'The rule to keep quiet.', zh: '要忽略的规则。' },
    ),
    files: required(globs(true), { en: 'In which files.', zh: '适用的文件。' }),
    reason: required(text(forms.words), {
      en: 'Why the finding is accepted, for those who read this later.',
      zh: '接受该问题的理由，供以后阅读者参考。',
    }),
    until: field(text(forms.day), {
      en: 'The last day on which it holds, in UTC.',
      zh: '最后有效日期（UTC）。',
    }),
    action: field(text(forms.words), {
      en: 'Only for findings on this action, as the policy writes it; `*` stands for any text.',
      zh: '仅适用于此操作上的问题，按策略中的写法；`*` 表示任意文字。',
    }),
    resource: field(text(forms.words), {
      en: 'Only for findings on this resource, as the policy writes it; `*` stands for any text.',
      zh: '仅适用于此资源上的问题，按策略中的写法；`*` 表示任意文字。',
    }),
    statement: field(
      { kind: 'either', shapes: [{ kind: 'count' }, text(forms.words)] },
      {
        en: 'Only in this statement: its index from 0, or what its first action is.',
        zh: '仅适用于此语句：从 0 开始的序号，或其第一个操作。',
      },
    ),
  });

const summariesOf = (rules: Rules): ReadonlyMap<string, Text> =>
  new Map(Object.entries(rules).map(([name, { summary }]) => [name, summary]));

/** What a configuration may hold, for `rules`. */
export const configurationShape = memoByObject((rules: Rules): ObjectShape => {
  const levelled = levelsOf(rules);
  return object({
    $schema: field(text(forms.any), { en: 'The JSON Schema of this file.', zh: '本文件的 JSON Schema。' }),
    extends: field(text(forms.file), {
      en: 'Another configuration that this one adds to.',
      zh: '本配置所扩展的另一个配置。',
    }),
    account: field(account, { en: 'The account whose policies these are.', zh: '这些策略所属的账号。' }),
    files: field(globs(false), {
      en: 'Which files are policies besides `*.cam.json`.',
      zh: '除 `*.cam.json` 之外的策略文件。',
    }),
    ignore: field(globs(false), { en: 'Files and folders that are not checked.', zh: '不检查的文件和文件夹。' }),
    rules: field(levelled, { en: 'The level of each rule.', zh: '各规则的级别。' }),
    overrides: field(
      list(
        object({
          files: required(globs(true), { en: 'In which files.', zh: '适用的文件。' }),
          rules: required(levelled, { en: 'The level of each rule in these files.', zh: '规则在这些文件中的级别。' }),
        }),
        false,
      ),
      { en: 'Levels of rules in some files.', zh: '部分文件中的规则级别。' },
    ),
    suppress: field(list(suppression(rules), false), {
      en: 'Findings that are accepted, each with its reason.',
      zh: '已接受的问题，各附理由。',
    }),
  });
});
