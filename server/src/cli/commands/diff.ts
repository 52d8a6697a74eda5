/** The command `diff`: how it is used. */
import { appid, owner } from '../access/options.js';
import { command } from '../command.js';
import { json, lang } from '../shared-options.js';

const help = {
  summary: { en: 'Says what an edit newly allows, and what it takes away.', zh: '说明一次修改新增和减少了哪些权限。' },
  operands: { en: 'BEFORE AFTER', zh: '之前 之后' },
  about: {
    en: `Each is a file, a folder, REV:PATH of git, or FILE#NAME, a policy of Terraform. Of folders the files of one name are compared; a file that only one of them has, with nothing. Exact for all requests, with an example of each.`,
    zh: `两者各为文件、文件夹、git 的 REV:路径，或 Terraform 中的策略 FILE#名称。文件夹按文件名配对比较；仅一方有的文件与空策略比较。对所有请求精确判断，并各给出一例。`,
  },
  exits: {
    en: `Exit codes: 0 nothing that fails, 1 what --fail-on names, 2 the work could not be done, 3 --fail-on is given and it hangs on the account or is not decided.`,
    zh: `退出码：0 没有导致失败的变化，1 出现 --fail-on 所指的变化，2 未能完成，3 给出了 --fail-on，但取决于账号或无法确定。`,
  },
};

export const diffOptions = {
  'fail-on': {
    type: 'string',
    value: 'WHAT',
    choices: ['new-access', 'any-change'],
    help: { en: '{choices}', zh: '{choices}' },
  },
  'on-undecided': {
    type: 'string',
    value: 'HOW',
    choices: ['fail', 'warn'],
    default: 'fail',
    help: { en: 'with --fail-on, where it is not decided: {choices}', zh: '配合 --fail-on，无法确定时：{choices}' },
  },
  format: {
    type: 'string',
    value: 'FORMAT',
    choices: ['text', 'json', 'sarif', 'github'],
    default: 'text',
    help: { en: '{choices}', zh: '{choices}' },
  },
  json,
  owner,
  appid,
  lang,
} as const;

export const diff = command(help, diffOptions, async (given, environment) =>
  (await import('../access/diff.js')).runDiff(given, environment),
);
