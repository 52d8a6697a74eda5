import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as jsonc from 'jsonc-parser';
import { asMuchAs, runs } from '../../../test/sampling.js';
import { maxTextLength, readJson, type JsonNode } from './json.js';
import { scanProblems, tokenKinds } from './tokens.js';

/** A node as plain JSON, so that a tree can be compared with what JSON.parse gives. */
function plainOf(node: JsonNode | undefined, text: string): unknown {
  if (!node) return undefined;
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.properties.map(({ key, value }) => [key.value, plainOf(value, text)]));
    case 'array':
      return node.items.map((item) => plainOf(item, text));
    case 'number':
      return Number(text.slice(node.start, node.end));
    case 'string':
    case 'literal':
      return node.value;
    case 'unread':
      return undefined;
  }
}

const read = (text: string): unknown => plainOf(readJson(text).root, text);
const kinds = (text: string): readonly string[] => readJson(text).problems.map(({ kind }) => kind);

describe('readJson', () => {
  it('reads any JSON as JSON.parse does, without a problem', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const plain = JSON.parse(text.replaceAll('"__proto__"', '"proto"')) as unknown;
        assert.deepEqual(read(text.replaceAll('"__proto__"', '"proto"')), plain);
        assert.deepEqual(kinds(text), []);
      }),
    );
  });

  it('finds a problem exactly where JSON.parse throws', () => {
    const alphabet = fc.constantFrom(...'{}[]:,"a1\\ \n/*-.eu0', '“', '”', '：', '\ufeff', 'true', 'null');
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 30 }), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        assert.equal(kinds(text).length === 0, valid, text);
      }),
      runs(2000),
    );
  });

  it('keeps every span inside the text and inside its parent', () => {
    const check = (node: JsonNode, start: number, end: number): void => {
      assert.ok(start <= node.start && node.start <= node.end && node.end <= end, JSON.stringify([node, start, end]));
      if (node.kind === 'array') for (const item of node.items) check(item, node.start, node.end);
      if (node.kind === 'object')
        for (const { value, start: from, end: to } of node.properties) if (value) check(value, from, to);
    };
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"a1 \n“”：'), maxLength: 40 }), (text) => {
        const { root } = readJson(text);
        if (root) check(root, 0, text.length);
      }),
      runs(1000),
    );
  });

  it('reads on behind a mistake', () => {
    assert.deepEqual(read('{"a":1 "b":2,}'), { a: 1, b: 2 });
    assert.deepEqual(read('{“version”：“2.0”，"b":[1,2}'), { version: '2.0', b: [1, 2] });
    assert.deepEqual(read('{"a":[{"b":["mps:Proc]}]}'), { a: [{ b: ['mps:Proc'] }] });
    assert.deepEqual(read('{"a":["x","y"\n"b":"*"}'), { a: ['x', 'y'], b: '*' });
    assert.deepEqual(read('{"eff\n"a":[1]}'), { eff: undefined, a: [1] });
    assert.deepEqual(read('{"a": \n"b":2}'), { a: undefined, b: 2 });
    assert.deepEqual(read(String.raw`{'a': 'it\'s \u0062'}`), { a: "it's b" });
    assert.deepEqual(read('{a: b}'), { a: 'b' });
    assert.deepEqual(read('{"a": // one\n 1}'), { a: 1 });
  });

  it('notes one problem where one thing is missing', () => {
    assert.deepEqual(kinds('{"a":["x"\n"b":1}'), ['unclosed-array']);
    assert.deepEqual(kinds('{"a":1 "b":2}'), ['comma-expected']);
    assert.deepEqual(kinds('{"a" 1}'), ['colon-expected']);
  });

  it('puts a missing comma behind what could not be taken', () => {
    const comma = readJson('{["version"]:"2.0"}').problems.find(({ kind }) => kind === 'comma-expected');
    assert.equal(comma?.start, '{["version"]'.length);
  });

  it('ends a string where its last quote is missing, also with more strings on the line', () => {
    assert.deepEqual(read('{"a":["b:C, "b:D"],"c":1}'), { a: ['b:C', 'b:D'], c: 1 });
    assert.deepEqual(kinds('{"a":["b:C, "b:D"],"c":1}'), ['unclosed-string']);
    assert.deepEqual(read('{"a: "b","c":1}'), { a: 'b', c: 1 });
    assert.deepEqual(read('{"a: [\n"b"]}'), { a: ['b'] });
    assert.deepEqual(read('{"a":[b:C", "b:D"]}'), { a: ['b:C', 'b:D'] });
    assert.deepEqual(kinds('{"a":["b:\nC", "b:D"]}'), ['unclosed-string']);
  });

  it('takes the last colon of a value whose quote is missing as a part of it, that of a name not', () => {
    for (const rest of ['', '\n', ']}', '], "c":1}', ', "b:D"]}', '\n, "b:D"]}']) {
      const [first] = Object.values(read(`{"a":["b:${rest}`) as Readonly<Record<string, readonly unknown[]>>)[0] ?? [];
      assert.equal(first, 'b:', rest);
    }
    assert.deepEqual(read('{"a":"qcs::\n,"c":1}'), { a: 'qcs::', c: 1 });
    assert.deepEqual(read('{"b":1,\n"a: \n"x"}'), { b: 1, a: 'x' });
    assert.deepEqual(read('{"b":[1],\n"a: [\n"x"]}'), { b: [1], a: ['x'] });
  });

  it('tells a bracket too many from one that is missing', () => {
    const statements = (list: string): string => `{"a":[${list}]}`;
    const two = { a: [{ b: 1, c: [2] }, { b: 3 }] };
    assert.deepEqual(read(statements('{"b":1,"c":[2]},{"b":3}')), two);
    for (const list of [
      '{"b":1},"c":[2]},{"b":3}',
      '{"b":1,"c":[2]}],{"b":3}',
      '{"b":1,"c":[2],{"b":3}',
      '{"b":1,"c":[2]},"b":3}',
      '{"b":1,{"c":[2]},{"b":3}',
      '{"b":1,["c":[2]},{"b":3}',
    ]) {
      assert.deepEqual(read(statements(list)), two, list);
      assert.equal(kinds(statements(list)).length, 1, list);
    }
  });

  it('answers to hostile depth without running out of stack', () => {
    // Recursion without a guard runs out of stack at some 8,000.
    const depth = asMuchAs(100_000, 10_000);
    for (const text of ['['.repeat(depth), `${'{"a":'.repeat(depth)}${']'.repeat(depth)}`, '[{"a":'.repeat(depth)]) {
      assert.ok(kinds(text).includes('too-deep'));
    }
  });

  it('reads long runs of what is no JSON in one go', () => {
    // The square of the greater length would take minutes.
    const length = asMuchAs(200_000, 4000);
    for (const run of ["'", "a'", '‘', '\u0001', '-', '/*', '"\\'])
      assert.ok(kinds(run.repeat(length / run.length)).length > 0, run);
  });

  it('does not read what is too long to be a policy', () => {
    assert.deepEqual(kinds(' '.repeat(maxTextLength - 2) + '{}'), []);
    const { root, problems } = readJson(' '.repeat(maxTextLength - 1) + '{}');
    assert.equal(root, undefined);
    assert.deepEqual(problems, [{ kind: 'too-large', start: 0, end: 1, text: ' ' }]);
  });

  it('takes true, false and null as whole words only', () => {
    assert.deepEqual(read('[true,false,null]'), [true, false, null]);
    assert.deepEqual(read('{"a":true/* why */,"b":null\n}'), { a: true, b: null });
    assert.deepEqual(read('[truer,nulls,false1,True]'), ['truer', 'nulls', 'false1', 'True']);
    assert.deepEqual(kinds('[true false]'), ['comma-expected']);
  });

  it('uses the numbers of the scanner', () => {
    const names = {
      1: 'OpenBraceToken',
      2: 'CloseBraceToken',
      3: 'OpenBracketToken',
      4: 'CloseBracketToken',
      5: 'CommaToken',
      6: 'ColonToken',
    } as const;
    const scanner = {
      ...names,
      7: 'NullKeyword',
      8: 'TrueKeyword',
      9: 'FalseKeyword',
      10: 'StringLiteral',
      11: 'NumericLiteral',
      17: 'EOF',
    };
    const exported = jsonc as unknown as Record<string, Record<string, string>>;
    const runtime = exported['SyntaxKind'] ?? {};
    for (const number of Object.keys(tokenKinds))
      assert.equal(runtime[number], scanner[Number(number) as keyof typeof scanner]);
    assert.equal(runtime['12'], 'LineCommentTrivia');
    assert.equal(runtime['13'], 'BlockCommentTrivia');
    const errors = exported['ScanError'] ?? {};
    assert.deepEqual(
      Object.keys(scanProblems).map((number) => errors[number]),
      [
        'UnexpectedEndOfComment',
        'UnexpectedEndOfString',
        'UnexpectedEndOfNumber',
        'InvalidUnicode',
        'InvalidEscapeCharacter',
        'InvalidCharacter',
      ],
    );
  });
});
