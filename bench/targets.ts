/**
 * What the product promises: ratios within one run, of the least times, which is what the code costs where nothing disturbs it; and what a person
 * waits for at most, in ms.
 */
import type { Figure } from './in-process.js';

export interface Verdict {
  readonly target: string;
  readonly measured: number;
  readonly atMost: number;
  readonly met: boolean;
}

interface Figures {
  /** The least time (or the memory) of a subject; NaN where it was not measured. */
  readonly inProcess: (what: string, statements: number | undefined, subject: string) => number;
  readonly stdio: (what: string, statements: number | undefined, subject: string) => number;
  /** The least time of a process of the command line. */
  readonly commandLine: (what: string, document: string, subject: string) => number;
  /** The time that 95 % of our answers take at most, in ms. */
  readonly waiting: (what: string, statements: number | undefined) => number;
}

interface Target {
  readonly target: string;
  readonly measured: (figures: Figures) => number;
  readonly atMost: number;
}

const ratio = (what: string, peer: string, size: number, atMost: number): Target => ({
  target: `${what} / ${peer}, ${size} statements`,
  measured: ({ inProcess }) => inProcess(what, size, 'ours') / inProcess(what, size, peer),
  atMost,
});

/** How much longer than an empty script, in ms. */
const overEmpty = (what: string, document: string, atMost: number): Target => ({
  target: `command line: ${what}, ${document}, ms over node -e 0`,
  measured: ({ commandLine }) => commandLine(what, document, 'ours') - commandLine(what, document, 'node -e 0'),
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
    measured: ({ inProcess }) => inProcess('read + lint', 1000, 'ours') / inProcess('read + lint', 200, 'ours'),
    atMost: 6,
  },
  ...['completion', 'hover'].map((what): Target => ({
    target: `${what} / json service, 200 statements`,
    measured: ({ inProcess }) => inProcess(what, 200, 'ours') / inProcess(what, 200, 'json service'),
    atMost: 1,
  })),
  {
    target: 'edit to diagnostics over stdio / (1.2 × in process + 2 ms), 200 statements',
    measured: ({ stdio }) =>
      stdio('edit to diagnostics', 200, 'ours') / (1.2 * stdio('edit to diagnostics', 200, 'in process') + 2),
    atMost: 1,
  },
  ...['completion', 'hover'].flatMap((what) =>
    (
      [
        [10, 2],
        [1000, 5],
      ] as const
    ).map(([size, atMost]): Target => ({
      target: `${what} over stdio, ${size} statements, 95 % within ms`,
      measured: ({ waiting }) => waiting(what, size),
      atMost,
    })),
  ),
  {
    target: 'start to first diagnostics / json server',
    measured: ({ stdio }) =>
      stdio('start to first diagnostics', 10, 'ours') / stdio('start to first diagnostics', 10, 'json server'),
    atMost: 0.6,
  },
  {
    target: 'memory after opening 1,000 statements / json server',
    measured: ({ stdio }) =>
      stdio('memory (MB) after opening', 1000, 'ours') / stdio('memory (MB) after opening', 1000, 'json server'),
    atMost: 1,
  },
  ...(
    [
      ['can', 20, 1],
      ['diff, both ways: nothing new, in another order', 20, 6],
      ['diff, both ways: nothing new, in another order', 200, 120],
      ['diff, both ways: nothing new, in another order', 1000, 500],
      ['explain', 1000, 100],
      ['code lenses', 10, 5],
    ] as const
  ).map(([what, size, atMost]): Target => ({
    target: `${what}, ${size} statements, ms`,
    measured: ({ inProcess }) => inProcess(what, size, 'ours'),
    atMost,
  })),
  {
    target: 'first diagnostics and hover of a service over stdio, 95 % within ms',
    measured: ({ waiting }) => waiting('first diagnostics and hover of a service', undefined),
    atMost: 5,
  },
  {
    target: 'memory (MB) with all services touched',
    measured: ({ stdio }) => stdio('memory (MB) with all services touched', undefined, 'ours'),
    atMost: 85,
  },
  overEmpty('start', '`--version`', 40),
  overEmpty('check', 'one policy', 120),
];

/** The targets that there are figures for. */
export function judge(
  inProcess: readonly Figure[],
  stdio: readonly Figure[],
  commandLine: readonly Figure[],
): readonly Verdict[] {
  const figures: Figures = {
    inProcess: lookup(inProcess, 'min'),
    stdio: lookup(stdio, 'min'),
    commandLine: (what, document, subject) =>
      commandLine.find((figure) => figure.what === what && figure.document === document)?.times[subject]?.min ?? NaN,
    waiting: (what, statements) => lookup(stdio, 'p95')(what, statements, 'ours'),
  };
  return targets
    .map(({ target, measured, atMost }) => ({ target, measured: measured(figures), atMost }))
    .filter(({ measured }) => !Number.isNaN(measured))
    .map((verdict) => ({ ...verdict, met: verdict.measured <= verdict.atMost }));
}

const lookup =
  (figures: readonly Figure[], time: 'min' | 'p95') =>
  (what: string, statements: number | undefined, subject: string): number =>
    figures.find((figure) => figure.what === what && figure.statements === statements)?.times[subject]?.[time] ?? NaN;
