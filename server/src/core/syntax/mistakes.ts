/** Which problems of a JSON text are mistakes of their own, and where a mistake leaves open what the text says. */
import { memoByObject } from '../memo.js';
import { meetsAny, type Span } from '../span.js';
import { isBlank } from './measure.js';
import type { JsonProblem, JsonProblemKind, JsonTree } from './tree.js';

/** Whether nothing has been written yet, comments aside. */
export const holdsNothing = ({ problems }: JsonTree): boolean => problems.some(({ kind }) => kind === 'empty');

/** Problems that often bring others right behind them. */
const leading: ReadonlySet<JsonProblemKind> = new Set([
  'colon-expected',
  'value-expected',
  'key-expected',
  'unexpected',
  'opening-expected',
  'unclosed-array',
  'unclosed-object',
  'invalid-escape',
  'invalid-number',
]);

/** Problems that may take a member from the object they are in. */
const shaping: ReadonlySet<JsonProblemKind> = new Set([
  'key-expected',
  'unexpected',
  'opening-expected',
  'unclosed-array',
  'unclosed-object',
]);

/** Problems that may be no more than the end of another. */
const following: ReadonlySet<JsonProblemKind> = new Set([
  'comma-expected',
  'colon-expected',
  'value-expected',
  'key-expected',
  'opening-expected',
  'unclosed-array',
  'unclosed-object',
  'extra-comma',
  'trailing-comma',
  'unexpected',
  'missing-quotes',
]);

/** The problems of a text without those that are the rest of another one. */
export function mistakesOf({ text, problems }: JsonTree): readonly JsonProblem[] {
  if (problems.length < 2) return problems;
  const isOnBrokenLine = meetsAny(brokenLines(text, problems));
  const isBehind = behindRoot(problems);
  const mistakes: JsonProblem[] = [];
  let last: JsonProblem | undefined;
  let leads = false;
  for (const [index, problem] of problems.entries()) {
    if (isBehind(problem) || isOfNext(text, problem, problems[index + 1])) continue;
    const isRest: boolean = last !== undefined && leads && isBeside(text, last, problem);
    const isDoubtful = problem.broken === undefined && isOnBrokenLine(problem);
    const isOwn: boolean = !following.has(problem.kind) || (!isRest && !isDoubtful);
    if (isOwn) mistakes.push(problem);
    leads = !isOwn || leading.has(problem.kind) || problem.kind === 'missing-quotes';
    last = problem;
  }
  return mistakes;
}

/** Whether a text is nothing that structures JSON. */
export const isSign = (text: string): boolean => !'{}[],:'.includes(text);

/** Whether what follows the root holds no more than signs that end something in other languages: `};`. */
export const isMereEnd = (text: string): boolean => /^[;；,，)）\s]+$/u.test(text);

/** Mistakes that are no more than what stands behind the root. */
const loose: ReadonlySet<JsonProblemKind> = new Set(['wrong-punctuation', 'unexpected', 'missing-quotes']);

/** Tells whether a problem is of words and signs behind the root, which are one mistake. */
function behindRoot(problems: readonly JsonProblem[]): (problem: JsonProblem) => boolean {
  const extra = problems.find(({ kind }) => kind === 'extra-text');
  return ({ kind, start }) => extra !== undefined && loose.has(kind) && start >= extra.start;
}

const commas: ReadonlySet<JsonProblemKind> = new Set(['comma-expected', 'trailing-comma']);

/** Mistakes of a sign in its place, whatever it should look like. */
const misplaced: ReadonlySet<JsonProblemKind> = new Set(['unexpected', 'trailing-comma', 'extra-comma']);

/** Whether a problem comes from the next one: a comma beside a sign that has no place there, or a sign at a place where no sign has one. */
function isOfNext(text: string, { kind, start, end }: JsonProblem, next: JsonProblem | undefined): boolean {
  if (!next) return false;
  if (kind === 'wrong-punctuation') return misplaced.has(next.kind) && next.start === start;
  return (
    next.kind === 'unexpected' && commas.has(kind) && isSign(next.text) && text.slice(end, next.start).trim() === ''
  );
}

/** Whether at most one token stands between two problems, on one line. */
function isBeside(text: string, { end, kind }: JsonProblem, next: JsonProblem): boolean {
  let at = end;
  const skip = (): void => {
    while (at < next.start && isBlank(text.charAt(at)) && text.charAt(at) !== '\n') at++;
  };
  skip();
  // Of two words without quotes each is a mistake of its own, but for words in a row.
  if (kind === 'missing-quotes' && next.kind === 'missing-quotes') return at >= next.start;
  if (text.charAt(at) === '"') {
    for (at++; at < next.start && text.charAt(at) !== '"' && text.charAt(at) !== '\n';) at++;
    at++;
  } else if (at < next.start && text.charAt(at) !== '\n') at++;
  skip();
  return at >= next.start;
}

/** From each broken string on to its line's end. */
export const brokenLines = (text: string, problems: readonly JsonProblem[]): readonly Span[] =>
  toLineEnds(
    text,
    problems.flatMap(({ broken }) => (broken ? [broken] : [])),
  );

/** From each problem that leaves the shape of the text open on to its line's end. */
export const shapelessLines = ({ text, problems }: JsonTree): readonly Span[] =>
  toLineEnds(
    text,
    problems.filter(
      ({ kind, start, end }) =>
        leading.has(kind) &&
        !kind.startsWith('unclosed') &&
        // A plus is between the parts of one string.
        (kind !== 'unexpected' || '{}[],:+'.includes(text.slice(start, end))),
    ),
  );

/** The spans, each up to the end of the line that it ends on. A line's end is looked for once, however many spans the line has. */
function toLineEnds(text: string, spans: readonly Span[]): readonly Span[] {
  let from = 0;
  let lineEnd = -1;
  return spans.map(({ start, end }) => {
    if (end < from || end > lineEnd) {
      const found = text.indexOf('\n', end);
      from = end;
      lineEnd = found < 0 ? text.length : found;
    }
    return { start, end: lineEnd };
  });
}

const shapingIn = memoByObject((problems: readonly JsonProblem[]) =>
  meetsAny(problems.filter(({ kind, broken }) => shaping.has(kind) || broken)),
);

/** Whether it is open which members an object has: a mistake in it may have taken one away. */
export const hasSureMembers = ({ problems }: Pick<JsonTree, 'problems'>, span: Span): boolean =>
  !shapingIn(problems)(span);
