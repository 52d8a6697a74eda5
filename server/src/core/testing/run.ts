/** Runs the tests of a file: each answer is the engine's, and what is not decided never passes for a decision. */
import { can } from '../access/can.js';
import { compare } from '../access/compare.js';
import type { Attached, Difference } from '../access/comparison.js';
import type { AccessQuestion, Decision } from '../access/question.js';
import type { Facts } from '../knowledge/facts.js';
import type { Text, TextData } from '../text.js';
import { allBut } from './all-but.js';
import { namedStatement, type Named } from './deciding.js';
import { flawsOf, missingReference } from './flaws.js';
import { sourcesOf } from './sources-of.js';
import { policiesOf, subjectOf, type Loaded, type LoadedPolicy, type Subject, type Unloaded } from './load.js';
import type {
  Expectation,
  NotGrantedTest,
  Placed,
  PolicyTest,
  ReferenceTest,
  RequestTest,
  TestFile,
} from './test-file.js';

interface Common<Test extends PolicyTest> {
  readonly test: Test;
  readonly passed: boolean;
}

/** The result of one request. */
export interface RequestResult extends Common<RequestTest> {
  readonly is: 'request';
  readonly action: Placed;
  readonly question: AccessQuestion;
  readonly decision: Decision;
  /** The statement that should decide and does not, where the verdict is right. */
  readonly insteadOf: Named | undefined;
}

/** The result of a comparison: what is allowed and should not be, and for `same` what should be and is not. */
export interface ComparedResult extends Common<NotGrantedTest | ReferenceTest> {
  readonly is: 'compared';
  readonly more: Difference;
  readonly less: Difference;
}

/** A test that could not be run. */
export interface BrokenResult extends Common<PolicyTest> {
  readonly is: 'broken';
  readonly problem: Text;
  readonly data: TextData;
}

export type TestResult = RequestResult | ComparedResult | BrokenResult;

/** Runs all tests that are whole, in the order of the file. Never throws. */
export const runTests = (file: TestFile, loaded: Loaded, facts: Facts): readonly TestResult[] => [
  ...resultsInTurn(file, loaded, facts),
];

/** The same, one result after the other: who asks may do something else in between, or leave. */
export function* resultsInTurn(file: TestFile, loaded: Loaded, facts: Facts): Iterable<TestResult> {
  const subject = subjectOf(file, loaded);
  for (const test of file.tests) yield* resultsOf(test, subject, loaded, facts);
}

function* resultsOf(test: PolicyTest, subject: Subject | Unloaded, loaded: Loaded, facts: Facts): Iterable<TestResult> {
  if ('problem' in subject) {
    yield brokenBy(test, subject);
    return;
  }
  const why = missingReference(test, loaded) ?? flawOf(test, subject);
  if (why) yield brokenBy(test, why);
  else if (test.kind === 'action') for (const action of test.actions) yield requestResult(test, action, subject, facts);
  else yield comparedResult(test, subject, loaded, facts);
}

function flawOf(test: PolicyTest, subject: Subject): Unloaded | undefined {
  const [flaw] = flawsOf(test, subject);
  return flaw && { problem: flaw.message, data: flaw.data ?? {} };
}

const brokenBy = (test: PolicyTest, { problem, data }: Unloaded): BrokenResult => ({
  is: 'broken',
  test,
  passed: false,
  problem,
  data,
});

/** The question that a test asks about one of its actions. */
const questionOf = (
  { resources, context, caller }: RequestTest,
  action: string,
  { policies, boundary }: Subject,
): AccessQuestion => ({
  policies: policies.map(({ policy }) => policy),
  ...(boundary && { boundary: boundary.policy }),
  caller,
  action,
  resource: resources.length === 0 ? '*' : resources.map(({ text }) => text),
  context: Object.fromEntries(context),
});

function requestResult(test: RequestTest, action: Placed, subject: Subject, facts: Facts): RequestResult {
  const question = questionOf(test, action.text, subject);
  const decision = can(question, facts);
  const isRight = fits(test.expect.is, decision);
  const by = test.by && namedStatement(test.by.text, subject);
  const insteadOf = isRight && by && !decides(by, decision) ? by : undefined;
  return { is: 'request', test, action, question, decision, insteadOf, passed: isRight && insteadOf === undefined };
}

const fits = (expect: Expectation, { is }: Decision): boolean =>
  expect === 'refused' ? is === 'denied' || is === 'not-allowed' : is === expect;

const decides = ({ policy, statement }: Named, decision: Decision): boolean =>
  sourcesOf(decision).some((source) => source.policy === policy && source.statement === statement);

const attached = (policies: readonly LoadedPolicy[]): Attached => ({ policies: policies.map(({ policy }) => policy) });

function comparedResult(
  test: NotGrantedTest | ReferenceTest,
  { policies, boundary }: Subject,
  loaded: Loaded,
  facts: Facts,
): ComparedResult {
  const after: Attached = { ...attached(policies), ...(boundary && { boundary: boundary.policy }) };
  const before =
    test.kind === 'notGranted'
      ? { policies: [allBut(textsOf(test.actions), textsOf(test.resources))] }
      : referenceOf(test, loaded);
  const { gained, lost } = compare({ before, after, caller: test.caller }, facts);
  const less: Difference = test.kind === 'same' ? lost : { is: 'none' };
  return { is: 'compared', test, more: gained, less, passed: gained.is === 'none' && less.is === 'none' };
}

function referenceOf({ references }: ReferenceTest, loaded: Loaded): Attached {
  const found = policiesOf(references, loaded);
  return attached('problem' in found ? [] : found);
}

const textsOf = (all: readonly Placed[]): readonly string[] => all.map(({ text }) => text);
