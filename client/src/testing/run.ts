/** Runs tests: the server answers for a whole file at once, and what was asked for is shown. */
import {
  Disposable,
  l10n,
  Location,
  TestMessage,
  TestRunProfileKind,
  TestRunRequest,
  Uri,
  type CancellationToken,
  type TestController,
  type TestItem,
  type TestRun,
} from 'vscode';
import type { PolicyStatements, PolicyTestResult, PolicyTests } from '../../../protocol/tests.js';
import { coverageOf } from './coverage.js';
import { rangeOf } from '../range.js';
import { isTestFile, type TestTree } from './tree.js';

/** What may hold a policy that is tested. */
const policyFile = /\.(?:json|tf|tofu|md)$/u;

export class Runner extends Disposable {
  /** Runs that are repeated on each save until they are stopped. */
  private readonly continuous = new Set<TestRunRequest>();

  constructor(
    private readonly controller: TestController,
    private readonly tree: TestTree,
  ) {
    super(() => {
      this.continuous.clear();
    });
  }

  async run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    if (request.continuous) {
      this.continuous.add(request);
      token.onCancellationRequested(() => {
        this.continuous.delete(request);
      });
    }
    await this.once(request, token);
  }

  /** Repeats the runs that go on, where the file may make a difference to them. */
  saved(uri: Uri): void {
    if (!policyFile.test(uri.path)) return;
    // What came out before may be otherwise now.
    if (this.continuous.size === 0) this.controller.invalidateTestResults();
    for (const request of this.continuous) {
      const { include, exclude, profile } = request;
      const again = isTestFile(uri)
        ? (include ?? [...this.tree.files].map(([, item]) => item)).filter(
            (item) => item.uri?.toString() === uri.toString(),
          )
        : include;
      if (again?.length !== 0) void this.once(new TestRunRequest(again, exclude, profile, true));
    }
  }

  private async once(request: TestRunRequest, token?: CancellationToken): Promise<void> {
    if (!request.include && this.tree.files.size === 0) await this.tree.discover();
    const run = this.controller.createTestRun(request);
    const isCoverage = request.profile?.kind === TestRunProfileKind.Coverage;
    const reached: PolicyStatements[] = [];
    const asked = request.include ?? [...this.tree.files].map(([, item]) => item);
    const isOver = (): boolean => token?.isCancellationRequested === true || run.token.isCancellationRequested;
    for (const file of new Set(asked.map(fileOf))) {
      if (isOver()) break;
      const ids = wantedIds(asked.filter((item) => fileOf(item) === file));
      const excluded = new Set((request.exclude ?? []).filter((item) => fileOf(item) === file).map(({ id }) => id));
      const found = await this.tree.load(file, isCoverage, run.token);
      // The server ends in the middle of a long file; what is left of it is shown as not run.
      if (isOver()) break;
      if (found) show(found, file, run, (id) => isWanted(id, ids) && !isWanted(id, excluded) && !excluded.has(file.id));
      else run.errored(file, new TestMessage(l10n.t('{0} cannot be read.', file.label)));
      reached.push(...(found?.reach ?? []));
    }
    if (isCoverage) for (const coverage of coverageOf(reached)) run.addCoverage(coverage);
    run.end();
  }
}

function fileOf(item: TestItem): TestItem {
  let at = item;
  while (at.parent) at = at.parent;
  return at;
}

/** Ids of tests, or of tests' actions; undefined: all of the file. */
const wantedIds = (items: readonly TestItem[]): ReadonlySet<string> | undefined =>
  items.some(({ parent }) => !parent) ? undefined : new Set(items.map(({ id }) => id));

const isWanted = (id: string, wanted: ReadonlySet<string> | undefined): boolean =>
  !wanted || wanted.has(id) || wanted.has(id.split('.')[0] ?? '');

function show({ tests, problems }: PolicyTests, file: TestItem, run: TestRun, isAsked: (id: string) => boolean): void {
  for (const test of tests.filter(({ id }) => isAsked(id))) {
    const [id = ''] = test.id.split('.');
    const parent = file.children.get(id);
    const item = test.action === undefined ? parent : parent?.children.get(test.id);
    if (item) showResult(test, item, run);
  }
  // What is wrong with the form of the file: tests of which a part is wrong are not there.
  if (problems.length > 0 && file.uri) {
    const { uri } = file;
    run.errored(
      file,
      problems.map(({ text, range }) => at(new TestMessage(text), new Location(uri, rangeOf(range)))),
    );
  }
}

function showResult(test: PolicyTestResult, item: TestItem, run: TestRun): void {
  run.started(item);
  const place = item.uri && new Location(item.uri, rangeOf(test.at));
  const mark = { passed: '✓', failed: '✗', broken: '!' }[test.result];
  run.appendOutput(`${mark} ${test.name}\n${test.text}\n`.replaceAll('\n', '\r\n'), undefined, item);
  if (test.result === 'passed') run.passed(item);
  else if (test.result === 'broken') run.errored(item, at(new TestMessage(test.text), place));
  else run.failed(item, messagesOf(test, place));
}

/** What came out, at what is expected; and the statement that it rests on. */
function messagesOf(
  { name, text, expected, actual, by }: PolicyTestResult,
  place: Location | undefined,
): TestMessage[] {
  const differs = expected !== undefined && actual !== undefined && expected !== actual;
  const message = differs ? TestMessage.diff(text, expected, actual) : new TestMessage(text);
  const where = by && new Location(Uri.parse(by.uri), rangeOf(by.range));
  return [at(message, place), ...(by ? [at(new TestMessage(`${by.text}: ${name}`), where)] : [])];
}

function at(message: TestMessage, place: Location | undefined): TestMessage {
  if (place) message.location = place;
  return message;
}
