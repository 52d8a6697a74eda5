/** The command `catalogue`: how it is used. */
import { command } from '../command.js';
import { json, lang } from '../shared-options.js';

const help = {
  summary: { en: 'Says what is known of services and from where.', zh: '显示已收录的服务与信息来源。' },
  operands: { en: '[SERVICE...]', zh: '[服务...]' },
  about: {
    en: 'Without a SERVICE: how many services and actions are known, and all services with the number of their actions. With one: its actions in numbers, the forms of its resources, and the documents that this is known from, with their dates.',
    zh: '不写服务时，显示已收录的服务与操作数量，并列出所有服务及其操作数。写明服务时，显示其操作数量、资源写法以及信息所依据的文档与日期。',
  },
  exits: {
    en: 'Exit codes: 0 fine, 2 a bad option or a service that is not known.',
    zh: '退出码：0 正常，2 选项有误或服务未知。',
  },
};

export const catalogueOptions = { json, lang } as const;

export const catalogue = command(help, catalogueOptions, async (given, environment) =>
  (await import('../catalogue/run.js')).runCatalogue(given, environment),
);
