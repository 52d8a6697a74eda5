/** Whatever stands in a file of tests, and wherever the cursor is: an answer, with edits that fit the text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { testContext } from '../../../test/documents.js';
import { runs } from '../../../test/sampling.js';
import { loadPolicies } from '../../core/testing/load.js';
import { readTestFile } from '../../core/testing/read.js';
import { testCodeActions } from './code-actions.js';
import { completeTests } from './completion.js';
import { testDiagnostics } from './diagnostics.js';
import type { TestDocument } from './document.js';
import { hoverTests } from './hover.js';
import { testResults } from './run.js';

const policy = `{"version":"2.0","statement":[
{"effect":"allow","action":"mps:*","resource":"*","condition":{"ip_equal":{"qcs:ip":"10.0.0.0/8"}}},
{"effect":"deny","action":"mps:EditMedia","resource":"*"}]}`;
const whole = `{ // all of it
  "policies": ["./a.cam.json", "b.tf#x"], "boundary": "a.cam.json", "caller": { "uin": "1" }, "context": { "qcs:ip": "10.0.0.1" },
  "tests": [
    { "name": "a", "action": ["mps:EditMedia", "mps:X"], "resource": "*", "context": { "qcs:ip": null, "k": ["a"] }, "expect": "allowed", "by": "#1" },
    { "name": "b", "notGranted": { "actions": "cam:*", "resource": ["*"] } }, { "name": "c", "within": "./a.cam.json" }, { "name": "d", "same": ["a.cam.json"] },
  ],
}`;

/** The text cut, with a piece left out, or with something put in. */
const texts = fc.oneof(
  fc.nat(whole.length).map((end) => whole.slice(0, end)),
  fc.tuple(fc.nat(whole.length), fc.nat(20)).map(([at, length]) => whole.slice(0, at) + whole.slice(at + length)),
  fc
    .tuple(fc.nat(whole.length), fc.constantFrom('"', '{', '}', '[', ']', ',', ':', '\\', '*', '#', '\u0000', '名'))
    .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at)),
  fc.json(),
  fc.string(),
);

describe('a file of tests', () => {
  it('may be any text', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (content, place) => {
        const text = TextDocument.create('file:///w/a.cam.test.json', 'jsonc', 1, content);
        const file = readTestFile(content, {});
        const loaded = await loadPolicies(file, (path) =>
          Promise.resolve(path.includes('a.cam.json') ? policy : undefined),
        );
        const document: TestDocument = { text, file, loaded };
        const position = text.positionAt(place % (content.length + 1));
        testDiagnostics(document, testContext, false);
        await testResults(
          document,
          testContext,
          (path) => path,
          true,
          () => Promise.resolve(true),
        );
        hoverTests(document, position, testContext, false);
        const range = { start: position, end: position };
        const context = { ...testContext, versionsEdits: false };
        for (const { edit } of testCodeActions(document, range, undefined, context))
          assert.notEqual(TextDocument.applyEdits(text, edit?.changes?.[text.uri] ?? []), content);
        const paths = (): Promise<readonly string[]> => Promise.resolve(['./a.cam.json']);
        const found = await completeTests(document, position, { ...testContext, knowsSchemas: false, paths });
        for (const { textEdit } of found?.items ?? []) {
          assert.ok(textEdit && 'range' in textEdit);
          const { start, end } = textEdit.range;
          assert.equal(start.line, end.line);
          assert.ok(text.offsetAt(start) <= text.offsetAt(position) && text.offsetAt(position) <= text.offsetAt(end));
        }
      }),
      runs(2000),
    );
  });

  it('is left in the middle where nobody waits for the results any more', async () => {
    const text = TextDocument.create('file:///w/a.cam.test.json', 'jsonc', 1, whole);
    const file = readTestFile(whole, {});
    const loaded = await loadPolicies(file, () => Promise.resolve(policy));
    const document: TestDocument = { text, file, loaded };
    let steps = 0;
    const run = (most: number) =>
      testResults(
        document,
        testContext,
        (path) => path,
        true,
        () => Promise.resolve(++steps < most),
      );
    assert.equal(await run(2), undefined);
    assert.equal(steps, 2);
    assert.equal((await run(Infinity))?.tests.length, 4);
    assert.equal(steps, 2 + 4, 'asked after each test');
  });
});
