/** The command `expand`: how it is used. */
import { command } from '../command.js';
import { json, lang } from '../shared-options.js';

const help = {
  summary: {
    en: 'Lists the actions that wildcards stand for.',
    zh: '列出通配符匹配的操作。',
  },
  operands: { en: 'FILE|PATTERN...', zh: '文件|通配符...' },
  about: {
    en: `PATTERN is an action with wildcards, such as 'cvm:Describe*'; quote it for the shell. FILE is a policy, or - for standard input; each wildcard of its actions is listed with its place. Actions are grouped by what they do: list, read, write, permission management, tagging. Only actions that are known are listed.`,
    zh: `通配符即含 * 的操作，如 'cvm:Describe*'，在 shell 中请加引号。文件为策略文件，- 表示标准输入；列出其中每个通配符及其位置。操作按作用分组：列表、读、写、权限管理、标签。只列出已收录的操作。`,
  },
  exits: {
    en: 'Exit codes: 0 all expanded, 1 a pattern matches no action that is known, 2 a bad option, a service that is not known or a file that cannot be read; the others are expanded all the same.',
    zh: '退出码：0 全部已列出，1 有通配符不匹配任何已收录的操作，2 选项有误、服务未知或文件无法读取；其余照常列出。',
  },
};

export const expandOptions = { json, lang } as const;

export const expand = command(help, expandOptions, async (given, environment) =>
  (await import('../expand/run.js')).runExpand(given, environment),
);
