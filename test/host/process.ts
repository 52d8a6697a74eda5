/** Child processes for the rooms of the test host: run one to its end, or end a whole group of them. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** `show` passes output through; `keep` (the default) collects it. */
  readonly output?: 'show' | 'keep';
  /** On Windows the command may be a script, which only a shell runs. */
  readonly script?: boolean;
  /** How long it may run, in ms; then it is ended. */
  readonly limit?: number;
}

export interface Ended {
  /** The exit code; `undefined` when a signal ended it or it could not be started. */
  readonly code: number | undefined;
  /** What it printed, both streams, where it was kept; else why it could not be started. */
  readonly output: string;
}

/** Runs `command` to its end. Never rejects: a command that cannot be started has no code. */
export function attempt(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const shell = options.script === true && process.platform === 'win32';
    const words = [command, ...args].map((word) => (shell ? `"${word}"` : word));
    const child = spawn(words[0] ?? command, words.slice(1), {
      shell,
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.limit === undefined ? {} : { timeout: options.limit, killSignal: 'SIGKILL' }),
    });
    const printed: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => printed.push(text));
    child.on('error', (error) => {
      resolve({ code: undefined, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? undefined, output: printed.join('') });
    });
  });
}

/** Runs `command` to its end and gives back what it printed; an error with its last lines where it fails. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await attempt(command, args, options);
  if (code === 0) return output;
  const what = `${path.basename(command)} ${args.join(' ')}`;
  throw new Error(`${what}\nfailed (${code ?? 'no exit code'}):\n${output.slice(-2000)}`);
}

/** The command line of npm: the npm that runs us, else the one on the PATH. */
export function npmCommand(): readonly [command: string, ...args: string[]] {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && path.basename(cli) === 'npm-cli.js') return [process.execPath, cli];
  if (process.platform !== 'win32') return ['npm'];
  return [process.execPath, path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')];
}

/** Ends `child`, started `detached`, with all that it started: asked first, forced after `patience` ms. Resolves when it is gone. */
export async function endGroup(child: ChildProcess, patience = 3000): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else
      child.once('exit', () => {
        resolve();
      });
  });
  if (process.platform === 'win32') {
    await attempt('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  signalGroup(pid, 'SIGTERM');
  await within(patience, gone);
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what was wanted.
  }
}

/** Waits for `promise`, at most `ms`; `undefined` when that time has passed first. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
