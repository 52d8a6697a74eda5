/** The command `format`: how it is used. */
import { command } from '../command.js';
import { config, dryRun, lang, noConfig, quiet, stdinFilename } from '../shared-options.js';

const help = {
  summary: { en: 'Lays out policies.', zh: '格式化策略。' },
  operands: { en: '[PATH...]', zh: '[路径...]' },
  about: {
    en: `PATH as for check; the text of - is printed. Only white space changes. Files that hold other things than one policy, such as Terraform, are left alone, and so are texts whose mistakes leave open where a string ends.`,
    zh: `路径的写法与 check 相同；- 的内容格式化后输出。只改动空白。包含策略以外内容的文件（如 Terraform）和因错误而无法确定字符串结束位置的文本保持不变。`,
  },
  exits: {
    en: `Exit codes: 0 done, 1 with --check or --dry-run: something would change, 2 a bad option or a file that cannot be read or written.`,
    zh: `退出码：0 已完成，1 使用 --check 或 --dry-run 时会有更改，2 选项有误，或有文件无法读取或写入。`,
  },
};

export const formatOptions = {
  check: {
    type: 'boolean',
    help: { en: 'write nothing; name the files that would change', zh: '不写入；列出会更改的文件' },
  },
  'dry-run': dryRun,
  indent: {
    type: 'string',
    value: 'WIDTH',
    choices: ['2', '4', 'tab'],
    default: '2',
    help: { en: '{choices}', zh: '{choices}' },
  },
  'stdin-filename': stdinFilename,
  config,
  'no-config': noConfig,
  lang,
  quiet,
} as const;

export const format = command(help, formatOptions, async (given, environment) =>
  (await import('../format/run.js')).runFormat(given, environment),
);
