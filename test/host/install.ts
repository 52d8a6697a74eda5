/**
 * Brings a real VS Code server, and the Node it needs, into `.vscode-test/host/`: from the npm registry alone, once; nothing is compiled.
 * It is no second package of the project: what it installs is pinned in `pins.ts`. Nothing here starts it, and no browser is needed for it.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeServer, nodeMajor, nodes, type Pin } from './pins.js';
import { npmCommand, run } from './process.js';

/** An installed host; paths are absolute. */
export interface Host {
  /** Node of the version that the server needs. */
  readonly node: string;
  /** The server's entry, to be run by `node`. */
  readonly server: string;
  /** VS Code's version. */
  readonly version: string;
}

type Say = (line: string) => void;

/** Change it when the way of installing changes, so that older installations are made anew. */
const revision = 2;

export const repository = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(repository, '.vscode-test', 'host');
const stamp = path.join(folder, 'installed.json');
const server = path.join(folder, 'vscode');
const entry = path.join(server, 'out', 'server-main.js');

/**
 * The host, installed first where it is missing or out of date.
 * Rejects where a package cannot be had or the server does not start; then nothing counts as installed.
 */
export async function installHost(say: Say = console.log): Promise<Host> {
  const pin = nodes[`${process.platform}-${process.arch}`];
  const node =
    pin === undefined
      ? ownNode()
      : path.join(folder, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const key = JSON.stringify([revision, codeServer.sha512, pin?.sha512 ?? process.version]);
  const installed = await readStamp();
  if (installed?.key === key) return { node, server: entry, version: installed.version };

  const started = Date.now();
  say(`Installing a VS Code server into ${path.relative(repository, folder)} (once) …`);
  await rm(folder, { recursive: true, force: true });
  await Promise.all([
    unpack(codeServer, 'lib/vscode', server),
    ...(pin === undefined ? [] : [unpack(pin, '', path.join(folder, 'node'))]),
  ]);
  if (pin !== undefined) await chmod(node, 0o755);
  await installDependencies();
  await replaceNatives();
  const version = await versionOf(node);
  await writeFile(stamp, JSON.stringify({ key, version }));
  say(`VS Code ${version} installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return { node, server: entry, version };
}

function ownNode(): string {
  if (Number.parseInt(process.versions.node, 10) === nodeMajor) return process.execPath;
  throw new Error(
    `No package of Node ${nodeMajor} is known for ${process.platform}-${process.arch}: run this with Node ${nodeMajor}, or with a desktop VS Code.`,
  );
}

async function readStamp(): Promise<{ readonly key: string; readonly version: string } | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(stamp, 'utf8'));
    if (typeof value !== 'object' || value === null || !('key' in value) || !('version' in value)) return undefined;
    return typeof value.key === 'string' && typeof value.version === 'string'
      ? { key: value.key, version: value.version }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Downloads a package, checks that it is what was pinned, and puts its folder `part` at `target`. */
export async function unpack({ name, version, sha512 }: Pin, part: string, target: string): Promise<void> {
  const temporary = `${target}.download`;
  await mkdir(temporary, { recursive: true });
  await npm(['pack', `${name}@${version}`, '--pack-destination', temporary, '--ignore-scripts', '--silent']);
  const archive = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  const digest = createHash('sha512')
    .update(await readFile(path.join(temporary, archive)))
    .digest('base64');
  if (digest !== sha512) throw new Error(`${name}@${version} is not what was pinned: its SHA-512 is ${digest}.`);
  // Relative names: tar takes `C:` for a machine.
  await run('tar', ['-xzf', archive, path.posix.join('package', part)], { cwd: temporary });
  await rename(path.join(temporary, 'package', part), target);
  await rm(temporary, { recursive: true });
}

/** `npm install`, not `npm ci`: the lockfile that ships with the server is slightly out of step with its package.json. */
async function installDependencies(): Promise<void> {
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], server);
}

/** Two of the server's packages would have to be compiled. Both can be done without, so that no compiler is needed. */
async function replaceNatives(): Promise<void> {
  const modules = path.join(server, 'node_modules', '@vscode');
  const logger = await readFile(path.join(import.meta.dirname, 'logger.mjs'), 'utf8');
  // The watchdog ends an extension host that hangs when its server is gone; we end the whole group of processes.
  const replacements = { spdlog: logger, 'native-watchdog': 'export const start = () => undefined;\n' };
  for (const [name, text] of Object.entries(replacements)) {
    const target = path.join(modules, name);
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await writeFile(path.join(target, 'index.js'), text);
    await writeFile(
      path.join(target, 'package.json'),
      JSON.stringify({ name: `@vscode/${name}`, version: '0.0.0', type: 'module', main: 'index.js' }),
    );
  }
}

/** Answers only when the server's code and its dependencies load. */
async function versionOf(node: string): Promise<string> {
  const data = path.join(folder, 'data');
  const output = await run(node, [entry, '--version', '--server-data-dir', data]);
  await rm(data, { recursive: true, force: true });
  const version = /^\d+\.\d+\.\d+\S*/m.exec(output)?.[0];
  if (version === undefined) throw new Error(`The VS Code server does not tell its version:\n${output}`);
  return version;
}

async function npm(args: readonly string[], cwd = repository): Promise<void> {
  const [command, ...first] = npmCommand();
  await run(command, [...first, ...args], { cwd });
}
