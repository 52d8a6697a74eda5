/** What the server answers to `camPolicy/tests`. */
import type { Place } from './place.js';

/** The tests of a file, each with its result. */
export interface PolicyTests {
  readonly tests: readonly PolicyTestResult[];
  /** What keeps the file from being run whole: mistakes in its form. */
  readonly problems: readonly { readonly text: string; readonly range: Place }[];
  /** Of each policy that is tested, which statements the tests reach; empty unless it is asked for. */
  readonly reach: readonly PolicyStatements[];
}

export interface PolicyTestResult {
  /** The same for the same place in the file: `0`, or `0.1` for the second of several actions. */
  readonly id: string;
  readonly name: string;
  /** The action, where the test has several. */
  readonly action?: string;
  /** The test's name in the file. */
  readonly range: Place;
  /** `broken`: it could not be run. */
  readonly result: 'passed' | 'failed' | 'broken';
  /** What came out, for a person. */
  readonly text: string;
  /** What is expected, where a verdict is, and where that stands. */
  readonly expected?: string;
  readonly actual?: string;
  readonly at: Place;
  /** The statement that the result rests on. */
  readonly by?: { readonly uri: string; readonly range: Place; readonly text: string };
}

export interface PolicyStatements {
  readonly uri: string;
  /** How many requests of tests each statement applies to. */
  readonly statements: readonly { readonly range: Place; readonly requests: number }[];
}

/** A new file of tests for a policy. */
export interface NewTests {
  /** Its text; all of its tests pass. */
  readonly text: string;
  /** A name for it, beside the policy's. */
  readonly name: string;
}
