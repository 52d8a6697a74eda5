/** The command `explain`: how it is used. */
import { command } from '../command.js';
import { lang } from '../shared-options.js';

const help = {
  summary: {
    en: 'Explains an action, a service, a rule, a resource or a policy.',
    zh: '说明操作、服务、规则、资源或策略。',
  },
  operands: { en: 'ACTION|SERVICE|RULE|RESOURCE|FILE...', zh: '操作|服务|规则|资源|文件...' },
  about: {
    en: `Of a name it says what the editor says on hover: what an action does, whether it can be restricted to resources and in which form, and where that is known from. Condition operators, condition keys and wildcards such as 'cvm:Describe*' are names, too; quote them for the shell. An action may be named without its service.
FILE holds a policy; - is standard input. It is told by service: actions by access class, resources, conditions, what deny statements take away, and statements without effect.`,
    zh: `对于名称，内容与编辑器的悬停提示相同：操作的作用、是否支持资源级授权、资源的写法以及信息来源。名称也可以是条件运算符、条件键或通配符（如 'cvm:Describe*'，在 shell 中请加引号）。操作可以不写服务名。
文件中为策略；- 表示标准输入。按服务列出：各访问级别的操作、资源、条件、拒绝语句所拒绝的内容，以及不起作用的语句。`,
  },
  exits: {
    en: 'Exit codes: 0 all explained, 2 a bad option or something that is not known; the others are explained all the same.',
    zh: '退出码：0 全部已说明，2 选项有误或有未知的名称；其余照常说明。',
  },
};

export const explain = command(help, { lang }, async (given, environment) =>
  (await import('../explain/run.js')).runExplain(given, environment),
);
