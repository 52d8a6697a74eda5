/** Times the product's functions beside those that people would use instead, on the same documents in one process. */
import type { Position } from 'vscode-languageserver-types';
import { generateSample, realSamples, type Sample } from './documents.js';
import { measure, thorough, type Effort, type Task, type Times } from './measure.js';
import * as ours from './ours.js';
import * as peers from './peers.js';

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

/** How many documents of a size take turns, so that nobody profits from having seen a text before. */
const variants: { readonly [size in Size]: number } = { 10: 40, 200: 6, 1000: 3 };

/** The documents of a size. */
export const samplesOf = (size: Size): readonly Sample[] =>
  Array.from({ length: variants[size] }, (_, seed) => generateSample(ours.context.catalogue, size, seed + 1));

const kilobytes = (samples: readonly Sample[]): string =>
  `${Math.round(samples.reduce((sum, { text }) => sum + text.length, 0) / samples.length / 1000)} kB`;

/** Each in turn. */
const cycle =
  <Item>(items: readonly Item[], act: (item: Item) => unknown) =>
  (call: number): unknown => {
    const item = items[call % items.length];
    return item === undefined ? undefined : act(item);
  };

async function figure(
  what: string,
  samples: readonly Sample[],
  tasks: readonly Task[],
  effort: Effort,
): Promise<Figure> {
  const [{ name, statements } = { name: '', statements: undefined }] = samples;
  const document = `${name}, ${kilobytes(samples)}`;
  return { what, document, statements, times: Object.fromEntries(await measure(tasks, effort)) };
}

export type ReadingSubject = 'ours' | 'parseTree' | 'json service' | 'iam-policy';

/** Read + lint of whole documents that were not seen before. */
export async function timeReading(
  samples: readonly Sample[],
  effort = thorough,
  subjects: readonly ReadingSubject[] = ['ours', 'parseTree', 'json service', 'iam-policy'],
): Promise<Figure> {
  const service = peers.createJsonService();
  const twins = samples.map(({ twin }) => twin).filter((twin) => twin !== undefined);
  const tasks: { readonly [subject in ReadingSubject]: Task['run'] } = {
    ours: cycle(samples, ({ text }) => ours.readAndLint(text)),
    parseTree: cycle(samples, ({ text }) => peers.parse(text)),
    'json service': cycle(samples, ({ text }) => peers.validate(service, text)),
    'iam-policy': cycle(twins, peers.validateTwin),
  };
  const wanted = subjects.filter((name) => name !== 'iam-policy' || twins.length > 0);
  return figure(
    'read + lint',
    samples,
    wanted.map((name) => ({ name, run: tasks[name] })),
    effort,
  );
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
    ['edit to diagnostics', ours.typeInto(sample.text), (call) => peers.validate(service, edited(sample.text, call))],
  ];
  const figures: Figure[] = [];
  for (const [what, run, peer] of pairs.filter(([what]) => wanted?.includes(what) ?? true)) {
    const tasks = [{ name: 'ours', run }, ...(peer ? [{ name: 'json service', run: peer }] : [])];
    figures.push(await figure(what, [sample], tasks, effort));
  }
  return figures;
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
    figures.push(await timeReading(samplesOf(size)));
  }
  const real = realSamples(folders, 10);
  say(`read + lint, ${real.length} real policies`);
  figures.push(
    await timeReading(real.map((sample) => ({ ...sample, name: `the ${real.length} longest real policies` }))),
  );
  for (const size of sizes) {
    say(`requests, ${size} statements`);
    figures.push(...(await timeRequests(generateSample(ours.context.catalogue, size, 1))));
  }
  return figures;
}
