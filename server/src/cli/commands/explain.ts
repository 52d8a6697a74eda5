/** The command `explain`: how it is used. */
import { command } from '../command.js';
import { lang } from '../shared-options.js';

const help = {
  summary: { en: 'Says what a policy allows.', zh: '说明策略允许的内容。' },
  operands: { en: 'FILE...', zh: '文件...' },
  about: {
    en: `FILE holds a policy; - is standard input. By service: actions by access class, resources, conditions, what deny statements take away, and statements without effect.`,
    zh: `文件中为策略；- 表示标准输入。按服务列出：各访问级别的操作、资源、条件、拒绝语句所拒绝的内容，以及不起作用的语句。`,
  },
  exits: { en: `Exit codes: 0 explained, 2 the work could not be done.`, zh: `退出码：0 已说明，2 未能完成。` },
};

export const explainOptions = { lang } as const;

export const explain = command(help, explainOptions, async (given, environment) =>
  (await import('../access/explain-file.js')).runExplain(given, environment),
);
