/** A file with tests of policies, as a value. Spans are offsets of its text, in UTF-16 units. */
import type { Caller, ContextValue } from '../access/question.js';
import type { ConfigurationProblem } from '../config/problem.js';
import type { Span } from '../span.js';
import type { JsonTree } from '../syntax/json.js';

/** What a test may expect. `refused`: denied or not allowed. */
export type Expectation = 'allowed' | 'denied' | 'not-allowed' | 'refused' | 'conditional' | 'undecided';

/** A string and where it stands, with its quotes. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

export type Context = ReadonlyMap<string, ContextValue>;

interface Common {
  /** Its place in the list, from 0; tests that are not whole count, too. */
  readonly index: number;
  readonly name: string;
  /** All of it, and the string with its name. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** What the file and the test say together. */
  readonly caller: Caller;
}

/** A question about requests: one for each action. */
export interface RequestTest extends Common {
  readonly kind: 'action';
  readonly actions: readonly Placed[];
  readonly resources: readonly Placed[];
  /** What the file and the test say together. */
  readonly context: Context;
  readonly expect: { readonly is: Expectation; readonly span: Span };
  readonly by: Placed | undefined;
}

/** That nothing of this is allowed. */
export interface NotGrantedTest extends Common {
  readonly kind: 'notGranted';
  readonly actions: readonly Placed[];
  readonly resources: readonly Placed[];
}

/** A comparison with other policies. */
export interface ReferenceTest extends Common {
  readonly kind: 'within' | 'same';
  readonly references: readonly Placed[];
}

export type PolicyTest = RequestTest | NotGrantedTest | ReferenceTest;

/** A condition key that a context speaks of. */
export interface SaidKey {
  readonly key: string;
  readonly span: Span;
}

export interface TestFile {
  readonly tree: JsonTree;
  /** What is wrong with its form. */
  readonly problems: readonly ConfigurationProblem[];
  readonly policies: readonly Placed[];
  readonly boundary: Placed | undefined;
  /** Those that are whole. */
  readonly tests: readonly PolicyTest[];
  /** The condition keys of all contexts. */
  readonly keys: readonly SaidKey[];
}

/** All files that a test file names, in its order; one may stand there several times. */
export const referencesOf = ({ policies, boundary, tests }: TestFile): readonly Placed[] => [
  ...policies,
  ...(boundary ? [boundary] : []),
  ...tests.flatMap((test) => (test.kind === 'within' || test.kind === 'same' ? test.references : [])),
];
