/** The table of commands: which one a command line asks for, and its help. */
import { say, visible } from '../core/index.js';
import { check } from './check.js';
import { checkHelp, generalHelp } from './help.js';
import { localeFor } from './language.js';
import { exitCodes, UsageError, type ExitCode, type Terminal } from './platform.js';
import { texts } from './texts.js';
import type { Text } from '../core/index.js';

interface Command {
  readonly help: Text;
  /** Rejects with a `UsageError` where the arguments cannot be followed. `packs`: the folder of the catalogue. */
  readonly run: (args: readonly string[], terminal: Terminal, packs: string) => Promise<ExitCode>;
}

/** A further command is a row here. */
const commands: ReadonlyMap<string, Command> = new Map([['check', { help: checkHelp, run: check }]]);

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((one) => one === '--help' || one === '-h');
};

/** Runs what `args` ask for; gives the exit code. Never rejects. */
export async function runCommand(args: readonly string[], packs: string): Promise<ExitCode> {
  const terminal: Terminal = {
    locale: localeFor(args, process.env),
    print: (text) => void process.stdout.write(text),
    complain: (line) => void process.stderr.write(`cam-policy: ${line}\n`),
  };
  const [name, ...others] = args;
  const command = name === undefined ? undefined : commands.get(name);
  if (asksForHelp(args)) {
    terminal.print(say(command?.help ?? generalHelp, terminal.locale));
    return exitCodes.fine;
  }
  if (!command) {
    terminal.complain(
      name === undefined ? say(texts.noCommand, terminal.locale) : say(texts.unknownCommand, terminal.locale, { name }),
    );
    return exitCodes.notDone;
  }
  try {
    return await command.run(others, terminal, packs);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.complain(
      error instanceof UsageError ? reason : say(texts.failed, terminal.locale, { reason: visible(reason) }),
    );
    return exitCodes.notDone;
  }
}
