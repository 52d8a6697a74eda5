/** The command `can`: how it is used. */
import { appid, owner } from '../access/options.js';
import { command } from '../command.js';
import { json, lang } from '../shared-options.js';

const help = {
  summary: { en: 'Says whether policies allow an action.', zh: '判断策略是否允许某个操作。' },
  operands: { en: 'POLICY...', zh: '策略...' },
  about: {
    en: `POLICY is a file or - for standard input; several policies are attached to the same caller. A condition key that is not given is not known.`,
    zh: `策略为文件，或表示标准输入的 -；多个策略视为关联同一调用者。未给出的条件键视为未知。`,
  },
  exits: {
    en: `Exit codes: 0 allowed, 1 denied or not allowed, 2 the work could not be done, 3 it depends on what is not given, or no document decides it.`,
    zh: `退出码：0 允许，1 拒绝或未允许，2 未能完成，3 取决于未给出的信息，或没有文档可据以判断。`,
  },
};

export const canOptions = {
  action: { type: 'string', value: 'ACTION', help: { en: 'such as cvm:StopInstances', zh: '例如 cvm:StopInstances' } },
  resource: {
    type: 'string',
    value: 'RESOURCE',
    multiple: true,
    help: {
      en: '* (default) or six segments; of several each must be allowed',
      zh: '*（默认）或六段式；多个时须全部允许',
    },
  },
  context: {
    type: 'string',
    value: 'KEY=VALUE',
    multiple: true,
    help: { en: 'a condition key; given twice it has two values', zh: '条件键的取值；重复给出时为多个取值' },
  },
  absent: {
    type: 'string',
    value: 'KEY',
    multiple: true,
    help: { en: 'a condition key that the request does not have', zh: '请求中不存在的条件键' },
  },
  uin: { type: 'string', value: 'UIN', help: { en: 'who calls', zh: '调用者的 UIN' } },
  owner,
  appid,
  boundary: { type: 'string', value: 'FILE', help: { en: 'the permissions boundary', zh: '权限边界' } },
  json,
  lang,
} as const;

export const can = command(help, canOptions, async (given, environment) =>
  (await import('../access/can.js')).runCan(given, environment),
);
