/** Packs the npm package as people who publish it do, and installs it as people who use it do. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { repository } from '../host/install.js';
import { npmCommand, run } from '../host/process.js';

const [npm, ...first] = npmCommand();

let packed: Promise<string> | undefined;

/** The path of the tarball, packed when it is first asked for; it is gone when the process ends. */
export const pack = (): Promise<string> =>
  (packed ??= packInto(mkdtempSync(path.join(os.tmpdir(), 'cam-policy-packed-'))));

async function packInto(folder: string): Promise<string> {
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  await run(npm, [...first, 'pack', '--pack-destination', folder], { cwd: repository });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball');
  return path.join(folder, tarball);
}

/** Installs a tarball, and nothing else, into an empty folder. No registry is asked: what the package needs must be in it. */
export async function install(tarball: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  const options = ['--offline', '--no-audit', '--no-fund', '--cache', path.join(folder, 'cache')];
  await run(npm, [...first, 'install', ...options, tarball], { cwd: folder });
}
