/** The command `lsp`: the language server. It is a script of its own, which is run in this process. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Command } from '../command.js';
import { exitCodes, UsageError } from '../environment.js';
import { readArguments, type Options } from '../options.js';
import { lang } from '../shared-options.js';
import { say } from '../../core/text.js';

const transport = {
  en: 'say --stdio: the server talks over standard input and output',
  zh: '请指定 --stdio：服务器通过标准输入输出通信',
};

const options = {
  stdio: { type: 'boolean', help: { en: 'talk over standard input and output', zh: '通过标准输入输出通信' } },
  lang: {
    ...lang,
    help: {
      en: '{choices}, for editors that say no language; en unless given',
      zh: '{choices}；编辑器未声明语言时使用，默认 en',
    },
  },
} satisfies Options;

export const lsp: Command = {
  help: {
    summary: { en: 'Starts the language server for an editor.', zh: '为编辑器启动语言服务器。' },
    operands: { en: '', zh: '' },
    about: {
      en: 'The same as cam-policy-language-server. Editors start it; docs/editors.md says how. Other arguments, which some editors add, are not looked at.',
      zh: '等同于 cam-policy-language-server。由编辑器启动，配置方法见 docs/editors.zh-CN.md。部分编辑器会附加其他参数，这些参数会被忽略。',
    },
    exits: {
      en: 'Exit codes: 0 the editor ended it as the protocol says, 1 it ended otherwise, 2 no --stdio, or a language that it does not speak.',
      zh: '退出码：0 编辑器按协议结束，1 以其他方式结束，2 缺少 --stdio，或语言不受支持。',
    },
  },
  options,
  run(args, { locale, packs }) {
    const own = args.filter((one, at) => /^--(?:stdio|lang)(?:=|$)/u.test(one) || args[at - 1] === '--lang');
    if (!readArguments(own, options, locale).values.stdio) throw new UsageError(say(transport, locale));
    // It reads the arguments of the process itself.
    createRequire(__filename)(path.join(packs, 'server.js'));
    return Promise.resolve(exitCodes.fine);
  },
};
