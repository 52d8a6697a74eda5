import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choice, literal, stop, withoutStops } from './snippet.js';

describe('snippets', () => {
  it('insert what they begin with', () => {
    assert.equal(withoutStops('a${1:b}c$0'), 'abc');
    assert.equal(withoutStops('${1|x,y|}: "${2:z}"$3'), 'x: "z"');
    assert.equal(withoutStops('\\${uin\\}'), '${uin}');
  });

  it('insert names as placeholders, and values as they are', () => {
    assert.equal(
      withoutStops('uin/${1:uin}:${2:instanceId}/${3:10001}/${4|a,b|}$0', true),
      'uin/<uin>:<instanceId>/10001/a',
    );
  });

  it('insert any text as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        assert.equal(withoutStops(literal(text)), text);
        assert.equal(withoutStops(stop(1, text)), text);
        assert.equal(withoutStops(`${choice(1, [text, other])}|}`), `${text}|}`);
      }),
    );
  });
});
