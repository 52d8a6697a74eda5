/**
 * Runs the command lines that a page of the documentation shows. A block whose info is `sh` is run where `cam-policy` stands in it as a command; the
 * `text` block behind it is what it prints on both streams; `# exit code N` at the end of a line is how it ends, 0 unless it is there. A block whose info
 * has a name, as in `json policy.cam.json`, is a file in the folder that the commands run in.
 */
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../host/install.js';
import { attempt } from '../host/process.js';
import { blocksIn, type Block } from './blocks.js';

const command = /(?:^|[|&;(] *)cam-policy(?:-language-server)? /mu;

export const isCommand = ({ info, text }: Block): boolean => info === 'sh' && command.test(text);

export interface Ran {
  readonly block: Block;
  /** The block behind it that shows what it prints. */
  readonly shown: Block | undefined;
  readonly expected: number;
  readonly code: number | undefined;
  readonly output: string;
}

/** Runs all of a page, in its order and in one folder; `language`: that of the environment, such as `zh_CN.UTF-8`. */
export async function runPage(page: string, language: string): Promise<readonly Ran[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cam-policy-page-'));
  try {
    const bin = await writeCommands(folder);
    await cp(path.join(repository, 'examples'), path.join(folder, 'examples'), { recursive: true });
    const env = { ...process.env, LC_ALL: language, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
    const blocks = blocksIn(page);
    const all: Ran[] = [];
    for (const [index, block] of blocks.entries()) {
      const name = /^\w+ (\S+)$/u.exec(block.info)?.[1];
      if (name !== undefined) {
        await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
        await writeFile(path.join(folder, name), block.text);
      } else if (isCommand(block)) {
        const expected = Number(/# exit code (\d+)$/mu.exec(block.text)?.[1] ?? 0);
        const script = `${expected === 0 ? 'set -e\n' : ''}${block.text}`;
        const { code, output } = await attempt('sh', ['-c', script], { cwd: folder, env, limit: 60_000 });
        const next = blocks[index + 1];
        all.push({ block, shown: next?.info === 'text' ? next : undefined, expected, code, output });
      }
    }
    return all;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the built commands into a folder below `folder`, for the PATH; gives its path. */
export async function writeCommands(folder: string): Promise<string> {
  const bin = path.join(folder, '.bin');
  await mkdir(bin);
  await writeCommand(path.join(bin, 'cam-policy'), 'cli.js');
  await writeCommand(path.join(bin, 'cam-policy-language-server'), 'server.js');
  return bin;
}

async function writeCommand(file: string, script: string): Promise<void> {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const built = path.join(repository, 'dist', script);
  await writeFile(file, `#!/bin/sh\nexec ${quoted(process.execPath)} ${quoted(built)} "$@"\n`);
  await chmod(file, 0o755);
}
