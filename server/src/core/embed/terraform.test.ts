import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { lint } from '../lint/lint.js';
import { rules } from '../lint/rules/index.js';
import { indexLines } from '../lines.js';
import { readPolicy } from '../policy/read.js';
import { applyEdits } from '../span.js';
import { applyFixes } from '../index.js';
import { cutTexts } from '../../../test/cut-texts.js';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { hostOffset, hostSpan, ownOffset } from './embedded.js';
import { hostEdits } from './host-edits.js';
import { readTerraform } from './terraform.js';

const folder = path.resolve('server/test/terraform');
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
);
const facts = { catalogue: shippedCatalogue, language: shippedLanguage };
const options = { ...facts, rules };

/** What is found in a file, as `line:column word rule`. */
function findingsIn(text: string): readonly string[] {
  const lines = indexLines(text);
  return readTerraform(text).flatMap((embedded) =>
    lint(readPolicy(embedded.text, embedded.unknown), options).map(({ code, span }) => {
      const { start, end } = hostSpan(embedded, span);
      const { line, column } = lines.at(start);
      return `${line}:${column} ${text.slice(start, end)} ${code}`;
    }),
  );
}

/** The text with every fix of its first policy that needs no eye. */
function fix(text: string): string {
  const [embedded] = readTerraform(text);
  assert.ok(embedded, text);
  return applyEdits(text, hostEdits(embedded, applyFixes(readPolicy(embedded.text, embedded.unknown), facts).edits));
}

/** By hand: everything that is wrong in the files and surely so. */
const expected: { readonly [file: string]: readonly string[] } = {
  'bad-comma.tf': ['11:24 , json-syntax', '14:6 , json-syntax'],
  'bucket-object.tf': ['8:30 "qcs::cam::anyone:anyone" public-principal'],
  'bucket-policy.tf': [
    '9:32 <your-account-id> placeholder',
    '13:30 <bucket region> placeholder',
    '13:68 <bucket name> placeholder',
  ],
  'commented-out.tf': [],
  'conditional-key.tf': ['14:18 "alow" invalid-effect'],
  'directives.tf': ['16:27 RunInstancess unknown-action'],
  'four-unknowns.tf': ['9:45 NoSuchThing unknown-action', '20:19 "data/*" malformed-resource'],
  'heredoc.tf': ['29:53 NoSuchThing unknown-action', '30:28 , json-syntax', '42:61 "alow" invalid-effect'],
  'indented-end.tf': [
    '13:45 "name/sts:AssumeRole" redundant-action',
    '15:34 "qcs::cam::uin/100000000001:root" cross-account-principal',
    '29:40 DescribeInstance unknown-action',
  ],
  'interpolation.tf': [
    '21:17 "alow" invalid-effect',
    '22:17 "cos:$${uin}" malformed-action',
    '23:34 $${uin} unknown-variable',
  ],
  'jsonencode.tf': ['11:16 putObject action-case', '19:18 "alow" invalid-effect'],
  'literals.tf': ['2:62 \\"alow\\" invalid-effect', '7:157 \\"cvm:name\\" unknown-condition-key'],
  'locals.tf': ['33:20 "alow" invalid-effect'],
  'mixed-keys.tf': [
    '9:28 GetObjct unknown-action',
    '14:106 "cos:prefix" condition-key-action',
    '14:121 "a/" unencoded-condition-value',
  ],
  'modules.tf': [
    '4:82 "alow" invalid-effect',
    '6:101 \\"resources\\" unknown-element',
    '7:123 NoSuchThing unknown-action',
  ],
  'organization.tf': ['11:45 "denied" invalid-effect'],
  'other-clouds.tf': [],
  'trust.tf': ['15:17 "alow" invalid-effect', '37:11 string_equals unknown-condition-operator'],
  // The names with a colon on lines 11 and 22 are one finding: HCL refuses both.
  'unknown-bucket.tf': ['26:29 "Allow" invalid-effect'],
  'unquoted-operator.tf': ['11:11 for_any_value:string_equal json-syntax'],
  'whole-value.tf': ['13:17 "alow" invalid-effect'],
};

describe('policies in Terraform', () => {
  for (const [name, text] of files)
    it(`are found and checked in ${name}`, () => {
      const sorted = [...findingsIn(text)].sort();
      assert.deepEqual(sorted, [...(expected[name] ?? [])].sort());
    });

  it('are what their host makes of them', () => {
    const texts = readTerraform(files.get('jsonencode.tf') ?? '').map(({ text }) => text);
    assert.deepEqual(JSON.parse(texts[0] ?? ''), {
      version: '2.0',
      statement: [
        {
          effect: 'allow',
          action: ['cos:GetObject', 'cos:putObject'],
          resource: ['*'],
          condition: { ip_equal: { 'qcs:ip': ['10.0.0.0/8'] } },
        },
        { effect: 'deny', action: 'cvm:*', resource: '*' },
        { effect: 'alow', action: ['trtc:DescribeRoomInfo'], resource: ['*'] },
      ],
    });
    for (const text of texts) assert.doesNotThrow(() => JSON.parse(text) as unknown, text);
    const [trust] = readTerraform(files.get('literals.tf') ?? '').slice(1);
    assert.match(trust?.text ?? '', /"a\\"b"/u);
  });

  it('have values that only the host knows, and keep them in fixes', () => {
    const text = `x = <<EOF
{ "version": "2.0", "statement": [{ "Effect": "allow", "action": ["cos:\${a}", "cos:getObject"], "resource": "\${b}" }] }
EOF
`;
    const fixed = text.replace('"Effect"', '"effect"').replace('getObject', 'GetObject');
    assert.equal(fix(text), fixed);
  });

  it('have no finding on a resource that begins with such a value: the value may be the first five segments and more', () => {
    // With "qcs::cos::uid/1250000000:logs-1250000000" for the bucket both are resources as they should be; the text without a value never is one.
    const forms = {
      heredoc: (resources: string) =>
        `<<EOF\n{"version":"2.0","statement":[{"effect":"allow","action":"cos:GetObject","resource":[${resources}]}]}\nEOF\n`,
      jsonencode: (resources: string) =>
        `jsonencode({ version = "2.0", statement = [{ effect = "allow", action = "cos:GetObject", resource = [${resources}] }] })\n`,
    };
    for (const form of Object.values(forms)) {
      const text = `resource "tencentcloud_cam_policy" "x" {\n  document = ${form('"${var.bucket}/*", "${var.bucket}", "logs/*"')}}\n`;
      assert.deepEqual(
        findingsIn(text).map((found) => found.replace(/^\S+ /u, '')),
        ['"logs/*" malformed-resource'],
      );
    }
  });

  it('get their fixes in the syntax of the host', () => {
    assert.equal(
      fix(
        'x = jsonencode({\n  version = "2.0"\n  statement = [{ Effect = "allow", action = "*", resource = ["*", "*"] }]\n})\n',
      ),
      'x = jsonencode({\n  version = "2.0"\n  statement = [{ effect = "allow", action = "*", resource = ["*"] }]\n})\n',
    );
    const literal = (effect: string): string =>
      `x = ${JSON.stringify(JSON.stringify({ version: '2.0', statement: [{ [effect]: 'allow', action: '*', resource: '*' }] }))}\n`;
    assert.equal(fix(literal('Effect')), literal('effect'));
  });

  it('keep the comments behind what a fix replaces', () => {
    for (const comment of ['# why', '// why', '/* why */']) {
      const text = (effect: string): string =>
        `x = jsonencode({\n  version = "2.0"\n  statement = [{\n    effect = "${effect}" ${comment}\n    action = "*"\n    resource = "*"\n  }]\n})\n`;
      assert.equal(fix(text('Allow')), text('allow'));
    }
  });

  /** Lines marked with `-` are what a fix takes away, and with `+` what it puts there. */
  const removes = (lines: string): void => {
    const of = (other: RegExp): string =>
      `x = jsonencode({\n  version = "2.0"\n  statement = [\n${lines}\n  ]\n})\n`
        .replace(other, '')
        .replace(/^[-+]/gmu, ' ');
    const [before, after] = [of(/^\+.*\n/gmu), of(/^-.*\n/gmu)];
    for (const end of ['\n', '\r\n'])
      assert.equal(fix(before.replaceAll('\n', end)), after.replaceAll('\n', end), JSON.stringify(end));
  };

  it('lose with what a fix removes the comments on it, and no others', () => {
    removes(
      `
    {
      effect = "allow"
      action = [ "name/cvm:*", # tail
-       "cvm:RunInstances", # gone
      ]
      resource = "*"
    }`.replace(
        '      action = [ "name/cvm:*", # tail',
        '-     action = [ "name/cvm:*", # tail\n+     action = [ "cvm:*" # tail',
      ),
    );
    removes(`
    {
      effect = "allow"
      action = "cvm:*"
      resource = [
        // keep: all
-       "*", # first
+       "*" # first
        // perhaps of several
-       "*", // gone
-       "*"  # gone, too
      ] # list
    }`);
    removes(`
    {
      effect = "deny"
      action = "cvm:*"
      resource = "*" # tail
-     # above
-     condition = {} # gone
    }`);
    removes(`
    {
      # of the statement
-     condition = {} # gone
      effect = "deny"
      action = "cvm:*"
      resource = "*" # tail
    }`);
  });

  it('lose with a statement its comments, and those of its neighbours stay', () => {
    const statement = (effect: string, sign: string): string =>
      ['{', `  effect = "${effect}"`, '  action = "cvm:RunInstances"', '  resource = "*"']
        .map((line) => `${sign}   ${line}`)
        .join('\n');
    for (const third of ['// third', '    // third'])
      removes(`
    // first
${statement('allow', ' ')}
    }, # tail of first

-   // second
-   # still second
${statement('allow', '-')}
-   }, # tail of second
${third}
${statement('deny', ' ')}
    } # tail of third`);
  });

  it('have the blanks before the place where several brackets end without being closed once', () => {
    const text = 'x = jsonencode({ version = "2.0", statement = [{ action = ["tke:A", \ntke:B"] }] })\n';
    assert.deepEqual(
      readTerraform(text).map((embedded) => embedded.text),
      ['{ "version": "2.0", "statement": [{ "action": ["tke:A" '],
    );
  });

  it('are read from any text, and their offsets lead to it and back', () => {
    fc.assert(
      fc.property(cutTexts([...files.values()], 20, 4), ([text]) => {
        let last = 0;
        for (const embedded of readTerraform(text)) {
          assert.ok(embedded.span.start >= last && embedded.span.end <= text.length);
          last = embedded.span.end;
          for (const { own, verbatim } of embedded.pieces ?? []) {
            if (!verbatim) continue;
            assert.equal(text.charAt(hostOffset(embedded, own.start)), embedded.text.charAt(own.start));
            assert.equal(ownOffset(embedded, hostOffset(embedded, own.start)), own.start);
          }
          for (const { span } of lint(readPolicy(embedded.text, embedded.unknown), options)) {
            const { start, end } = hostSpan(embedded, span);
            assert.ok(start >= embedded.span.start && end <= embedded.span.end && start <= end);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say nothing of strings that a directive makes', () => {
    const action = '%{ if var.x }cvm:RunInstances%{ else }cos:PutObject%{ endif }';
    const text = `resource "tencentcloud_cam_policy" "x" {
  document = <<EOF
{ "version": "2.0", "statement": [{ "effect": "%{ if var.x }allow%{ else }deny%{ endif }", "action": "${action}", "resource": "*" }] }
EOF
}
`;
    assert.deepEqual(findingsIn(text), []);
    assert.deepEqual(findingsIn(text.replace('"version": "2.0"', '"version": "2"')), ['3:14 "2" invalid-version']);
  });

  it('may have names with a colon that lack their quotes, and get them', () => {
    const text = files.get('unquoted-operator.tf') ?? '';
    const [embedded] = readTerraform(text);
    assert.ok(embedded);
    const policy = readPolicy(embedded.text, embedded.unknown);
    assert.deepEqual(
      policy.statements.map(({ conditions }) => conditions.map(({ operator, keys }) => [operator, keys[0]?.key])),
      [[['for_any_value:string_equal', 'qcs:resource_tag']], [['for_any_value:string_equal', 'qcs:resource_tag']]],
    );
    const [finding] = lint(policy, options);
    const edits = finding?.suggestions?.[0]?.edits() ?? [];
    const fixed = applyEdits(text, hostEdits(embedded, edits));
    assert.match(fixed, /^ {10}"for_any_value:string_equal" = \{$/mu);
    assert.match(fixed, /^ {12}"qcs:resource_tag" = \["env&test"\]$/mu);
    assert.deepEqual(findingsIn(fixed), []);
  });

  it('are written so that reading gives them back', () => {
    const wanted = fc.constantFrom('"a": "b"', '${x}', '%{y}', '"', '\\n', '\n', 'é', ', "resource": ["*"]', '{', '$');
    fc.assert(
      fc.property(
        fc.constantFrom('heredoc.tf', 'literals.tf'),
        fc.nat(),
        fc.array(wanted, { maxLength: 3 }),
        (name, at, added) => {
          const text = files.get(name) ?? '';
          const [embedded] = readTerraform(text);
          assert.ok(embedded);
          // Inside the first line nothing that makes it another kind of text.
          const offset = 2 + (at % (embedded.text.length - 4));
          const edit = { span: { start: offset, end: offset }, newText: added.join('') };
          const after = applyEdits(text, hostEdits(embedded, [edit]));
          const own = applyEdits(embedded.text, [edit]);
          // Without its version or statements a text is no policy that is plainly one.
          const read = readTerraform(after).find(({ span }) => span.start === embedded.span.start);
          // What is put before a `{` may make an interpolation of both: then the text is another one.
          const makesOther = /[$%]$/u.test(own.slice(0, offset + edit.newText.length));
          if (read && !makesOther) assert.equal(read.text, own);
        },
      ),
      { numRuns: 300 },
    );
  });
});
