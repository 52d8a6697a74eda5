/** The command `least`: how it is used. */
import { appid, owner } from '../access/options.js';
import { command } from '../command.js';
import { json, lang } from '../shared-options.js';

const help = {
  summary: {
    en: 'Writes the smallest policy for the actions that are used.',
    zh: '为实际使用的操作生成最小的策略。',
  },
  operands: { en: 'USES', zh: '使用记录' },
  about: {
    en: `USES is a file or - for standard input: service:Action on each line, with a resource behind it where that is known, or JSON of CloudAudit. With --policy, that policy is narrowed: it allows nothing new, and each use as before. Events that CAM refused do not count.`,
    zh: `使用记录为文件，或表示标准输入的 -：每行一个操作，已知资源时写在其后；也可以是操作审计（CloudAudit）的 JSON。给出 --policy 时收窄该策略：不新增任何权限，各项使用照旧允许。被 CAM 拒绝的事件不计。`,
  },
  exits: {
    en: 'Exit codes: 0 the policy is for all uses, 1 it is not for some, which are named, 2 the work could not be done.',
    zh: '退出码：0 策略涵盖全部使用，1 未涵盖其中一部分（已列出），2 未能完成。',
  },
};

export const leastOptions = {
  policy: { type: 'string', value: 'FILE', help: { en: 'the policy to narrow', zh: '要收窄的策略' } },
  write: {
    type: 'boolean',
    help: { en: 'write the policy to its file instead of printing it', zh: '将策略写回文件，而不是输出' },
  },
  owner,
  appid,
  json,
  lang,
} as const;

export const least = command(help, leastOptions, async (given, environment) =>
  (await import('../least/run.js')).runLeast(given, environment),
);
