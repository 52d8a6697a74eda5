/** The tests of one file, run and put into words. */
import path from 'node:path';
import {
  decidingOf,
  hostSpan,
  indexLines,
  leftOut,
  loadPolicies,
  reachOf,
  readTestFile,
  resultInWords,
  runTests,
  say,
  subjectOf,
  voiceOf,
  type Knowledge,
  type LineIndex,
  type LoadedPolicy,
  type Locale,
  type Span,
  type TestResult,
} from '../../core/index.js';
import { complainOfLeftOut } from '../access/askable.js';
import { slashed } from '../files/root.js';
import { oneLine } from '../one-line.js';
import { rangeOf } from '../range.js';
import type { FileReport, Shown, StatementPlace } from './report.js';
import { texts } from './texts.js';

export interface FileRun {
  readonly facts: Knowledge;
  readonly locale: Locale;
  /** Only tests whose name contains it. */
  readonly filter: string | undefined;
  readonly coverage: boolean;
  /** The text of a file by its path relative to the test file. */
  readonly readPolicyFile: (file: string) => Promise<string | undefined>;
}

/** Runs the tests of the text of a file. */
export async function runFile(text: string, name: string, run: FileRun): Promise<FileReport> {
  const { facts, locale, filter } = run;
  const file = readTestFile(text);
  const loaded = await loadPolicies(file, run.readPolicyFile);
  const subject = subjectOf(file, loaded);
  const whole = 'problem' in subject ? undefined : subject;
  const lines = indexLines(text);
  const placeOf = placer(name);
  const shownName = slashed(name);
  const told = { subject: whole, language: facts.language, voice: voiceOf(locale) };
  const results = runTests(file, loaded, facts).filter((result) => isWanted(nameOf(result), filter));
  return {
    path: shownName,
    problems: file.problems.map(({ span, message, data }) => {
      const place = { path: oneLine(shownName), ...lines.at(span.start) };
      return say(texts.problem, locale, { ...place, message: say(message, locale, data) });
    }),
    leftOut: leftOutOf(loaded, name, placeOf, locale),
    results: results.map((result): Shown => {
      const by = whole && decidingOf(result, whole, loaded);
      return {
        name: nameOf(result),
        result: result.is === 'broken' ? 'broken' : result.passed ? 'passed' : 'failed',
        ...verdictsOf(result),
        ...rangeOf(lines, spanOf(result)),
        told: resultInWords(result, told),
        by: by && placeOf(by.of, by.source.span, by.source.statement),
      };
    }),
    statements:
      whole && run.coverage
        ? reachOf(whole, results, facts).flatMap(({ of, statements }) =>
            statements.map(({ span, index, requests }) => ({ ...placeOf(of, span, index), requests })),
          )
        : undefined,
  };
}

/** What CAM refuses of the policies that the file names, each once. */
function leftOutOf(
  loaded: Awaited<ReturnType<typeof loadPolicies>>,
  name: string,
  placeOf: ReturnType<typeof placer>,
  locale: Locale,
): FileReport['leftOut'] {
  const policies = new Map(
    [...loaded.values()].flatMap((one) =>
      'problem' in one ? [] : [[slashed(path.join(path.dirname(name), one.name)), one] as const],
    ),
  );
  const told: string[] = [];
  const complain = (message: string): void => void told.push(message);
  for (const [shown, { policy }] of policies) complainOfLeftOut(policy, shown, { locale, complain });
  return {
    told,
    statements: [...policies.values()].flatMap((of) =>
      leftOut(of.policy).map(({ node, index }) => placeOf(of, node, index)),
    ),
  };
}

/** Finds the places of statements in files that are named from the test file. */
function placer(name: string): (of: LoadedPolicy, span: Span, index: number) => StatementPlace {
  const indexed = new Map<LoadedPolicy, LineIndex>();
  return (of, span, index) => {
    const lines = indexed.get(of) ?? indexLines(of.text);
    indexed.set(of, lines);
    const file = slashed(path.join(path.dirname(name), of.path));
    return { path: file, ...rangeOf(lines, hostSpan(of.embedded, span)), statement: index + 1 };
  };
}

const isWanted = (name: string, filter: string | undefined): boolean =>
  filter === undefined || name.toLowerCase().includes(filter.toLowerCase());

/** The test's name; of several actions each is a test of its own. */
const nameOf = (result: TestResult): string =>
  result.is === 'request' && result.test.actions.length > 1
    ? `${result.test.name} (${result.action.text})`
    : result.test.name;

/** Where a failure is told: at what is expected. */
const spanOf = (result: TestResult): Span => (result.is === 'request' ? result.test.expect.span : result.test.nameSpan);

function verdictsOf(result: TestResult): Pick<Shown, 'expected' | 'actual'> {
  const { test } = result;
  const expected = test.kind === 'action' ? test.expect.is : test.kind;
  if (result.is === 'broken') return { expected, actual: undefined };
  if (result.is === 'request') return { expected, actual: result.decision.is };
  if (result.passed) return { expected, actual: expected };
  return { expected, actual: result.more.is === 'none' ? `lost: ${result.less.is}` : `more: ${result.more.is}` };
}
