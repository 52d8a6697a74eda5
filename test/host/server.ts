/** Starts and stops a VS Code server of the installed host on a loopback address, and tells where its workbench opens. No browser here. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Host } from './install.js';
import { endGroup, within } from './process.js';

export interface ServerOptions {
  /** Where settings and state are kept; without it a new folder that goes with the server. */
  readonly userData?: string;
  /** Where extensions are installed; without it a new empty folder that goes with the server. */
  readonly extensions?: string;
  /** Settings beside `quietSettings`; written only where the user data has no settings yet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the machine, which VS Code reads from another file, beside `quietMachineSettings`; written likewise. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  /** Honours `develop` and `tests` of an `Opening`. A built workbench does so only in this mode, in which notifications do not pop up. */
  readonly driver?: boolean;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Goes on without a browser connected. Without it the server ends by itself should whoever started it be killed. */
  readonly lasting?: boolean;
  readonly log?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a workbench opens. Paths are absolute or relative to the working directory. */
export interface Opening {
  /** A folder or a `.code-workspace` file; without it an empty window. */
  readonly target?: string | undefined;
  readonly develop?: readonly string[];
  readonly tests?: string | undefined;
  readonly payload?: readonly (readonly [key: string, value: string])[];
}

export interface ExtensionHostEnd {
  readonly code: string;
  readonly signal: string;
}

export interface Server {
  /** The address of a workbench, with the secret that the server asks for. */
  url(opening: Opening): string;
  /** Everything the server printed. */
  log(): string;
  /** Resolves when an extension host process has ended. */
  readonly extensionHostEnded: Promise<ExtensionHostEnd>;
  /** Resolves, with how, when the server's process has ended. */
  readonly ended: Promise<string>;
  /** Ends the server and all it started, and removes what goes with it. */
  stop(): Promise<void>;
}

/** The desktop's defaults where the browser's differ; nothing that reaches for the network; no AI. */
export const quietSettings = {
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
} as const;

/** No walkthrough opens by itself. */
const quietMachineSettings = { 'workbench.welcomePage.walkthroughs.openOnInstall': false } as const;

/** How long a server may take to listen, in ms. */
const startLimit = 60_000;

/** Starts a server; resolves when it listens, rejects with its output when it does not. */
export async function startServer(host: Host, options: ServerOptions = {}): Promise<Server> {
  const own = await mkdtemp(path.join(os.tmpdir(), 'vscode-host-'));
  const userData = path.resolve(options.userData ?? path.join(own, 'data'));
  await seedSettings(userData, 'User', { ...quietSettings, ...options.settings });
  await seedSettings(userData, 'Machine', { ...quietMachineSettings, ...options.machineSettings });
  const secret = randomBytes(16).toString('hex');
  const secretFile = path.join(own, 'secret');
  await writeFile(secretFile, secret, { mode: 0o600 });

  const args = [host.server, ...serverArguments(options, { own, userData, secretFile })];
  // Its own TMPDIR: the extension host's sockets would pile up in the machine's.
  const env = { EXTENSIONS_GALLERY: '{}', ...cleanEnvironment(), TMPDIR: own, ...options.env };
  const child = spawn(host.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true, windowsHide: true });
  const { lines, first } = listenTo(child);
  const listening = first(/Extension host agent listening on (\d+)/);
  const extensionHostEnded = first(/Extension Host Process exited with code: (\w+), signal: (\w+)/);
  const log = (): string => lines.join('\n');
  const ended = once(child, 'exit').then(
    ([code, signal]) => String(code ?? signal),
    (error: unknown) => String(error),
  );
  const stop = async (): Promise<void> => {
    await endGroup(child);
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  };

  const port = (await within(startLimit, Promise.race([listening, ended.then(() => undefined)])))?.[1];
  if (port === undefined) {
    await stop();
    throw new Error(`The VS Code server did not start:\n${log().slice(-3000)}`);
  }
  const authority = `127.0.0.1:${port}`;
  return {
    url: (opening) => workbenchUrl(authority, secret, opening),
    log,
    extensionHostEnded: extensionHostEnded.then(([, code = '', signal = '']) => ({ code, signal })),
    ended,
    stop,
  };
}

function serverArguments(
  options: ServerOptions,
  at: { readonly own: string; readonly userData: string; readonly secretFile: string },
): readonly string[] {
  return [
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token-file', at.secretFile],
    ...(options.driver === true ? ['--enable-smoke-test-driver'] : []),
    ...(options.lasting === true ? [] : ['--enable-remote-auto-shutdown', '--reconnection-grace-time', '30']),
    ...[
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--telemetry-level',
      'off',
      '--disable-experiments',
      '--disable-workspace-trust',
    ],
    ...[
      '--log',
      options.log ?? 'info',
      '--server-data-dir',
      path.join(at.own, 'server'),
      '--user-data-dir',
      at.userData,
    ],
    ...['--extensions-dir', path.resolve(options.extensions ?? path.join(at.own, 'extensions'))],
  ];
}

async function seedSettings(
  userData: string,
  whose: 'User' | 'Machine',
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  const file = path.join(userData, whose, 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  const text = JSON.stringify(settings, undefined, 2);
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch {
    // There are settings already, and they are not ours to change.
    await readFile(file);
  }
}

/** Looks for patterns in what `child` prints from now on. */
function listenTo(child: ChildProcessByStdio<null, Readable, Readable>): {
  readonly lines: readonly string[];
  readonly first: (pattern: RegExp) => Promise<RegExpExecArray>;
} {
  const lines: string[] = [];
  const waiting = new Map<RegExp, (match: RegExpExecArray) => void>();
  const hear = (line: string): void => {
    lines.push(line);
    for (const [pattern, resolve] of waiting) {
      const match = pattern.exec(line);
      if (match === null) continue;
      waiting.delete(pattern);
      resolve(match);
    }
  };
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', hear);
  return { lines, first: (pattern) => new Promise((resolve) => waiting.set(pattern, resolve)) };
}

/** The environment of whoever starts us, less what a VS Code around us left there for its own processes. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_') && name !== 'ELECTRON_RUN_AS_NODE'),
  );
}

function workbenchUrl(authority: string, secret: string, opening: Opening): string {
  const remote = (file: string): string => `vscode-remote://${authority}${pathToFileURL(path.resolve(file)).pathname}`;
  const payload: (readonly [string, string])[] = [];
  for (const folder of opening.develop ?? []) payload.push(['extensionDevelopmentPath', remote(folder)]);
  if (opening.tests !== undefined) payload.push(['extensionTestsPath', remote(opening.tests)]);
  payload.push(...(opening.payload ?? []));
  const query = new URLSearchParams({ tkn: secret });
  if (opening.target === undefined) query.set('ew', 'true');
  else
    query.set(
      opening.target.endsWith('.code-workspace') ? 'workspace' : 'folder',
      pathToFileURL(path.resolve(opening.target)).pathname,
    );
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query.toString()}`;
}
