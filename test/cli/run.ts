/** Runs the built command line as a process. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { repository } from '../host/install.js';

export interface Outcome {
  /** Null where a signal ended it, as after 60 s. */
  readonly code: number | null;
  readonly out: string;
  readonly complaints: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** What standard input holds; nothing unless given. */
  readonly input?: string | Buffer;
  /** Arguments of Node before the script. */
  readonly nodeArguments?: readonly string[];
  /** The user to run as; only root may choose. */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const script = path.join(repository, 'dist', 'cli.js');

/** Runs `cam-policy` to its end, in English unless an argument says otherwise. */
export function camPolicy(
  args: readonly string[],
  { cwd = repository, input = '', nodeArguments = [], uid, env: more = {} }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: 'C', ...more };
    const child = spawn(process.execPath, [...nodeArguments, script, ...args], {
      cwd,
      env,
      timeout: 60_000,
      killSignal: 'SIGKILL',
      ...(uid !== undefined && { uid }),
    });
    const texts = { out: '', complaints: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.complaints += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, ...texts });
    });
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
