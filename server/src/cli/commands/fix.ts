/** The command `fix`: how it is used. */
import { command } from '../command.js';
import { config, dryRun, lang, noConfig, quiet, rule, stdinFilename } from '../shared-options.js';

const help = {
  summary: { en: 'Applies the fixes that need no person’s eye.', zh: '应用无需人工确认的修复。' },
  operands: { en: '[PATH...]', zh: '[路径...]' },
  about: {
    en: `PATH as for check; the text of - is printed with its fixes. A file is replaced in one step. It keeps its mode, its line ends and its byte order mark; one that changed meanwhile is left alone.`,
    zh: `路径的写法与 check 相同；- 的内容修复后输出。文件一次性替换，保留权限、换行符和字节顺序标记；期间被改动的文件保持不变。`,
  },
  exits: {
    en: `Exit codes: 0 no errors are left, 1 errors are left, or with --dry-run something would change, 2 a bad option or a file that cannot be read or written.`,
    zh: `退出码：0 没有剩余错误，1 仍有错误，或使用 --dry-run 时会有更改，2 选项有误，或有文件无法读取或写入。`,
  },
};

export const fixOptions = {
  'dry-run': dryRun,
  'stdin-filename': stdinFilename,
  rule,
  config,
  'no-config': noConfig,
  lang,
  quiet,
} as const;

export const fix = command(help, fixOptions, async (given, environment) =>
  (await import('../fix/run.js')).runFix(given, environment),
);
