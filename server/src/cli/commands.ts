/** The table of commands, and which one a command line asks for. */
import { say, visible } from '../core/text.js';
import type { Command } from './command.js';
import { add } from './commands/add.js';
import { can } from './commands/can.js';
import { catalogue } from './commands/catalogue.js';
import { check } from './commands/check.js';
import { diff } from './commands/diff.js';
import { expand } from './commands/expand.js';
import { explain } from './commands/explain.js';
import { least } from './commands/least.js';
import { lsp } from './commands/lsp.js';
import { test } from './commands/test.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from './environment.js';
import { generalHelp, helpOf } from './help.js';
import { localeFor } from './language.js';
import { texts } from './texts.js';

/** A further command is a row here, and a file in `commands/`. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['can', can],
  ['diff', diff],
  ['least', least],
  ['test', test],
  ['explain', explain],
  ['expand', expand],
  ['catalogue', catalogue],
  ['add', add],
  ['lsp', lsp],
]);

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((one) => one === '--help' || one === '-h');
};

/** Runs what `args` ask for; gives the exit code. Never rejects. `packs`: the folder of the catalogue. */
export async function runCommand(args: readonly string[], packs: string): Promise<ExitCode> {
  const locale = localeFor(args, process.env);
  const environment: Environment = {
    locale,
    print: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`cam-policy: ${line}\n`),
    packs,
  };
  const [name, ...others] = args;
  const command = name === undefined ? undefined : commands.get(name);
  if (asksForHelp(args)) {
    environment.print(name && command ? helpOf(name, command, locale) : generalHelp(commands, locale));
    return exitCodes.fine;
  }
  if (!command) {
    environment.complain(
      name === undefined ? say(texts.noCommand, locale) : say(texts.unknownCommand, locale, { name }),
    );
    return exitCodes.notDone;
  }
  try {
    return await command.run(others, environment);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    environment.complain(error instanceof UsageError ? reason : say(texts.failed, locale, { reason: visible(reason) }));
    return exitCodes.notDone;
  }
}
