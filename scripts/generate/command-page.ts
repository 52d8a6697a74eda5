/** What the page of the command line takes from the commands' own help: between `<!-- command NAME -->` and `<!-- /command -->`. */
import type { Command } from '../../server/src/cli/command.js';
import { optionHelp, optionUsage, usageOf } from '../../server/src/cli/help.js';
import { say, type Locale } from '../../server/src/core/text.js';

const head = {
  en: '| option | meaning |',
  zh: '| 选项 | 含义 |',
};

/** `page` with its parts about commands as they say themselves. Throws where a command has none, or one is about no command. */
export function withCommands(page: string, commands: ReadonlyMap<string, Command>, locale: Locale): string {
  const missing = new Set(commands.keys());
  const written = page.replace(/<!-- command ([a-z]+) -->\n[^]*?<!-- \/command -->/gu, (_, name: string) => {
    const command = commands.get(name);
    if (!command) throw new Error(`there is no command ${name}`);
    missing.delete(name);
    return `<!-- command ${name} -->\n${partOf(name, command, locale)}\n<!-- /command -->`;
  });
  if (missing.size > 0) throw new Error(`the page tells nothing of ${[...missing].join(', ')}`);
  return written;
}

function partOf(name: string, command: Command, locale: Locale): string {
  const { summary, about, exits } = command.help;
  const rows = Object.entries(command.options).map(
    ([option, value]) =>
      `| \`${optionUsage(option, value).replaceAll('|', '\\|')}\` | ${cell(optionHelp(value, locale))} |`,
  );
  return [
    plain(say(summary, locale)),
    `    ${usageOf(name, command, locale)}`,
    ...(about ? [plain(say(about, locale))] : []),
    ...(rows.length > 0 ? [[say(head, locale), '|---|---|', ...rows].join('\n')] : []),
    plain(say(exits, locale)),
  ].join('\n\n');
}

/** Stars and angle brackets mean something in Markdown. */
const plain = (text: string): string => text.replace(/[*<>_]/gu, '\\$&').replaceAll('\n', '  \n');

const cell = (text: string): string => plain(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
