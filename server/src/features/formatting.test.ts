import assert from 'node:assert/strict';
import { documentAt, documentOf, edited } from '../../test/documents.js';
import { asMuchAs } from '../../test/sampling.js';
import { formatDocument, formatOnType } from './formatting.js';

const options = { tabSize: 2, insertSpaces: true };

describe('formatting of documents', () => {
  it('lays out all of it', () => {
    const document = documentOf('{"version" :"2.0"}');
    assert.equal(edited(document, formatDocument(document, undefined, options)), '{\n  "version": "2.0"\n}');
  });

  it('ends with a line end where the editor wants one', () => {
    const document = documentOf('{}');
    const edits = formatDocument(document, undefined, { ...options, insertFinalNewline: true });
    assert.equal(edited(document, edits), '{}\n');
  });

  it('lays out a range', () => {
    const document = documentOf('{\n  "a":1,\n"b":2}');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } };
    assert.equal(edited(document, formatDocument(document, range, options)), '{\n  "a": 1,\n"b":2}');
  });

  it('lays out a range over all of it as the document', () => {
    const document = documentOf('  {"a":\n1}');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 2 } };
    const edits = formatDocument(document, range, { ...options, insertFinalNewline: true });
    assert.equal(edited(document, edits), '{\n  "a": 1\n}\n');
  });

  it('indents by no more than sixteen blanks', () => {
    const document = documentOf('{"a":1}');
    const edits = formatDocument(document, undefined, { ...options, tabSize: 1e9 });
    assert.equal(edited(document, edits), `{\n${' '.repeat(16)}"a": 1\n}`);
    assert.equal(edited(document, formatDocument(document, undefined, { ...options, tabSize: -1 })), '{\n "a": 1\n}');
  });

  it('leaves alone what is nested too deep or too long to be read', () => {
    for (const text of ['['.repeat(asMuchAs(50_000, 5000)), `{${' '.repeat(1_000_000)}}`])
      assert.deepEqual(formatDocument(documentOf(text), undefined, options), []);
  });

  it('lays out what has just been closed', () => {
    const { document, policy, position } = documentAt('{\n  "statement": [{"effect":"allow"}|\n}');
    assert.equal(
      edited(document, formatOnType(policy, position, options)),
      '{\n  "statement": [{\n      "effect": "allow"\n    }\n}',
    );
    const inside = documentAt('{"a": |{}}');
    assert.deepEqual(formatOnType(inside.policy, inside.position, options), []);
  });
});
