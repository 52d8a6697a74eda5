/** What is tried on one text: each fix by itself, fix-all, organising and refactorings; throws `Wrong` where one does what none may do. */
import { fixAll } from '../../server/src/core/lint/fix-all.js';
import type { Finding, Fix } from '../../server/src/core/lint/finding.js';
import { lint, type LintOptions } from '../../server/src/core/lint/lint.js';
import { readPolicy } from '../../server/src/core/policy/read.js';
import { organize, refactorings } from '../../server/src/core/refactor/index.js';
import { applyEdits, type Edit, type Span } from '../../server/src/core/span.js';

/** A text with all that is tried on it may take this, in ms of the processor; most take one or two. */
const mostTime = 2_000;

/** A fault, by its kind, with the text after it. */
export class Wrong extends Error {
  constructor(
    readonly kind: string,
    readonly after: string,
  ) {
    super(kind);
  }
}

/** What was tried so far. */
export type Counts = { -readonly [Name in 'texts' | 'findings' | 'fixes' | 'refactorings' | 'slowest']: number };

/**
 * Rules whose fixes make text readable that was not read before, as an element, a list or JSON: what then is found there was there before, also
 * where it is of their own kind.
 */
const uncovering: ReadonlySet<string> = new Set([
  'json-syntax',
  'unknown-element',
  'element-case',
  'wrong-type',
  'duplicate-key',
  'statement-object',
  'invalid-principal key-near',
  'invalid-principal bare',
  'unknown-condition-operator',
]);

const uncovers = ({ code, messageId }: Finding): boolean =>
  uncovering.has(code) || uncovering.has(`${code} ${messageId}`);

interface State {
  readonly text: string;
  readonly problems: number;
  readonly findings: readonly Finding[];
  /** How many findings each rule has, and how many of each of its messages. */
  readonly counts: ReadonlyMap<string, number>;
}

function stateOf(text: string, options: LintOptions): State {
  const policy = readPolicy(text);
  const findings = lint(policy, options);
  const counts = new Map<string, number>();
  for (const { code, messageId } of findings)
    for (const kind of [code, `${code} ${messageId}`]) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return { text, problems: policy.tree.problems.length, findings, counts };
}

export interface Trial {
  readonly text: string;
  /** Where the cursor stands. */
  readonly at: number;
  readonly counts: Counts;
  readonly options: LintOptions;
}

/** Tries everything on one text and counts it. */
export function tryAll({ text, at, counts, options }: Trial): void {
  const started = process.cpuUsage();
  const before = stateOf(text, options);
  counts.texts++;
  counts.findings += before.findings.length;
  for (const finding of before.findings) {
    const { code, messageId, fix, suggestions = [] } = finding;
    for (const each of [fix ?? [], suggestions].flat()) {
      counts.fixes++;
      const kind = `${code} ${messageId}, ${each === fix ? 'fix' : 'suggestion'} ${each.titleId}`;
      tryFix(kind, finding, each, before, options);
    }
  }
  tryFixAll(before, options);
  counts.refactorings += tryRefactorings(before, at, options);
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  counts.slowest = Math.max(counts.slowest, ms);
  if (ms > mostTime) throw new Wrong('takes too long', '');
}

/** The text after the edits; wrong where they overlap or leave more mistakes in the JSON than there were. */
function applied(kind: string, edits: readonly Edit[], { text, problems }: State): string {
  let after: string;
  try {
    after = applyEdits(text, edits);
  } catch (error) {
    throw new Wrong(`${kind}: ${String(error)}`, '');
  }
  const left = readPolicy(after).tree.problems.length;
  // Where a quote is missing nobody can say which: what is only suggested there may be the wrong one.
  if (left > problems && !/^json-syntax .*suggestion/u.test(kind)) throw new Wrong(`${kind}: breaks the JSON`, after);
  return after;
}

/** A fix takes its finding away and adds none of its rule; of a suggestion that is preferred the same is asked, of others that they add none. */
function tryFix(kind: string, finding: Finding, tried: Fix, before: State, options: LintOptions): void {
  const after = applied(kind, tried.edits(), before);
  if (after === before.text) throw new Wrong(`${kind}: changes nothing`, after);
  if (uncovers(finding)) return;
  const { counts } = stateOf(after, options);
  const grown = (name: string): number => (counts.get(name) ?? 0) - (before.counts.get(name) ?? 0);
  const { code, messageId } = finding;
  if (grown(code) > 0) throw new Wrong(`${kind}: adds a finding of its rule`, after);
  if (grown(code) >= 0 && grown(`${code} ${messageId}`) >= 0 && (tried === finding.fix || tried.preferred))
    throw new Wrong(`${kind}: leaves what it is to mend, or puts it elsewhere`, after);
}

function tryFixAll(before: State, options: LintOptions): void {
  const policy = readPolicy(before.text);
  const fixed = fixAll(policy, before.findings, options);
  const after = applied('fix all', fixed.edits, before);
  if (after !== fixed.text) throw new Wrong('fix all: its edits give another text than it says', after);
  const state = stateOf(after, options);
  const again = fixAll(readPolicy(after), state.findings, options);
  if (again.text !== after) throw new Wrong('fix all: changes the text once more', again.text);
  // What a mended name or bracket uncovers is no work of the fixes; nor is what another rule has to say of a string that has become sound.
  const fixing = before.findings.filter(({ fix }) => fix);
  if (fixing.some(uncovers)) return;
  for (const { code } of fixing)
    if ((state.counts.get(code) ?? 0) > (before.counts.get(code) ?? 0))
      throw new Wrong(`fix all: more of ${code} than before`, after);
}

/** Returns how many there were. */
function tryRefactorings(before: State, at: number, { catalogue }: LintOptions): number {
  const policy = readPolicy(before.text);
  const selections: readonly Span[] = [
    { start: at, end: at },
    { start: at, end: Math.min(at + 200, before.text.length) },
  ];
  const all = selections.flatMap((selection) => refactorings(policy, selection, catalogue));
  for (const { name, edits } of all) {
    const after = applied(name, edits(), before);
    if (after === before.text) throw new Wrong(`${name}: changes nothing`, after);
  }
  const organized = applied('organise', organize(policy), before);
  if (organize(readPolicy(organized)).length > 0) throw new Wrong('organise: changes the text once more', organized);
  return all.length;
}
