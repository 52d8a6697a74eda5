/** The command `explain`: how it is used. */
import { command } from '../command.js';
import { lang } from '../shared-options.js';

const help = {
  summary: {
    en: 'Explains an action, a service, a rule or a resource.',
    zh: '说明操作、服务、规则或资源。',
  },
  operands: { en: 'ACTION|SERVICE|RULE|RESOURCE...', zh: '操作|服务|规则|资源...' },
  about: {
    en: `Says what the editor says on hover: what an action does, whether it can be restricted to resources and in which form, and where that is known from. Condition operators and keys are explained, too, and wildcards such as 'cvm:Describe*'; quote them for the shell. An action may be named without its service.`,
    zh: `内容与编辑器的悬停提示相同：操作的作用、是否支持资源级授权、资源的写法以及信息来源。也可说明条件运算符、条件键与通配符（如 'cvm:Describe*'，在 shell 中请加引号）。操作可以不写服务名。`,
  },
  exits: {
    en: 'Exit codes: 0 all explained, 2 a bad option or something that is not known; the others are explained all the same.',
    zh: '退出码：0 全部已说明，2 选项有误或有未知的名称；其余照常说明。',
  },
};

export const explain = command(help, { lang }, async (given, environment) =>
  (await import('../explain/run.js')).runExplain(given, environment),
);
