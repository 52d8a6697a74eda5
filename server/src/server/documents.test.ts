import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver';
import { testContext } from '../../test/documents.js';
import { runs } from '../../test/sampling.js';
import { createDocumentCache, texts } from './documents.js';

const create = (content: string) => texts.create('file:///a.cam.json', 'cam-policy', 1, content);

/** The offset of a position as the protocol has it: behind a line's end it is the line's end, behind the text it is the text's end. */
function offsetOf(content: string, { line, character }: Position): number {
  let start = 0;
  for (let number = 0; number < line; number++) {
    const end = /\r\n|\r|\n/u.exec(content.slice(start));
    if (!end) return content.length;
    start += end.index + end[0].length;
  }
  const length = /\r|\n/u.exec(content.slice(start))?.index ?? content.length - start;
  return start + Math.min(character, length);
}

const position = fc.record({
  line: fc.oneof(fc.nat(5), fc.nat(2 ** 31)),
  character: fc.oneof(fc.nat(8), fc.nat(2 ** 31)),
});
const piece = fc.string({ unit: fc.constantFrom(...'a"{,\n\r\u4e2d'), maxLength: 8 });
const change = fc.record({ start: position, end: position, text: piece });

describe('texts of open documents', () => {
  it('are what the client has, whatever positions it names', () => {
    fc.assert(
      fc.property(piece, fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 5 }), (first, batches) => {
        let text = create(first);
        let expected = first;
        batches.forEach((batch, index) => {
          const changes = batch.map(({ start, end, text: inserted }) => {
            const [from, to] = [offsetOf(expected, start), offsetOf(expected, end)].sort((a, b) => a - b);
            expected = expected.slice(0, from) + inserted + expected.slice(to);
            return { range: { start, end }, text: inserted };
          });
          text = texts.update(text, changes, index + 2);
          assert.equal(text.getText(), expected);
          assert.deepEqual(text.positionAt(expected.length), create(expected).positionAt(expected.length));
        });
      }),
      runs(500),
    );
  });

  it('take positions that are no whole numbers as the whole ones before', () => {
    const range = { start: { line: 0.9, character: 1.5 }, end: { line: 0, character: 2.5 } };
    assert.equal(texts.update(create('abcd'), [{ range, text: 'x' }], 2).getText(), 'axcd');
  });
});

describe('the cache of documents', () => {
  it('reads only the policies of a file that changed', () => {
    const fence = (effect: string): string =>
      `\`\`\`cam-policy\n{ "version": "2.0", "statement": [{ "effect": "${effect}", "action": "*", "resource": "*" }] }\n\`\`\`\n`;
    const made = createDocumentCache(() => testContext);
    const read = (version: number, content: string) =>
      made
        .of(texts.create('file:///a.md', 'markdown', version, content))
        .policies.map(({ policy, findings }) => ({ policy, findings }));
    const [first, second] = read(1, fence('alow') + fence('deny'));
    const [moved, kept, changed] = read(2, `${fence('allow')}\n${fence('alow')}${fence('denied')}`);
    assert.equal(kept?.policy, first?.policy);
    assert.equal(kept?.findings, first?.findings);
    assert.notEqual(moved?.policy, first?.policy);
    assert.ok(changed);
    assert.ok(changed.findings.some(({ code }) => code === 'invalid-effect'));
    assert.notEqual(changed.policy, second?.policy);
    made.clear();
    assert.notEqual(read(3, fence('alow'))[0]?.findings, first?.findings);
  });

  const cache = createDocumentCache(() => testContext);

  it('reads a version once', () => {
    const text = create('{}');
    assert.equal(cache.of(text), cache.of(text));
  });

  it('reads anew what has changed under the same version', () => {
    const read = (content: string) => cache.of(create(content)).policies.map(({ policy }) => policy.tree.text);
    assert.deepEqual(read('{}'), ['{}']);
    assert.deepEqual(read('[]'), ['[]']);
  });

  it('reads anew what has another version', () => {
    const text = create('{}');
    const before = cache.of(text);
    assert.notEqual(cache.of(texts.update(text, [], 2)), before);
  });
});
