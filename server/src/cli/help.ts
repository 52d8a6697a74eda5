/** Help in words, from what commands say of themselves; each fits a screen of 24 lines and 80 columns. */
import { say, type Locale, type Text } from '../core/text.js';
import type { Command } from './command.js';
import type { Option } from './options.js';
import { widthOf } from './width.js';

const columns = 80;

const words = {
  title: { en: 'Writes and checks Tencent Cloud CAM policies.', zh: '编写和检查腾讯云 CAM 策略。' },
  usage: { en: 'Usage: {usage}', zh: '用法：{usage}' },
  command: { en: 'COMMAND [OPTION...] [ARGUMENT...]', zh: '命令 [选项...] [参数...]' },
  option: { en: '[OPTION...]', zh: '[选项...]' },
  commands: { en: 'Commands:', zh: '命令：' },
  options: { en: 'Options:', zh: '选项：' },
  help: { en: 'help; after a command, the help of that command', zh: '帮助；写在命令之后时显示该命令的帮助' },
  helpOfCommand: { en: 'this help', zh: '显示本帮助' },
  version: { en: 'the version', zh: '版本' },
  byDefault: { en: '{choice} (default)', zh: '{choice}（默认）' },
  exits: {
    en: 'Exit codes: 0 fine, 1 findings, 2 the work could not be done.',
    zh: '退出码：0 正常，1 有问题，2 未能完成。',
  },
} satisfies { readonly [name: string]: Text };

/** The line that says how a command is called. */
export const usageOf = (name: string, { help }: Pick<Command, 'help'>, locale: Locale): string =>
  ['cam-policy', name, say(words.option, locale), say(help.operands, locale)].filter((part) => part !== '').join(' ');

/** What an option is for, in one paragraph. */
export function optionHelp(option: Option, locale: Locale): string {
  const named = (option.choices ?? []).map((choice) =>
    choice === option.default ? say(words.byDefault, locale, { choice }) : choice,
  );
  const [comma, or] = locale === 'zh' ? ['、', ' 或 '] : [', ', ' or '];
  const choices = [named.slice(0, -1).join(comma), ...named.slice(-1)].filter((part) => part !== '').join(or);
  return say(option.help, locale, { choices: choices.replace('） ', '）') });
}

/** `--name VALUE`. */
export const optionUsage = (name: string, { value }: Option): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;

/** The help of a command, with a newline at its end. */
export function helpOf(name: string, command: Command, locale: Locale): string {
  const { summary, about, exits } = command.help;
  const rows = Object.entries(command.options).map(
    ([option, value]) => [optionUsage(option, value), optionHelp(value, locale)] as const,
  );
  const parts = [
    say(summary, locale),
    say(words.usage, locale, { usage: usageOf(name, command, locale) }),
    about && wrapped(say(about, locale), columns - 1).join('\n'),
    table([...rows, ['-h, --help', say(words.helpOfCommand, locale)]]),
    wrapped(say(exits, locale), columns - 1).join('\n'),
  ];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

/** The help without a command, with a newline at its end. */
export function generalHelp(commands: ReadonlyMap<string, Command>, locale: Locale): string {
  const usage = `cam-policy ${say(words.command, locale)}`;
  const list = [...commands].map(([name, { help }]) => [name, say(help.summary, locale)] as const);
  const options = [
    ['-h, --help', say(words.help, locale)],
    ['-v, --version', say(words.version, locale)],
  ] as const;
  const parts = [
    say(words.title, locale),
    say(words.usage, locale, { usage }),
    `${say(words.commands, locale)}\n${table(list)}`,
    `${say(words.options, locale)}\n${table(options)}`,
    say(words.exits, locale),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Two columns, the second one wrapped. */
function table(rows: readonly (readonly [string, string])[]): string {
  const left = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows
    .map(([name, text]) =>
      wrapped(text, columns - 1 - left)
        .map((line, index) => `${(index === 0 ? `  ${name}` : '').padEnd(left)}${line}`)
        .join('\n'),
    )
    .join('\n');
}

/** Signs that no line begins with. */
const closing = /^[，。、；：！？）》”,.;:)]/u;

/** Words, and each character of Chinese by itself, with the blanks before them. */
function partsOf(paragraph: string): readonly string[] {
  const parts: string[] = [];
  let blanks = '';
  for (const one of paragraph.match(/[\u2e80-\uffef]|[^\u2e80-\uffef ]+| /gu) ?? []) {
    if (one !== ' ') parts.push(blanks + one);
    blanks = one === ' ' ? `${blanks} ` : '';
  }
  return parts;
}

/** `text` in lines of at most `width` columns; Chinese may be broken between characters, other text at blanks. */
export function wrapped(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const part of partsOf(paragraph))
      if (line !== '' && widthOf(line + part) > width && !closing.test(part)) {
        lines.push(line);
        line = part.trimStart();
      } else line += part;
    return [...lines, line];
  });
}
