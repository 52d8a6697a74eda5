/** Times the product's functions beside those that people would use instead, on the same documents in one process. */
import type { Position } from 'vscode-languageserver-types';
import { generateSample, realSamples, type Sample } from './documents.js';
import { measure, thorough, type Task, type Times } from './measure.js';
import * as ours from './ours.js';
import * as peers from './peers.js';
import { timeTerraform } from './terraform.js';

/** One line of the table: the product beside its peers. */
export interface Figure {
  readonly what: string;
  readonly document: string;
  /** How many the document has; undefined for real policies. */
  readonly statements?: number | undefined;
  readonly times: { readonly [subject: string]: Times };
}

export const sizes = [10, 200, 1000] as const;
type Size = (typeof sizes)[number];

/** Documents of one kind: whoever is timed asks for a stream of its own, and all get the same. */
export interface Documents {
  readonly name: string;
  /** How many each has; undefined for real policies. */
  readonly statements: number | undefined;
  readonly stream: () => () => Sample;
}

/** How many documents of a size take turns. */
const variants: { readonly [size in Size]: number } = { 10: 40, 200: 6, 1000: 3 };

/** Generated documents that take turns: most of what they say was read before, as when somebody types. */
export function seen(size: Size): Documents {
  const made = Array.from({ length: variants[size] - 1 }, (_, seed) => sampleOf(size, seed + 2));
  return { ...inTurn(`${size} statements`, [sampleOf(size, 1), ...made]), statements: size };
}

const sampleOf = (size: Size, seed: number): Sample => generateSample(ours.context.catalogue, size, seed);

/** Generated documents, none of them twice: of what they say only actions may have been read before. */
export const unseen = (size: Size): Documents => ({
  name: `${size} statements, never seen`,
  statements: size,
  stream() {
    let seed = 0;
    return () => sampleOf(size, ++seed);
  },
});

/** A few documents that take turns. */
function inTurn(name: string, samples: readonly [Sample, ...Sample[]]): Documents {
  const stream = () => {
    let next = 0;
    return () => samples[next++ % samples.length] ?? samples[0];
  };
  return { name, statements: undefined, stream };
}

const kilobytes = ({ text }: Sample): string => `${Math.round(text.length / 1000)} kB`;

/** Each in turn. */
const cycle =
  <Item>(items: readonly Item[], act: (item: Item) => unknown) =>
  (call: number): unknown => {
    const item = items[call % items.length];
    return item === undefined ? undefined : act(item);
  };

export type ReadingSubject = 'ours' | 'parseTree' | 'json service' | 'iam-policy';

/** Read + lint of whole documents. */
export async function timeReading(
  what: 'read + lint' | 'first read + lint',
  { name, statements, stream }: Documents,
  effort = thorough,
  subjects: readonly ReadingSubject[] = ['ours', 'parseTree', 'json service', 'iam-policy'],
): Promise<Figure> {
  const service = peers.createJsonService();
  const tasks: { readonly [subject in ReadingSubject]: (sample: Sample) => unknown } = {
    ours: ({ text }) => ours.readAndLint(text),
    parseTree: ({ text }) => peers.parse(text),
    'json service': ({ text }) => peers.validate(service, text),
    'iam-policy': ({ twin }) => twin !== undefined && peers.validateTwin(twin),
  };
  const first = stream()();
  const wanted = subjects.filter((subject) => subject !== 'iam-policy' || first.twin !== undefined);
  const times = await measure(
    wanted.map((subject) => eachOf(subject, stream(), tasks[subject])),
    effort,
  );
  return {
    what,
    document: `${name}, ${kilobytes(first)}`,
    statements,
    times: Object.fromEntries(times),
  };
}

/** A task whose calls take the documents of a stream. */
function eachOf(name: string, next: () => Sample, act: (sample: Sample) => unknown): Task {
  let samples: Sample[] = [];
  return {
    name,
    prepare(calls) {
      samples = Array.from({ length: calls }, next);
    },
    run() {
      const sample = samples.pop();
      return sample && act(sample);
    },
  };
}

/** Positions in the middle of strings all over a document: actions, resources, keys. */
export function positionsIn(text: string, count: number): readonly Position[] {
  const document = ours.documentOf(text);
  const strings = [...text.matchAll(/"[^"\n]{4,}"/gu)].map(({ index, 0: { length } }) => index + Math.ceil(length / 2));
  const step = Math.max(1, Math.floor(strings.length / count));
  return strings
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((offset) => document.positionAt(offset));
}

/** Requests on a document that is open and read. */
export async function timeRequests(
  sample: Sample,
  effort = thorough,
  wanted?: readonly string[],
): Promise<readonly Figure[]> {
  const service = peers.createJsonService();
  const own = ours.open(sample.text);
  const { text, json } = peers.parseWith(service, sample.text);
  const positions = positionsIn(sample.text, 60);
  const at = (act: (position: Position) => unknown): Task['run'] => cycle(positions, act);
  const pairs: readonly (readonly [string, Task['run'], Task['run'] | undefined])[] = [
    ['completion', at((one) => ours.completeAt(own, one)), at((one) => service.doComplete(text, one, json))],
    ['hover', at((one) => ours.hoverAt(own, one)), at((one) => service.doHover(text, one, json))],
    ['symbols', () => ours.symbolsOf(own), () => service.findDocumentSymbols2(text, json)],
    ['semantic tokens', () => ours.tokensOf(own), undefined],
    ['inlay hints', () => ours.hintsOf(own), undefined],
    ['code actions', at((one) => ours.actionsAt(own, one)), undefined],
    ['edit to diagnostics', typing(sample.text), (call) => peers.validate(service, edited(sample.text, call))],
  ];
  const figures: Figure[] = [];
  for (const [what, run, peer] of pairs.filter(([what]) => wanted?.includes(what) ?? true)) {
    const tasks = [{ name: 'ours', run }, ...(peer ? [{ name: 'json service', run: peer }] : [])];
    const times = Object.fromEntries(await measure(tasks, effort));
    figures.push({ what, document: `${sample.name}, ${kilobytes(sample)}`, statements: sample.statements, times });
  }
  return figures;
}

/** Types a letter in the middle and deletes it, in turn. */
function typing(content: string): Task['run'] {
  const document = ours.documentOf(content);
  const edit = ours.typeInto(document);
  const offset = content.indexOf('Describe', content.length / 2);
  const [start, end] = [document.positionAt(offset), document.positionAt(offset + 1)];
  return (call) => (call % 2 === 0 ? edit({ start, end: start }, 'x') : edit({ start, end }, ''));
}

/** The text with a letter more in every other call, as when someone types and deletes it. */
const edited = (text: string, call: number): string => (call % 2 === 0 ? text : text.replace('Describe', 'xDescribe'));

/** Everything that is timed in process. */
export async function timeInProcess(
  folders: readonly string[],
  say: (line: string) => void,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    say(`read + lint, ${size} statements`);
    figures.push(await timeReading('read + lint', seen(size)));
    figures.push(await timeReading('first read + lint', unseen(size)));
  }
  const [longest, ...others] = realSamples(folders, 10);
  if (longest) {
    const name = `the ${1 + others.length} longest real policies`;
    say(`read + lint, ${name}`);
    figures.push(await timeReading('read + lint', inTurn(name, [longest, ...others])));
  }
  for (const size of sizes) {
    say(`requests, ${size} statements`);
    figures.push(...(await timeRequests(sampleOf(size, 1))));
  }
  say('Terraform');
  figures.push(...(await timeTerraform()));
  return figures;
}
