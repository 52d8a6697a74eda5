import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../span.js';
import { appendContent, insertItemAfter, insertProperty, removeMember, removeMembers } from './members.js';
import { indentUnit, lineEnd, offsetInString, spanInString } from '../syntax/measure.js';
import { readJson, type JsonArray, type JsonObject, type JsonString } from '../syntax/json.js';

const array = (text: string): JsonArray => {
  const { root } = readJson(text);
  assert.ok(root?.kind === 'array');
  return root;
};
const object = (text: string): JsonObject => {
  const { root } = readJson(text);
  assert.ok(root?.kind === 'object');
  return root;
};
const string = (text: string): JsonString => {
  const { root } = readJson(text);
  assert.ok(root?.kind === 'string');
  return root;
};

describe('edits of JSON', () => {
  it('remove items with their commas and keep the others as they stand', () => {
    const remove = (text: string, ...indices: number[]): string => {
      const found = array(text);
      return applyEdits(
        text,
        removeMembers(text, found, (item) => indices.some((index) => found.items[index] === item)),
      );
    };
    assert.equal(remove('[1, 2, 3]', 0), '[2, 3]');
    assert.equal(remove('[1, 2, 3]', 1), '[1, 3]');
    assert.equal(remove('[1, 2, 3]', 2), '[1, 2]');
    assert.equal(remove('[1, 2, 3]', 0, 2), '[2]');
    assert.equal(remove('[\n  1,\n  2,\n  3\n]', 1, 2), '[\n  1\n]');
    assert.equal(remove('[1, 2]', 0, 1), '[]');
    assert.equal(remove('[1, 2,]', 1), '[1]');
  });

  it('remove one member as they remove several', () => {
    for (const text of ['[1]', '[1, 2, 3]', '[ 1 , 2 , 3 ]', '[\n  1,\n  2\n]', '[1, 2,]', '[1 2]']) {
      const found = array(text);
      for (const [index, item] of found.items.entries()) {
        assert.equal(
          applyEdits(text, removeMember(text, found, index)),
          applyEdits(
            text,
            removeMembers(text, found, (member) => member === item),
          ),
        );
      }
      assert.deepEqual(removeMember(text, found, 9), []);
    }
  });

  it('remove members with the comments on them, and no others', () => {
    const removed = (text: string, index: number): string => {
      const { root } = readJson(text);
      assert.ok(root?.kind === 'array' || root?.kind === 'object');
      return applyEdits(text, removeMember(text, root, index));
    };
    for (const end of ['\n', '\r\n'])
      for (const [before, index, after] of [
        ['[ 1, // one\n  2, // gone\n  3\n]', 1, '[ 1, // one\n  3\n]'],
        ['[ 1, # one\n  2 # gone\n]', 1, '[ 1 # one\n]'],
        [
          '[\n  1 /* one */, /* 1 */\n  // of several\n  2 /* gone */\n]',
          1,
          '[\n  1 /* one */ /* 1 */\n  // of several\n]',
        ],
        ['[\n  1, 2, // both\n  3\n]', 1, '[\n  1, // both\n  3\n]'],
        ['[\n  1, 2, // both\n  3\n]', 0, '[\n  2, // both\n  3\n]'],
        ['[1, 2 // both\n]', 1, '[1 // both\n]'],
        ['[\n  {}, // one\n\n  // gone\n  /* gone */\n  {} // gone\n]', 1, '[\n  {} // one\n\n]'],
        ['[\n  {}, /* one\n  one */\n  {}\n]', 1, '[\n  {} /* one\n  one */\n]'],
        ['{\n  // of the object\n  "a": 1, // gone\n  "b": 2\n}', 0, '{\n  // of the object\n  "b": 2\n}'],
        ['{\n  "a": 1, // a\n  // gone\n  "b": 2\n}', 1, '{\n  "a": 1 // a\n}'],
        ['[\n  1\n  , 2\n  , 3\n]', 1, '[\n  1\n  , 3\n]'],
        ['[\n  1, // 1, 2\n  2,\n]', 1, '[\n  1 // 1, 2\n]'],
      ] as const)
        assert.equal(removed(before.replaceAll('\n', end), index), after.replaceAll('\n', end));
  });

  it('put the content of one list behind that of another', () => {
    const append = (text: string): string => {
      const [into, from] = array(text).items;
      assert.ok(into?.kind === 'array' && from?.kind === 'array');
      return applyEdits(text, appendContent(text, into, from));
    };
    assert.equal(append('[[1], [2,  3]]'), '[[1, 2,  3], [2,  3]]');
    assert.equal(append('[[], [2]]'), '[[], [2]]');
    assert.equal(append('[[1], []]'), '[[1], []]');
  });

  it('leave valid JSON with just the members that stay', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(undefined, 2, '\t'),
        (gone, indent) => {
          const text = JSON.stringify(
            gone.map((_, index) => index),
            undefined,
            indent,
          );
          const found = array(text);
          const left = applyEdits(
            text,
            removeMembers(text, found, (item) => gone[found.items.findIndex((other) => other === item)] === true),
          );
          assert.deepEqual(
            JSON.parse(left),
            gone.flatMap((isGone, index) => (isGone ? [] : [index])),
          );
        },
      ),
    );
  });

  it('insert an item as its neighbours stand', () => {
    const insert = (text: string, index: number): string => {
      const found = array(text);
      const after = found.items[index];
      assert.ok(after);
      return applyEdits(text, [insertItemAfter(text, found, after, '9')]);
    };
    assert.equal(insert('[1, 2]', 0), '[1, 9, 2]');
    assert.equal(insert('[1]', 0), '[1, 9]');
    assert.equal(insert('[\n  1\n]', 0), '[\n  1,\n  9\n]');
    assert.equal(insert('[\r\n\t1,\r\n\t2\r\n]', 1), '[\r\n\t1,\r\n\t2,\r\n\t9\r\n]');
  });

  it('insert a member on a line of its own where the object has lines', () => {
    const insert = (text: string, after?: number): string =>
      applyEdits(text, [
        insertProperty(text, object(text), after === undefined ? undefined : object(text).properties[after], '"b": 2'),
      ]);
    assert.equal(insert('{}'), '{ "b": 2 }');
    assert.equal(insert('{"a":1}'), '{"b": 2, "a":1}');
    assert.equal(insert('{"a":1}', 0), '{"a":1, "b": 2}');
    assert.equal(insert('{\n    "a":1\n}', 0), '{\n    "a":1,\n    "b": 2\n}');
    assert.equal(insert('{\n    "a":1\n}'), '{\n    "b": 2,\n    "a":1\n}');
    assert.equal(insert('{\r\n}'), '{\r\n  "b": 2\r\n}');
  });

  it('find a part of a string behind escapes', () => {
    const text = '"a\\u003ab\\n\\"c"';
    const node = string(text);
    assert.equal(node.value, 'a:b\n"c');
    for (const [from, to, part] of [
      [0, 1, 'a'],
      [1, 2, '\\u003a'],
      [2, 3, 'b'],
      [3, 5, '\\n\\"'],
      [5, 6, 'c'],
      [6, 6, ''],
    ] as const) {
      const { start, end } = spanInString(text, node, from, to);
      assert.equal(text.slice(start, end), part);
      assert.equal(offsetInString(text, node, start), from);
    }
  });

  it('read the indentation and line ends off the text', () => {
    assert.equal(indentUnit('{\n\t"a":1}'), '\t');
    assert.equal(indentUnit('{\n    "a":1}'), '    ');
    assert.equal(indentUnit('{}'), '  ');
    assert.equal(lineEnd('{\r\n}'), '\r\n');
    assert.equal(lineEnd('{}'), '\n');
  });
});
