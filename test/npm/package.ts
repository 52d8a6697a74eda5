/** Packs the npm package as people who publish it do, and installs it as people who use it do. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../host/install.js';
import { npmCommand, run } from '../host/process.js';

const [npm, ...first] = npmCommand();

/** Packs into `folder`; gives the path of the tarball. */
export async function pack(folder: string): Promise<string> {
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
