/** The command `check`: how it is used. */
import { formats } from '../check/formats/names.js';
import { command } from '../command.js';
import { color, lang, output, quiet, stdinFilename } from '../shared-options.js';

const help = {
  summary: { en: 'Reports what is wrong with policies.', zh: '报告策略中的问题。' },
  operands: { en: '[PATH...]', zh: '[路径...]' },
  about: {
    en: `PATH is a file, a folder (its *.cam.json, also in folders below; not in node_modules and folders whose names begin with a dot), or - for standard input. Without a PATH: the current folder.`,
    zh: `路径可以是文件、文件夹或表示标准输入的 -。文件夹指其中及各级子文件夹中的 *.cam.json，跳过 node_modules 和名称以点开头的文件夹。不写路径时检查当前文件夹。`,
  },
  exits: {
    en: `Exit codes: 0 no errors, 1 errors or too many warnings, 2 a bad option or a file that cannot be read; the other files are checked all the same.`,
    zh: `退出码：0 没有错误，1 有错误或警告过多，2 选项有误或有文件无法读取；其余文件照常检查。`,
  },
};

export const checkOptions = {
  'stdin-filename': stdinFilename,
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: formats,
    default: 'text',
    help: { en: '{choices}', zh: '{choices}' },
  },
  output,
  rule: {
    type: 'string',
    value: 'NAME=LEVEL',
    multiple: true,
    help: {
      en: 'set a rule to off, hint, information, warning or error; may be repeated',
      zh: '将规则设为 off、hint、information、warning 或 error；可重复',
    },
  },
  'min-severity': {
    type: 'string',
    value: 'LEVEL',
    choices: ['error', 'warning', 'information', 'hint'],
    default: 'information',
    help: { en: 'show what is at least so severe: {choices}', zh: '只显示不低于此级别的结果：{choices}' },
  },
  'max-warnings': {
    type: 'number',
    value: 'N',
    help: { en: 'fail where there are more warnings than N', zh: '警告多于 N 个时失败' },
  },
  lang,
  color,
  quiet,
} as const;

export const check = command(help, checkOptions, async (given, environment) =>
  (await import('../check/run.js')).runCheck(given, environment),
);
