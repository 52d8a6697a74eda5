/** What a command is. Its file says how it is used, and loads what does the work when it runs. */
import type { Text } from '../core/text.js';
import type { Environment, ExitCode } from './environment.js';
import { readArguments, type Arguments, type Options } from './options.js';

export interface Help {
  /** One sentence: the first line of its help, and what the list of commands says. */
  readonly summary: Text;
  /** What stands behind the options, such as `[PATH...]`. */
  readonly operands: Text;
  /** What there is to know besides the options. */
  readonly about?: Text;
  /** What the exit codes mean. */
  readonly exits: Text;
}

export interface Command {
  readonly help: Help;
  readonly options: Options;
  /** Rejects with a `UsageError` where the arguments cannot be followed. */
  readonly run: (args: readonly string[], environment: Environment) => Promise<ExitCode>;
}

/** A command whose arguments are read as its options say. `run` should `import()` what does the work: help and other commands then never load it. */
export const command = <const All extends Options>(
  help: Help,
  options: All,
  run: (given: Arguments<All>, environment: Environment) => Promise<ExitCode>,
): Command => ({
  help,
  options,
  run: async (args, environment) => run(readArguments(args, options, environment.locale), environment),
});
