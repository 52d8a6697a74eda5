/** Runs of policy tests that are cancelled in VS Code: its own commands and tokens, the client's runs, and answers that come when the test lets them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Ask } from '../../client/src/ask.js';
import { Runner } from '../../client/src/testing/run.js';
import { TestTree } from '../../client/src/testing/tree.js';
import type { PolicyTests } from '../../protocol/tests.js';
import { ask } from './support.js';

const place = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const answer: PolicyTests = {
  tests: ['first', 'second'].map((name, index) => ({
    id: String(index),
    name,
    range: place,
    result: 'passed',
    text: '',
    at: place,
  })),
  problems: [],
  reach: [],
};

/** How an answer ends that is cancelled: the server ends in the middle, or it was ready meanwhile. */
type Ending = PolicyTests | undefined;

/** Answers at once, but for the file of this name: for that once its question is cancelled. */
function createServer(held: string, ending: Ending) {
  let isHolding = false;
  let reached = (): void => undefined;
  const asked: string[] = [];
  const answerTo: Ask = async (_method, _document, more, token) => {
    const { uri } = more as { readonly uri: string };
    asked.push(nameOf(vscode.Uri.parse(uri)));
    const isHeld = isHolding && asked.at(-1) === held;
    if (isHeld) {
      reached();
      await new Promise<unknown>((resolve) => token?.onCancellationRequested(resolve));
    }
    return (isHeld ? ending : answer) as never;
  };
  return {
    answerTo,
    asked,
    /** Resolves when the file is asked for. */
    hold: () =>
      new Promise<void>((resolve) => {
        isHolding = true;
        reached = resolve;
      }),
    release: () => {
      isHolding = false;
      asked.splice(0);
    },
  };
}

const fail = (message: string): never => assert.fail(message);

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1, path.indexOf('.'));

/** A controller whose runs write down what they say. */
function recorded(controller: vscode.TestController, told: string[]): vscode.TestController {
  const note = (what: string, item: vscode.TestItem): void => {
    assert.ok(item.uri);
    told.push([what, nameOf(item.uri), ...(item.parent ? [item.label] : [])].join(' '));
  };
  const createTestRun: vscode.TestController['createTestRun'] = (...request) => {
    const run = controller.createTestRun(...request);
    return Object.assign(Object.create(run) as vscode.TestRun, {
      passed: (item: vscode.TestItem) => {
        note('passed', item);
        run.passed(item);
      },
      errored: (item: vscode.TestItem, messages: vscode.TestMessage[]) => {
        note('errored', item);
        run.errored(item, messages);
      },
      end: () => {
        told.push('ended');
        run.end();
      },
    });
  };
  return Object.assign(Object.create(controller) as vscode.TestController, { createTestRun });
}

/** Begins to run all tests, and resolves once `reached` does. VS Code hears of new tests a little later: until then it runs none. */
async function runUntil(reached: Promise<void>): Promise<{ readonly ended: Thenable<unknown> }> {
  for (;;) {
    const ended = ask('testing.runAll');
    if (await Promise.race([reached.then(() => true), ended.then(() => false)])) return { ended };
  }
}

const passed = (...files: readonly string[]): readonly string[] =>
  files.flatMap((name) => answer.tests.map((test) => `passed ${name} ${test.name}`));

describe('a run of policy tests', () => {
  const endings: readonly (readonly [string, Ending])[] = [
    ['that ends in the middle of a file', undefined],
    ['whose answer comes all the same', answer],
  ];
  for (const [name, ending] of endings)
    it(`${name} when it is cancelled marks nothing more as passed, and the next one works`, async () => {
      const server = createServer('b', ending);
      const told: string[] = [];
      const controller = vscode.tests.createTestController('camPolicy.cancelled', 'Cancelled');
      const tree = new TestTree(controller, server.answerTo, fail);
      const runner = new Runner(recorded(controller, told), tree);
      controller.createRunProfile('Run', vscode.TestRunProfileKind.Run, (...request) => runner.run(...request), true);
      try {
        for (const file of ['a', 'b', 'c']) await tree.show(vscode.Uri.parse(`untitled:/${file}.cam.test.json`));
        server.asked.splice(0);
        const run = await runUntil(server.hold());
        await ask('testing.cancelRun');
        await run.ended;
        assert.deepEqual(
          [server.asked, told],
          [
            ['a', 'b'],
            [...passed('a'), 'ended'],
          ],
        );
        server.release();
        told.splice(0);
        await ask('testing.runAll');
        assert.deepEqual(
          [server.asked, told],
          [
            ['a', 'b', 'c'],
            [...passed('a', 'b', 'c'), 'ended'],
          ],
        );
      } finally {
        runner.dispose();
        controller.dispose();
      }
    });
});
