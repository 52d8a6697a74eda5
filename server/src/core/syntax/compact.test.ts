import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compactJson } from './compact.js';
import { readJson } from './json.js';

const compact = (text: string): string | undefined => compactJson(readJson(text));

describe('compacting', () => {
  it('writes any JSON as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, indent) => {
        assert.equal(compact(JSON.stringify(value, null, indent)), JSON.stringify(value));
      }),
    );
  });

  it('keeps the spelling of strings, and white space in them', () => {
    assert.equal(compact('{ "a b" : "\\u0061 \\/" }'), '{"a b":"\\u0061 \\/"}');
  });

  it('leaves out comments and trailing commas', () => {
    assert.equal(compact('{"a":[1, // one\n 2,],}'), '{"a":[1,2]}');
  });

  it('does not guess what broken text means', () => {
    for (const text of ['', '{"a":1', "{'a':1}", '{"a":1 "b":2}', '{"a"}', '[1}'])
      assert.equal(compact(text), undefined, text);
  });
});
