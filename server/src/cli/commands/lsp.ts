/** The command `lsp`: the language server. It is a script of its own, which is run in this process. */
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Command } from '../command.js';
import { exitCodes, UsageError } from '../environment.js';
import { lang } from '../shared-options.js';
import { say } from '../../core/text.js';

const transport = {
  en: 'say --stdio: the server talks over standard input and output',
  zh: '请指定 --stdio：服务器通过标准输入输出通信',
};

export const lsp: Command = {
  help: {
    summary: { en: 'Starts the language server for an editor.', zh: '为编辑器启动语言服务器。' },
    operands: { en: '', zh: '' },
    about: {
      en: 'The same as cam-policy-language-server. Editors start it; docs/editors.md says how. The editor says which language it speaks.',
      zh: '等同于 cam-policy-language-server。由编辑器启动，配置方法见 docs/editors.zh-CN.md。界面语言由编辑器指定。',
    },
    exits: {
      en: 'Exit codes: 0 the editor ended it as the protocol says, 1 it ended otherwise, 2 a bad option.',
      zh: '退出码：0 编辑器按协议结束，1 以其他方式结束，2 选项有误。',
    },
  },
  options: {
    stdio: { type: 'boolean', help: { en: 'talk over standard input and output', zh: '通过标准输入输出通信' } },
    lang,
  },
  run(args, { locale, packs }) {
    if (!args.includes('--stdio')) throw new UsageError(say(transport, locale));
    // It reads the arguments of the process itself; editors add some of their own.
    createRequire(__filename)(path.join(packs, 'server.js'));
    return Promise.resolve(exitCodes.fine);
  },
};
