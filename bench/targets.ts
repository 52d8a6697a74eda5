/** What the product promises, as ratios within one run. Ratios are of the least times: what the code costs where nothing disturbs it. */
import type { Figure } from './in-process.js';

export interface Verdict {
  readonly target: string;
  readonly ratio: number;
  readonly atMost: number;
  readonly met: boolean;
}

interface Figures {
  /** The least time (or the memory) of a subject; NaN where it was not measured. */
  readonly inProcess: (what: string, statements: number, subject: string) => number;
  readonly stdio: (what: string, statements: number, subject: string) => number;
}

interface Target {
  readonly target: string;
  readonly ratio: (figures: Figures) => number;
  readonly atMost: number;
}

const ratio = (what: string, peer: string, size: number, atMost: number): Target => ({
  target: `${what} / ${peer}, ${size} statements`,
  ratio: ({ inProcess }) => inProcess(what, size, 'ours') / inProcess(what, size, peer),
  atMost,
});

const targets: readonly Target[] = [
  ...(['read + lint', 'first read + lint'] as const).flatMap((what) => [
    ...(
      [
        [10, 3],
        [200, 2.5],
        [1000, 2],
      ] as const
    ).map(([size, atMost]) => ratio(what, 'parseTree', size, atMost)),
    ...[10, 200, 1000].map((size) => ratio(what, 'json service', size, 0.8)),
  ]),
  {
    target: 'read + lint, 1,000 statements / 200 statements',
    ratio: ({ inProcess }) => inProcess('read + lint', 1000, 'ours') / inProcess('read + lint', 200, 'ours'),
    atMost: 6,
  },
  ...['completion', 'hover'].map((what): Target => ({
    target: `${what} / json service, 200 statements`,
    ratio: ({ inProcess }) => inProcess(what, 200, 'ours') / inProcess(what, 200, 'json service'),
    atMost: 1,
  })),
  {
    target: 'edit to diagnostics over stdio / (1.2 × in process + 2 ms), 200 statements',
    ratio: ({ inProcess, stdio }) =>
      stdio('edit to diagnostics', 200, 'ours') / (1.2 * inProcess('edit to diagnostics', 200, 'ours') + 2),
    atMost: 1,
  },
  {
    target: 'start to first diagnostics / json server',
    ratio: ({ stdio }) =>
      stdio('start to first diagnostics', 10, 'ours') / stdio('start to first diagnostics', 10, 'json server'),
    atMost: 0.6,
  },
  {
    target: 'memory after opening 1,000 statements / json server',
    ratio: ({ stdio }) =>
      stdio('memory (MB) after opening', 1000, 'ours') / stdio('memory (MB) after opening', 1000, 'json server'),
    atMost: 1,
  },
];

/** The targets that `inProcess` and `stdio` hold figures for. */
export function judge(inProcess: readonly Figure[], stdio: readonly Figure[]): readonly Verdict[] {
  const figures = { inProcess: lookup(inProcess), stdio: lookup(stdio) };
  return targets
    .map(({ target, ratio, atMost }) => ({ target, ratio: ratio(figures), atMost }))
    .filter(({ ratio }) => !Number.isNaN(ratio))
    .map((verdict) => ({ ...verdict, met: verdict.ratio <= verdict.atMost }));
}

const lookup =
  (figures: readonly Figure[]) =>
  (what: string, statements: number, subject: string): number =>
    figures.find((figure) => figure.what === what && figure.statements === statements)?.times[subject]?.min ?? NaN;
