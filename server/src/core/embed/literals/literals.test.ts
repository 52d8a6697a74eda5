import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../lint/lint.js';
import { rules } from '../../lint/rules/index.js';
import { readPolicy } from '../../policy/read.js';
import { shippedCatalogue, shippedLanguage } from '../../../../test/shipped-catalogue.js';
import { readWithHoles } from './holes.js';
import { readLiteral, type ReadLiteral } from './read.js';
import { writeLiteral } from './write.js';

const policy = '{"version":"2.0","statement":[{"effect":"allow","action":"cos:GetObject","resource":"*"}]}';
const lines = JSON.stringify(JSON.parse(policy) as unknown, null, 2);
const escapedPolicy = JSON.stringify(policy);

/** What stands in a selection; an error where nothing does. */
function read(selection: string, language: string): ReadLiteral {
  const found = readLiteral(selection, language);
  assert.ok(found, selection);
  return found;
}

/** Reads and writes back, which must give what was selected. */
function roundTrip(selection: string, language: string): ReadLiteral {
  const found = read(selection, language);
  assert.equal(writeLiteral(found.text, found.form), selection.slice(found.span.start, found.span.end));
  return found;
}

/** The codes of what is wrong in what was read. */
const codes = ({ text, form }: ReadLiteral): readonly string[] => {
  const { text: own, unknown } = readWithHoles(text, form.holes);
  return lint(readPolicy(own, unknown), { catalogue: shippedCatalogue, language: shippedLanguage, rules }).map(
    ({ code }) => code,
  );
};

describe('a policy in a string of a program', () => {
  const whole: readonly (readonly [name: string, language: string, selection: string, text: string])[] = [
    ['a string of Go', 'go', escapedPolicy, policy],
    ['an assignment in Go', 'go', `policy := ${escapedPolicy} // for uploads`, policy],
    ['a raw string of Go', 'go', `p := \`${lines}\``, lines],
    [
      'joined strings of Go',
      'go',
      `p := ${lines
        .split(/(?<=\n)/u)
        .map((line) => JSON.stringify(line))
        .join(' +\n\t')}`,
      lines,
    ],
    ['a string of Python in single quotes', 'python', `p = '${policy}'`, policy],
    ['a string of Python in three quotes', 'python', `p = """${lines}"""`, lines],
    ['a raw string of Python', 'python', `p = r'''${lines}'''`, lines],
    [
      'strings of Python one behind the other',
      'python',
      `p = ('{"version":"2.0",'\n     ${JSON.stringify(policy.slice(17))})`,
      policy,
    ],
    ['a template of JavaScript', 'javascript', `const p = \`${lines}\`;`, lines],
    ['joined strings of TypeScript', 'typescript', `'{"version":"2.0",' +\n  '${policy.slice(17)}'`, policy],
    ['a string of JSON', 'json', `"PolicyDocument": ${escapedPolicy},`, policy],
    ['a string of Java', 'java', `String p = ${escapedPolicy};`, policy],
    ['JSON as it stands', 'go', lines, lines],
  ];
  for (const [name, language, selection, text] of whole)
    it(`is read from ${name}`, () => {
      assert.equal(read(selection, language).text, text);
    });

  const kept = ['a string of Go', 'an assignment in Go', 'a raw string of Go', 'joined strings of Go'];
  it('is written back as it was', () => {
    for (const [name, language, selection] of whole)
      if (kept.includes(name) || name.includes('three quotes') || name.includes('raw') || name.includes('template'))
        roundTrip(selection, language);
    roundTrip(escapedPolicy.slice(1, -1), 'go');
    roundTrip(escapedPolicy, 'java');
    roundTrip(lines, 'python');
  });

  it('keeps what only the program knows, and says nothing of it', () => {
    const resource = 'qcs::cos:${region}:uid/${appId}:${bucket["name"]}/*';
    const text = lines.replace('"*"', `"${resource}"`).replace('allow', 'alow').replace('GetObject', 'GetObjct');
    const found = roundTrip(`\`${text}\``, 'javascript');
    assert.deepEqual(
      found.form.holes.map(({ shown }) => shown),
      ['${region}', '${appId}', '${bucket["name"]}'],
    );
    assert.deepEqual(codes(found), ['invalid-effect', 'unknown-action']);
    const f = `f"""${lines.replaceAll('{', '{{').replaceAll('}', '}}').replace('"*"', '"qcs::cos:{region}:uid/{app_id}:{bucket}/*"')}"""`;
    assert.deepEqual(codes(roundTrip(f, 'python')), []);
    const go = `"${policy.replaceAll('"', '\\"').replace('*', 'qcs::cos:%s:uid/%d:\\" + bucket + \\"/*')}"`.replaceAll(
      '\\" + bucket + \\"',
      '" + bucket + "',
    );
    assert.deepEqual(codes(roundTrip(go, 'go')), []);
    roundTrip(`\`${lines.replace('"*"', '"qcs::cos::uid/1:` + bucket + `/*"')}\``, 'go');
    assert.equal(read(go, 'go').text, policy.replace('*', 'qcs::cos:%s:uid/%d:${bucket}/*'));
  });

  it('is read from objects and dictionaries', () => {
    const js = `const policy = {
  version: '2.0', // the only one
  statement: [
    { effect: 'allow', action: ['cos:GetObject', ...[]], principal: undefined },
  ],
};`;
    assert.equal(
      read(js.replace(', ...[]', '').replace(', principal: undefined', ''), 'javascript').text,
      `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": ["cos:GetObject"] }
  ]
}`,
    );
    const python = `policy = {
    'version': '2.0',
    # 注释
    'statement': [{
        'effect': 'alow',
        'action': actions + ["cos:HeadBucket"],
        'resource': [f"qcs::cos:{region}:uid/{app_id}:{bucket}/*"],
    }],
}`;
    const found = read(python, 'python');
    assert.deepEqual(codes(found), ['invalid-effect']);
    assert.equal(
      writeLiteral(found.text.replace('alow', 'allow'), found.form),
      `{
    "version": "2.0",

    "statement": [{
        "effect": "allow",
        "action": actions + ["cos:HeadBucket"],
        "resource": [f"qcs::cos:{region}:uid/{app_id}:{bucket}/*"]
    }]
}`,
    );
  });

  it('goes on one line again where it came from one', () => {
    const { form } = read(escapedPolicy, 'go');
    assert.equal(writeLiteral(lines, form), escapedPolicy);
  });

  it('is escaped where a raw string cannot hold it', () => {
    const { form } = read(`\`${lines}\``, 'go');
    assert.equal(writeLiteral('{"a`": "\\""}', form), JSON.stringify('{"a`": "\\""}'));
    const python = read(`r"""${lines}"""`, 'python').form;
    assert.equal(writeLiteral('{"a": """}', python), '"""{"a": \\"\\"\\"}"""');
    const template = read(`\`${lines}\``, 'javascript').form;
    assert.equal(writeLiteral('{"a": "${uin}`"}', template), '`{"a": "\\${uin}\\`"}`');
  });

  it('is not there where nothing like one is', () => {
    for (const text of ['', 'x', '"a"', 'func main() { fmt.Println("{}") }', '{', '`', "'{"]) {
      const found = readLiteral(text, 'go');
      assert.ok(!found || found.form.kind === 'text', text);
    }
    assert.equal(readLiteral('if (a) { b("{x}") }', 'javascript'), undefined);
  });

  it('has a hole to the end of the line where a brace is not closed, also at the start of one', () => {
    const { text, form } = read('f"""{{ "version":\n{a\n"statement":"""', 'python');
    assert.equal(text, '{ "version":\n{a\n"statement":');
    assert.deepEqual(
      form.holes.map(({ source }) => source),
      ['{a'],
    );
  });

  it('is read from any text, and what is written reads back', () => {
    const part = fc.constantFrom(
      '"',
      "'",
      '`',
      '\\',
      '{',
      '}',
      '${',
      '%s',
      '+',
      '\n',
      ' ',
      'a',
      ':',
      ',',
      '"""',
      '#',
      '//',
      'f"',
      '[',
      ']',
      '"version":',
      "'statement':",
    );
    const language = fc.constantFrom('go', 'python', 'javascript', 'java');
    fc.assert(
      fc.property(language, fc.array(part, { maxLength: 30 }), (name, parts) => {
        const text = parts.join('');
        const found = readLiteral(text, name);
        if (found) {
          assert.ok(found.span.start <= found.span.end && found.span.end <= text.length);
          writeLiteral(found.text, found.form);
        }
      }),
      { numRuns: 500 },
    );
    const openings = fc.constantFrom(
      'go "',
      'go `',
      'python "',
      'python """',
      "python r'''",
      'javascript `',
      "javascript '",
      'java "',
    );
    fc.assert(
      fc.property(openings, fc.array(part, { maxLength: 12 }), (named, parts) => {
        const [name = '', opening = ''] = named.split(' ');
        const form = { ...read(escapedPolicy, 'go').form, language: name, opening, compact: false };
        // With `%s` a text is another one: it has a hole.
        const text = `{"statement": ${parts.join('').replaceAll('%s', '')}}`;
        assert.equal(read(writeLiteral(text, form), name).text, text);
      }),
      { numRuns: 500 },
    );
  });
});
