/** A bare client of the packaged server over standard input and output: it can say what no well-behaved client says. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { repository } from '../host/install.js';
import { within } from '../host/process.js';

export interface Answer {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A request on its way. */
export interface Asked {
  readonly id: number;
  readonly answer: Promise<Answer>;
}

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly {
    readonly code?: string | number;
    /** 1 error, 2 warning, 3 information, 4 hint. */
    readonly severity?: number;
    readonly message: string;
    readonly range: unknown;
  }[];
}

export interface WireOptions {
  /** What starts the server, with its arguments; the built server over standard input and output unless given. */
  readonly command?: readonly [string, ...string[]];
  /** Arguments of Node before the server's file. */
  readonly nodeArguments?: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: unknown;
  readonly locale?: string;
  /** Addresses of the folders. */
  readonly folders?: readonly string[];
}

/** What editors of today announce. */
const usual = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

export interface Wire {
  /** What the server answered to `initialize`. */
  readonly initialized: Answer;
  ask(method: string, params?: unknown): Asked;
  /** Asks and waits; rejects where no answer comes in time. */
  request(method: string, params?: unknown): Promise<Answer>;
  notify(method: string, params?: unknown): void;
  /** Sends bytes as they are. */
  raw(bytes: string | Buffer): void;
  /** Sends a body with its right length. */
  body(text: string | Buffer): void;
  /** The next diagnostics of the document that have not been taken. */
  published(uri: string): Promise<Published>;
  /** What the server printed on its error stream. */
  printed(): string;
  /** Requests without an answer yet. */
  readonly pending: number;
  readonly alive: boolean;
  /** Memory in use by the process, in MB; undefined where the system does not tell. */
  memory(): Promise<number | undefined>;
  /** The most memory that the process has had, in MB. */
  peak(): Promise<number | undefined>;
  /** Time on a processor so far, in ms; undefined where the system does not tell. */
  cpu(): Promise<number | undefined>;
  signal(signal: NodeJS.Signals): void;
  /** Shuts the server down in order and gives its exit code. */
  stop(): Promise<number | undefined>;
}

/** How long an answer may take before it counts as none, in ms. */
export const patience = 60_000;

const server = path.join(repository, 'dist', 'server.js');

/** Starts the server and shakes hands. */
export async function startWire(options: WireOptions = {}): Promise<Wire> {
  const built = [process.execPath, ...(options.nodeArguments ?? []), server, '--stdio'] as const;
  const [command, ...args] = options.command ?? built;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const waiting = new Map<number, (answer: Answer) => void>();
  const inbox = createInbox();
  let printed = '';
  let ids = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));
  // Writing to a server that is gone is what the tests look for by `alive`.
  child.stdin.on('error', () => undefined);
  const exited = new Promise<number | undefined>((resolve) => {
    child.on('exit', (code) => {
      resolve(code ?? undefined);
    });
  });

  const raw = (bytes: string | Buffer): void => void child.stdin.write(bytes);
  const body = (text: string | Buffer): void => {
    const bytes = Buffer.from(text);
    raw(Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]));
  };
  const say = (message: object): void => {
    body(JSON.stringify({ jsonrpc: '2.0', ...message }));
  };

  readMessages(child, (message) => {
    if ('method' in message) {
      if ('id' in message) say({ id: message.id, result: answerOf(message.method) });
      else if (message.method === 'textDocument/publishDiagnostics') inbox.put(message.params as Published);
    } else if (typeof message.id === 'number') {
      waiting.get(message.id)?.(message as Answer);
      waiting.delete(message.id);
    }
  });

  const ask = (method: string, params?: unknown): Asked => {
    const id = ++ids;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    say({ id, method, params });
    return { id, answer };
  };
  const request = async (method: string, params?: unknown): Promise<Answer> => {
    const answer = await within(patience, Promise.race([ask(method, params).answer, exited]));
    if (answer === undefined || typeof answer === 'number')
      throw new Error(`no answer to ${method}; printed: ${printed.slice(-2000)}`);
    return answer;
  };
  const notify = (method: string, params?: unknown): void => {
    say({ method, params });
  };

  const initialized = await request('initialize', {
    processId: process.pid,
    capabilities: { ...usual, ...options.capabilities },
    initializationOptions: options.initializationOptions,
    locale: options.locale,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
  });
  notify('initialized', {});
  return {
    initialized,
    ask,
    request,
    notify,
    raw,
    body,
    async published(uri) {
      const next = await within(patience, inbox.take(uri));
      if (!next) throw new Error(`no diagnostics of ${uri}`);
      return next;
    },
    printed: () => printed,
    get pending() {
      return waiting.size;
    },
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    memory: () => statusOf(child.pid, 'VmRSS'),
    peak: () => statusOf(child.pid, 'VmHWM'),
    cpu: () => cpuOf(child.pid),
    signal: (signal) => void child.kill(signal),
    async stop() {
      await request('shutdown');
      notify('exit');
      const code = await within(5000, exited);
      if (code === undefined) child.kill('SIGKILL');
      return code;
    },
  };
}

/** What a plain client answers to a server's request. */
const answerOf = (method: unknown): unknown => (method === 'workspace/configuration' ? [{}] : null);

type Message = { readonly id?: unknown; readonly method?: unknown; readonly params?: unknown };

/** Splits the server's output into messages. */
function readMessages({ stdout }: ChildProcess, take: (message: Message) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  let needed = 0;
  stdout?.on('data', (part: Buffer) => {
    parts.push(part);
    size += part.length;
    if (size < needed) return;
    let buffer = Buffer.concat(parts);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      const length = head < 0 ? NaN : Number(/Content-Length: (\d+)/u.exec(buffer.toString('ascii', 0, head))?.[1]);
      needed = Number.isNaN(length) ? 0 : head + 4 + length;
      if (Number.isNaN(length) || buffer.length < needed) break;
      take(JSON.parse(buffer.toString('utf8', head + 4, needed)) as Message);
      buffer = buffer.subarray(needed);
    }
    parts.splice(0, parts.length, buffer);
    size = buffer.length;
  });
}

/** Diagnostics by document, waiting or waited for; of what nobody waits for only the last is kept. */
function createInbox() {
  const arrived = new Map<string, Published>();
  const takers = new Map<string, (published: Published) => void>();
  return {
    put(published: Published): void {
      const taker = takers.get(published.uri);
      takers.delete(published.uri);
      if (taker) taker(published);
      else arrived.set(published.uri, published);
    },
    take: (uri: string): Promise<Published> =>
      new Promise((resolve) => {
        const published = arrived.get(uri);
        arrived.delete(uri);
        if (published) resolve(published);
        else takers.set(uri, resolve);
      }),
  };
}

/** A line of what Linux tells of a process, in MB. */
async function statusOf(pid: number | undefined, name: string): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1];
  return found === undefined ? undefined : Number(found) / 1024;
}

/** Linux counts a process's time in hundredths of a second: user and system, the 14th and 15th field. */
async function cpuOf(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid ?? 0}/stat`, 'utf8').catch(() => undefined);
  // The second field is the name in brackets, which may hold blanks: counting begins behind it.
  const [user, system] =
    stat
      ?.slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13) ?? [];
  return user === undefined || system === undefined ? undefined : (Number(user) + Number(system)) * 10;
}
