/** The command `add`: how it is used. */
import { command } from '../command.js';
import { lang } from '../shared-options.js';

const help = {
  summary: { en: 'Adds what an access-denied message misses.', zh: '根据无权限报错添加所缺的语句。' },
  operands: { en: 'FILE < MESSAGE', zh: '文件 < 错误信息' },
  about: {
    en: `Reads a message of CAM, an SDK, a console or COS from standard input and adds the statement that it misses to the policy in FILE. What no statement helps against, such as an explicit deny, is told. Look at what was added: a message does not always name the resource.`,
    zh: `从标准输入读取 CAM、SDK、控制台或 COS 的错误信息，将所缺的语句添加到文件中的策略。无法靠添加语句解决的情况（如显式拒绝）会给出说明。请检查所添加的内容：错误信息不一定指明资源。`,
  },
  exits: {
    en: 'Exit codes: 0 added, 1 nothing was added or a choice is left, and why was told, 2 the work could not be done.',
    zh: '退出码：0 已添加，1 未添加或尚需选择（已说明原因），2 未能完成。',
  },
};

export const addOptions = {
  choose: {
    type: 'string',
    value: 'ACTION',
    multiple: true,
    help: {
      en: 'the action of a COS request that the message does not name; may be repeated',
      zh: '错误信息未指明的 COS 请求操作；可重复',
    },
  },
  'dry-run': {
    type: 'boolean',
    help: { en: 'print the policy instead of writing it', zh: '输出策略而不写入文件' },
  },
  lang,
} as const;

export const add = command(help, addOptions, async (given, environment) =>
  (await import('../add/run.js')).runAdd(given, environment),
);
