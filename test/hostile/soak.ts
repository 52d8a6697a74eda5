/** The soak test: an editor gone mad, requests and messages that are none; then asks whether the server still knows every text. */
import assert from 'node:assert/strict';
import { within } from '../host/process.js';
import { createAsker, type Asker, type AskerCounts } from './asker.js';
import { badBodies, badHeads, badRequests } from './bad-messages.js';
import { createChance, type Chance } from './chance.js';
import { createEditor, type Editor } from './editor.js';
import { assertKnown } from './known.js';
import { positionIn } from './positions.js';
import { goodRequests } from './questions.js';
import { patience, type Wire } from './wire.js';

export interface SoakOptions {
  readonly steps: number;
  readonly seed: number;
  readonly wire: Wire;
  /** Told each time all requests so far have been answered. */
  readonly onRest?: (step: number) => Promise<void>;
}

export interface Soaked extends Omit<AskerCounts, 'times'> {
  readonly steps: number;
  readonly seed: number;
  /** How often each kind of step was taken. */
  readonly taken: ReadonlyMap<string, number>;
  /** How long requests took that were not cancelled, with all that was sent before them, in ms. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Steps between rests, where all that was asked must be answered. */
const stretch = 50;
/** Steps between comparisons of what the server knows. */
const survey = 100;

interface Walker {
  readonly wire: Wire;
  readonly chance: Chance;
  readonly editor: Editor;
  readonly asker: Asker;
}

/** What may be done in a step, and how often among others. */
const walks: { readonly [name: string]: readonly [weight: number, walk: (walker: Walker) => void] } = {
  edit: [45, ({ editor }) => editor.edit(editor.any())],
  request: [
    30,
    ({ asker, chance, editor }) => {
      const { uri, text } = editor.any();
      asker.ask(...chance.of(goodRequests(uri, text, chance)));
    },
  ],
  'bad request': [
    5,
    ({ asker, chance, editor }) => asker.ask(...(badRequests(editor.any().uri)[chance.below(28)] ?? ['', {}])),
  ],
  'bad body': [
    5,
    ({ asker, chance, editor, wire }) => wire.body(chance.of(badBodies(editor.any().uri, asker.counts().requests))),
  ],
  'bytes that are no text': [1, ({ wire }) => wire.body(Buffer.from([0x7b, 0xff, 0xfe, 0xc3, 0x28, 0x7d]))],
  'bad head': [1, ({ chance, wire }) => wire.raw(chance.of(badHeads))],
  replace: [3, ({ editor }) => editor.replace(editor.any())],
  'replace while asked': [
    3,
    ({ asker, chance, editor }) => {
      const document = editor.any();
      const textDocument = { uri: document.uri };
      asker.ask('textDocument/documentSymbol', { textDocument });
      editor.replace(document);
      asker.ask('textDocument/hover', { textDocument, position: positionIn(document.text, chance) });
    },
  ],
  open: [3, ({ editor }) => editor.open()],
  'open again': [1, ({ editor }) => editor.openAgain(editor.any())],
  close: [2, ({ editor }) => editor.close(editor.any())],
  'close or change what is not open': [
    1,
    ({ wire }) => {
      const textDocument = { uri: 'file:///soak/never.cam.json', version: 3 };
      wire.notify('textDocument/didClose', { textDocument });
      wire.notify('textDocument/didChange', { textDocument, contentChanges: [{ text: '{}' }] });
    },
  ],
  settings: [
    1,
    ({ chance, wire }) => {
      const camPolicy = chance.of<object>([
        {},
        { rules: { 'json-syntax': 'off' } },
        { rules: { 'unknown-action': 'error' }, inlayHints: { levels: true } },
      ]);
      wire.notify('workspace/didChangeConfiguration', { settings: { camPolicy } });
    },
  ],
};
const totalWeight = Object.values(walks).reduce((sum, [weight]) => sum + weight, 0);

/** Takes one step; gives its name. */
function step(walker: Walker): string {
  let left = walker.chance.below(totalWeight);
  for (const [name, [weight, walk]] of Object.entries(walks)) {
    left -= weight;
    if (left >= 0) continue;
    walk(walker);
    return name;
  }
  throw new Error('the weights are more than their sum');
}

/** Waits for all answers; `when` says what led there. */
async function rest({ wire, asker }: Walker, when: string): Promise<void> {
  // Behind a broken head the protocol's library reads on when the next bytes come.
  const nudge = setInterval(() => wire.notify('$/nudge'), 100);
  const answered = await within(patience, asker.answered()).finally(() => clearInterval(nudge));
  assert.ok(wire.alive, `the server is gone ${when}: ${wire.printed().slice(-2000)}`);
  assert.ok(answered, `${wire.pending} requests without an answer ${when}`);
}

/** Wanders through `steps` steps; an assertion fails where the server is gone, does not answer, or has lost track of a text. */
export async function soak({ steps, seed, wire, onRest }: SoakOptions): Promise<Soaked> {
  const chance = createChance(seed);
  const walker = { wire, chance, editor: createEditor(wire, chance), asker: createAsker(wire, chance) };
  const taken = new Map<string, number>();
  for (let done = 1; done <= steps; done++) {
    const name = step(walker);
    taken.set(name, (taken.get(name) ?? 0) + 1);
    if (done % stretch === 0 || done === steps) {
      await rest(walker, `after ${done} steps of seed ${seed}`);
      await onRest?.(done);
    }
    if (done % survey === 0 || done === steps)
      for (const document of walker.editor.documents.values()) await assertKnown(wire, document, chance);
  }
  const { times: unsorted, ...counts } = walker.asker.counts();
  const times = [...unsorted].sort((a, b) => a - b);
  const at = (part: number): number => times[Math.floor((times.length - 1) * part)] ?? 0;
  return { steps, seed, taken, ...counts, p50: at(0.5), p95: at(0.95), max: at(1) };
}
