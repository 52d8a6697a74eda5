/** An editor gone mad: random edits, openings, closings, requests and cancellations, and messages that are none; then asks whether the server still knows every text. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { within } from '../host/process.js';
import { badBodies, badHeads, badRequests } from './bad-messages.js';
import { createChance, type Chance } from './chance.js';
import { pieces, policies } from './soak-texts.js';
import { patience, startWire, type Answer, type Asked, type Wire } from './wire.js';

export interface SoakOptions {
  readonly steps: number;
  readonly seed: number;
  readonly wire: Wire;
  /** Told each time all requests so far have been answered. */
  readonly onRest?: (step: number) => Promise<void>;
}

export interface Soaked {
  readonly steps: number;
  readonly seed: number;
  /** How often each kind of step was taken. */
  readonly taken: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly cancelled: number;
  /** Requests that were answered with an error, as those must be that no server knows. */
  readonly refused: number;
  /** How long requests took that were not cancelled, with all that was sent before them, in ms. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Open {
  readonly uri: string;
  text: string;
  version: number;
}

/** What to load before the server so that it tells. */
export const watch = path.join(import.meta.dirname, 'watch.cjs');

/** Documents open at the same time, and how long they may grow. */
const maxOpen = 5;
const maxLength = 8_000;
/** Steps between rests, where all that was asked must be answered. */
const stretch = 50;
/** Steps between comparisons of what the server knows. */
const survey = 100;

/** What a position means by the protocol; behind its line it is the line's end, behind the text it is the text's end. */
function offsetOf(text: string, { line, character }: Position): number {
  const lines = [...text.matchAll(/\r\n|\r|\n|$/gu)];
  const end = lines[line];
  if (line < 0) return 0;
  if (!end) return text.length;
  const before = lines[line - 1];
  const start = before ? before.index + before[0].length : 0;
  return Math.min(start + Math.max(character, 0), end.index);
}

function positionIn(text: string, chance: Chance): Position {
  // Just behind the end is where a table of lines breaks most easily.
  if (chance.once(6)) {
    const lines = text.split(/\r\n|\r|\n/u).length;
    const line = chance.of([0, lines - 1, lines, lines + 1, lines + 2, 2 ** 31 - 1]);
    return { line, character: chance.of([0, 7, 2 ** 31 - 1]) };
  }
  const before = text.slice(0, chance.below(text.length + 1)).split(/\r\n|\r|\n/u);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** Wanders through `steps` steps; an assertion fails where the server is gone, does not answer, or has lost track of a text. */
export async function soak({ steps, seed, wire, onRest }: SoakOptions): Promise<Soaked> {
  const chance = createChance(seed);
  const open = new Map<string, Open>();
  const taken = new Map<string, number>();
  const times: number[] = [];
  let asked: Promise<unknown>[] = [];
  let [requests, cancelled, refused, opened] = [0, 0, 0, 0];

  const any = (): Open => {
    const documents = [...open.values()];
    return documents[chance.below(documents.length)] ?? openOne();
  };

  function openOne(): Open {
    const uri = `file:///soak/${++opened}.cam.json`;
    const document = { uri, text: chance.of(policies), version: 1 };
    open.set(uri, document);
    sendOpen(document);
    return document;
  }

  const sendOpen = ({ uri, text, version }: Open): void => {
    wire.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'cam-policy', version, text } });
  };

  function change(document: Open, contentChanges: readonly object[]): void {
    document.version++;
    const { uri, version } = document;
    wire.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  function edit(document: Open): void {
    const changes = Array.from({ length: 1 + chance.below(3) }, () => {
      const start = positionIn(document.text, chance);
      const end = chance.once(2) ? start : positionIn(document.text, chance);
      const [from, to] = [offsetOf(document.text, start), offsetOf(document.text, end)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const text = document.text.length < maxLength ? chance.of(pieces) : '';
      // Long cuts would leave little to edit.
      const cut = to - from < 200 || document.text.length >= maxLength ? to : from;
      const range =
        cut === to
          ? { start, end }
          : {
              start: from === offsetOf(document.text, start) ? start : end,
              end: from === offsetOf(document.text, start) ? start : end,
            };
      document.text = document.text.slice(0, from) + text + document.text.slice(cut);
      return { range, text };
    });
    change(document, changes);
  }

  function ask(method: string, params: unknown): void {
    const sent = performance.now();
    const request: Asked = wire.ask(method, params);
    requests++;
    const drop = chance.once(4);
    if (drop) {
      cancelled++;
      wire.notify('$/cancelRequest', { id: request.id });
    }
    asked.push(
      request.answer.then(({ error }) => {
        if (!drop) times.push(performance.now() - sent);
        if (error && !drop) refused++;
      }),
    );
  }

  const walks: { readonly [name: string]: readonly [weight: number, walk: () => void] } = {
    edit: [
      45,
      () => {
        edit(any());
      },
    ],
    request: [
      30,
      () => {
        const { uri, text } = any();
        const [method, params] = chance.of(goodRequests(uri, text, chance));
        ask(method, params);
      },
    ],
    'bad request': [
      5,
      () => {
        const [method, params] = badRequests(any().uri)[chance.below(28)] ?? ['', {}];
        ask(method, params);
      },
    ],
    'bad body': [
      5,
      () => {
        wire.body(chance.of(badBodies(any().uri, requests)));
      },
    ],
    'bytes that are no text': [
      1,
      () => {
        wire.body(Buffer.from([0x7b, 0xff, 0xfe, 0xc3, 0x28, 0x7d]));
      },
    ],
    'bad head': [
      1,
      () => {
        wire.raw(chance.of(badHeads));
      },
    ],
    replace: [
      3,
      () => {
        const document = any();
        document.text = chance.of(policies);
        change(document, [{ text: document.text }]);
      },
    ],
    'replace while asked': [
      3,
      () => {
        const document = any();
        ask('textDocument/documentSymbol', { textDocument: { uri: document.uri } });
        document.text = chance.of(policies);
        change(document, [{ text: document.text }]);
        ask('textDocument/hover', { textDocument: { uri: document.uri }, position: positionIn(document.text, chance) });
      },
    ],
    open: [
      3,
      () => {
        if (open.size < maxOpen) openOne();
      },
    ],
    'open again': [
      1,
      () => {
        const document = any();
        document.text = chance.of(policies);
        sendOpen(document);
      },
    ],
    close: [
      2,
      () => {
        const { uri } = any();
        open.delete(uri);
        wire.notify('textDocument/didClose', { textDocument: { uri } });
      },
    ],
    'close or change what is not open': [
      1,
      () => {
        const textDocument = { uri: 'file:///soak/never.cam.json', version: 3 };
        wire.notify('textDocument/didClose', { textDocument });
        wire.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: '{}' }] });
      },
    ],
    settings: [
      1,
      () => {
        wire.notify('workspace/didChangeConfiguration', {
          settings: {
            camPolicy: chance.of<object>([
              {},
              { rules: { 'json-syntax': 'off' } },
              { rules: { 'unknown-action': 'error' }, inlayHints: { levels: true } },
            ]),
          },
        });
      },
    ],
  };
  const total = Object.values(walks).reduce((sum, [weight]) => sum + weight, 0);

  function step(): void {
    let left = chance.below(total);
    for (const [name, [weight, walk]] of Object.entries(walks)) {
      left -= weight;
      if (left >= 0) continue;
      taken.set(name, (taken.get(name) ?? 0) + 1);
      walk();
      return;
    }
  }

  async function rest(done: number): Promise<void> {
    // Behind a broken head the protocol's library reads on when the next bytes come.
    const nudge = setInterval(() => {
      wire.notify('$/nudge');
    }, 100);
    const answered = await within(patience, Promise.all(asked)).finally(() => {
      clearInterval(nudge);
    });
    assert.ok(wire.alive, `the server is gone after ${done} steps of seed ${seed}: ${wire.printed().slice(-2000)}`);
    assert.ok(answered, `${wire.pending} requests without an answer after ${done} steps of seed ${seed}`);
    asked = [];
    await onRest?.(done);
  }

  for (let done = 1; done <= steps; done++) {
    step();
    if (done % stretch === 0 || done === steps) await rest(done);
    if (done % survey === 0 || done === steps)
      for (const document of open.values()) await assertKnown(wire, document, chance);
  }
  times.sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
  return { steps, seed, taken, requests, cancelled, refused, p50: at(0.5), p95: at(0.95), max: at(1) };
}

const options = { tabSize: 2, insertSpaces: true };

function goodRequests(
  uri: string,
  text: string,
  chance: Chance,
): [readonly [string, unknown], ...(readonly [string, unknown])[]] {
  const textDocument = { uri };
  const position = positionIn(text, chance);
  const at = { textDocument, position };
  const range = { start: position, end: positionIn(text, chance) };
  return [
    ['textDocument/completion', at],
    ['textDocument/hover', at],
    ['textDocument/documentHighlight', at],
    ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
    ['textDocument/prepareRename', at],
    ['textDocument/rename', { ...at, newName: 'uin/100000000002' }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['source'] } }],
    ['textDocument/selectionRange', { textDocument, positions: [position, range.end] }],
    ['textDocument/onTypeFormatting', { ...at, ch: '}', options }],
    ['textDocument/rangeFormatting', { textDocument, range, options }],
    ['textDocument/inlayHint', { textDocument, range }],
    ['textDocument/semanticTokens/range', { textDocument, range }],
    ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId: '1' }],
    ['workspace/symbol', { query: 'a' }],
    [
      'camPolicy/addStatement',
      { textDocument, message: 'you are not authorized to perform operation (mps:ProcessMedia)' },
    ],
    ['camPolicy/expandWildcards', { textDocument }],
    ['camPolicy/summary', { textDocument }],
    ['camPolicy/templates', {}],
    ...wholeRequests(uri, text),
  ];
}

/** Requests whose answers hold every token and every gap of a text. */
const wholeRequests = (uri: string, text: string): readonly (readonly [string, unknown])[] => {
  const textDocument = { uri };
  const lines = text.split(/\r\n|\r|\n/u);
  const positions = lines.map((_, line) => ({ line, character: 2 ** 20 }));
  return [
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/documentLink', { textDocument }],
    ['textDocument/selectionRange', { textDocument, positions }],
    ['textDocument/formatting', { textDocument, options: { tabSize: 7, insertSpaces: true } }],
    ['camPolicy/compact', { textDocument }],
  ];
};

/** The server's text of a document is the client's: it answers as for a document that is opened with that text. */
async function assertKnown(wire: Wire, { uri, text }: Open, chance: Chance): Promise<void> {
  const fresh = 'file:///soak/fresh.cam.json';
  wire.notify('textDocument/didOpen', { textDocument: { uri: fresh, languageId: 'cam-policy', version: 1, text } });
  const places = Array.from({ length: 10 }, () => positionIn(text, chance));
  const questions = (of: string): readonly (readonly [string, unknown])[] => [
    ...wholeRequests(of, text),
    ...places.map((position) => ['textDocument/hover', { textDocument: { uri: of }, position }] as const),
  ];
  const theirs = questions(fresh);
  for (const [index, [method, params]] of questions(uri).entries()) {
    const [known, expected] = await Promise.all([
      wire.request(method, params),
      wire.request(method, theirs[index]?.[1]),
    ]);
    assert.equal(
      plain(known, uri),
      plain(expected, fresh),
      `${method} of a text that the server should know:\n${text}`,
    );
  }
  wire.notify('textDocument/didClose', { textDocument: { uri: fresh } });
}

/** An answer without what must differ: the document's address and the number that tokens are remembered by. */
const plain = ({ result, error }: Answer, uri: string): string =>
  JSON.stringify(error ?? result ?? null)
    .replaceAll(uri, '')
    .replace(/"resultId":"\d+"/u, '');

/** Starts a server that tells how much memory it uses, and how to ask it. */
export async function startWatched(): Promise<{ readonly wire: Wire; readonly heap: () => Promise<number> }> {
  const wire = await startWire({ nodeArguments: ['--expose-gc', '--require', watch] });
  return {
    wire,
    /** Memory in use after a collection, in MB. */
    async heap() {
      const before = heapsIn(wire.printed()).length;
      wire.signal('SIGUSR2');
      for (let tries = 0; tries < 500; tries++) {
        const heaps = heapsIn(wire.printed());
        const last = heaps.at(-1);
        if (heaps.length > before && last !== undefined) return last / 1e6;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error('the server does not tell how much memory it uses');
    },
  };
}

const heapsIn = (printed: string): readonly number[] =>
  [...printed.matchAll(/^HEAP (\d+)$/gmu)].map(([, bytes]) => Number(bytes));
