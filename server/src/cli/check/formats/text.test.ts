import assert from 'node:assert/strict';
import { excerpt } from './text.js';

const marked = (line: string, column: number, endColumn: number, endLine = 1) =>
  excerpt({ line: 1, column, endLine, endColumn }, line);

describe('the line of a finding', () => {
  it('is underlined at its place, without its indentation', () => {
    assert.deepEqual(marked('    "effect": "dney",', 15, 21), ['"effect": "dney",', '          ^^^^^^']);
  });
  it('is underlined to its end where the finding goes on', () => {
    assert.deepEqual(marked('  { "a": 1,', 3, 2, 4), ['{ "a": 1,', '^^^^^^^^^']);
  });
  it('is marked once where the finding is empty, also behind the end', () => {
    assert.deepEqual(marked('ab', 3, 3), ['ab', '  ^']);
    assert.deepEqual(marked('', 1, 1), ['', '^']);
  });
  it('counts Chinese characters as two columns, and names what cannot be seen', () => {
    assert.deepEqual(marked('"策略" x', 6, 7), ['"策略" x', '       ^']);
    assert.deepEqual(marked('"\u001b[31m" x', 9, 10), ['"[U+001B][31m" x', '               ^']);
  });
  it('is cut where it is long', () => {
    const [shown, underline] = marked(`${'a'.repeat(5000)}bcd${'e'.repeat(5000)}`, 5001, 5004);
    assert.equal(shown.length, 122);
    assert.equal(shown.slice(underline.indexOf('^'), underline.length), 'bcd');
  });
});
