/** The command `check`: how it is used. */
import { formats } from '../check/formats/names.js';
import { command } from '../command.js';
import { color, config, lang, noConfig, output, quiet, rule, stdinFilename } from '../shared-options.js';

const help = {
  summary: { en: 'Reports what is wrong with policies.', zh: '报告策略中的问题。' },
  operands: { en: '[PATH...]', zh: '[路径...]' },
  about: {
    en: `PATH is a file, a folder, a pattern such as 'policies/**/*.json', or - for standard input; without one, the current folder. Folders: *.cam.json, *.tf, *.tofu and files that the configuration names; not what git ignores.`,
    zh: `路径可以是文件、文件夹、'policies/**/*.json' 之类的模式，或表示标准输入的 -；不写时为当前文件夹。文件夹中检查 *.cam.json、*.tf、*.tofu 和配置指定的文件，跳过 git 忽略的文件。`,
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
  rule,
  'min-severity': {
    type: 'string',
    value: 'LEVEL',
    choices: ['error', 'warning', 'information', 'hint'],
    default: 'information',
    help: { en: '{choices}', zh: '{choices}' },
  },
  'max-warnings': {
    type: 'number',
    value: 'N',
    help: { en: 'fail where there are more warnings than N', zh: '警告多于 N 个时失败' },
  },
  config,
  'no-config': noConfig,
  statistics: {
    type: 'boolean',
    help: { en: 'how often each rule found something', zh: '各规则发现问题的次数' },
  },
  lang,
  color,
  quiet,
} as const;

export const check = command(help, checkOptions, async (given, environment) =>
  (await import('../check/run.js')).runCheck(given, environment),
);
