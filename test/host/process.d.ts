/** Child processes for the rooms of the test host: run one to its end, or end a whole group of them. */
import { type ChildProcess } from 'node:child_process';
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `show` passes output through; `keep` (the default) collects it. */
  readonly output?: 'show' | 'keep';
  /** On Windows the command may be a script, which only a shell runs. */
  readonly script?: boolean;
}
export interface Ended {
  /** The exit code; `undefined` when a signal ended it or it could not be started. */
  readonly code: number | undefined;
  /** What it printed, both streams, where it was kept; else why it could not be started. */
  readonly output: string;
}
/** Runs `command` to its end. Never rejects: a command that cannot be started has no code. */
export declare function attempt(command: string, args: readonly string[], options?: RunOptions): Promise<Ended>;
/** Runs `command` to its end and gives back what it printed; an error with its last lines where it fails. */
export declare function run(command: string, args: readonly string[], options?: RunOptions): Promise<string>;
/** The command line of npm: the npm that runs us, else the one on the PATH. */
export declare function npmCommand(): readonly [command: string, ...args: string[]];
/** Ends `child`, started `detached`, with all that it started: asked first, forced after `patience` ms. Resolves when it is gone. */
export declare function endGroup(child: ChildProcess, patience?: number): Promise<void>;
/** Waits for `promise`, at most `ms`; `undefined` when that time has passed first. */
export declare function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined>;
