/** Times the server as a process beside those that people would use instead: the same documents, the same messages. */
import type { Range } from 'vscode-languageserver-types';
import { generateSample, type Sample } from './documents.js';
import { positionsIn, type Figure } from './in-process.js';
import { start, type Client } from './client.js';
import { timesOf, type Times } from './measure.js';
import { context, documentOf, typeInto } from './ours.js';
import { ours, peerServers, type ServerUnderTest } from './servers.js';

const uri = 'file:///bench.cam.json';
const starts = 9;
const edits = 100;
/** Edits before those that count, while the engine compiles. */
const warmUp = 20;
const requests = 60;
/** How often the places are gone through for the figure that counts, after the first time, which has a line of its own. */
const passes = 5;

async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

async function withServer<Result>(
  server: ServerUnderTest,
  pull: boolean,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await start(server, pull);
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** From spawn to the first diagnostics of a document of 10 statements. The servers take turns. */
async function timeStarts(servers: readonly ServerUnderTest[]): Promise<Figure> {
  const sample = generateSample(context.catalogue, 10, 1);
  const samples = new Map<string, number[]>(servers.map((server) => [server.name, []]));
  for (let round = 0; round < starts; round++) {
    for (const server of servers) {
      let client: Client | undefined;
      const duration = await timed(async () => {
        client = await start(server, server.pulls);
        await client.open(uri, sample.text);
      });
      await client?.end();
      samples.get(server.name)?.push(duration - (server.pulls ? 0 : server.debounce));
    }
  }
  return figureOf('start to first diagnostics', sample, samples);
}

const figureOf = (
  what: string,
  { name: document, statements }: Sample,
  samples: ReadonlyMap<string, readonly number[]>,
): Figure => ({
  what,
  document,
  statements,
  times: Object.fromEntries([...samples].map(([name, each]): [string, Times] => [name, timesOf(each)])),
});

/** What makes an edit and waits for its diagnostics. */
type Edit = (range: Range, newText: string) => unknown;

/** Letters typed into names all over the document and deleted again, each waited for until its diagnostics are there. */
async function timeEdits(text: string, count: number, edit: Edit): Promise<readonly number[]> {
  const document = documentOf(text);
  const places = [...text.matchAll(/(?<=:)Describe/gu)].map(({ index }) => document.positionAt(index));
  const durations: number[] = [];
  for (let made = -warmUp; made < count; made++) {
    const [typing, pair] = [(made + warmUp) % 2 === 0, Math.floor((made + warmUp) / 2)];
    const start = places[pair % places.length] ?? { line: 0, character: 0 };
    const end = { line: start.line, character: start.character + (typing ? 0 : 1) };
    const duration = await timed(() => Promise.resolve(edit({ start, end }, typing ? 'x' : '')));
    if (made >= 0) durations.push(duration);
  }
  return durations;
}

interface RequestTimes {
  /** As after a start: the code that answers is not compiled yet. */
  readonly first: readonly number[];
  readonly later: readonly number[];
}

/** One request at each of the same places, over and over. */
async function timeRequests(client: Client, text: string, method: Parameters<Client['ask']>[0]): Promise<RequestTimes> {
  const durations: number[] = [];
  const positions = positionsIn(text, requests);
  for (let pass = 0; pass <= passes; pass++)
    for (const position of positions) durations.push(await timed(() => client.ask(method, uri, position)));
  return { first: durations.slice(0, positions.length), later: durations.slice(positions.length) };
}

/** What is measured on documents of one size: edits pulled and pushed, completion, hover, memory. */
async function timeSession(servers: readonly ServerUnderTest[], statements: number): Promise<readonly Figure[]> {
  const sample = generateSample(context.catalogue, statements, 1);
  const { text } = sample;
  const by = (): Map<string, readonly number[]> => new Map();
  const samples = { edit: by(), pushed: by(), memory: by() };
  const requested = { completion: { first: by(), later: by() }, hover: { first: by(), later: by() } };
  for (const server of servers) {
    await withServer(server, server.pulls, async (client) => {
      await client.open(uri, text);
      const memory = client.memory();
      if (memory !== undefined) samples.memory.set(server.name, [memory]);
      const edited = await timeEdits(text, server.pulls ? edits : 16, (range, typed) => client.edit(uri, range, typed));
      samples.edit.set(
        server.name,
        edited.map((duration) => duration - (server.pulls ? 0 : server.debounce)),
      );
      for (const what of ['completion', 'hover'] as const) {
        const { first, later } = await timeRequests(client, text, `textDocument/${what}`);
        requested[what].first.set(server.name, first);
        requested[what].later.set(server.name, later);
      }
    });
    const pushed = await withServer(server, false, async (client) => {
      await client.open(uri, text);
      return timeEdits(text, 16, (range, typed) => client.edit(uri, range, typed));
    });
    samples.pushed.set(server.name, pushed);
  }
  samples.edit.set('in process', await timeEdits(text, edits, typeInto(documentOf(text))));
  return [
    figureOf('edit to diagnostics', sample, samples.edit),
    figureOf('edit to diagnostics, pushed, debounce included', sample, samples.pushed),
    figureOf('completion', sample, requested.completion.later),
    figureOf(`completion, the first ${requests}`, sample, requested.completion.first),
    figureOf('hover', sample, requested.hover.later),
    figureOf(`hover, the first ${requests}`, sample, requested.hover.first),
    figureOf('memory (MB) after opening', sample, samples.memory),
  ];
}

/** Everything that is timed over stdio. `dist/` must be built. */
export async function timeOverStdio(say: (line: string) => void): Promise<readonly Figure[]> {
  const servers = [ours, ...peerServers()];
  say('over stdio: starts');
  const figures = [await timeStarts(servers)];
  for (const statements of [10, 200, 1000]) {
    say(`over stdio: ${statements} statements`);
    figures.push(...(await timeSession(servers, statements)));
  }
  return figures;
}
