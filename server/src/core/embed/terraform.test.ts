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
  'bucket-policy.tf': [
    '6:3 "Statement" element-case',
    '9:32 <your-account-id> placeholder',
    '13:30 <bucket region> placeholder',
    '13:68 <bucket name> placeholder',
  ],
  'heredoc.tf': ['29:53 NoSuchThing unknown-action', '30:28 , json-syntax', '42:61 "alow" invalid-effect'],
  'interpolation.tf': [
    '21:17 "alow" invalid-effect',
    '22:17 "cos:$${uin}" malformed-action',
    '23:34 $${uin} unknown-variable',
  ],
  'jsonencode.tf': ['11:16 putObject action-case', '19:18 "alow" invalid-effect'],
  'literals.tf': ['2:62 \\"alow\\" invalid-effect', '7:157 \\"cvm:name\\" unknown-condition-key'],
  'other-clouds.tf': [],
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

  it('get their fixes in the syntax of the host', () => {
    assert.equal(
      fix(
        'x = jsonencode({\n  version = "2.0"\n  statement = [{ Effect = "allow", action = "*", resource = ["*", "*"] }]\n})\n',
      ),
      'x = jsonencode({\n  version = "2.0"\n  statement = [{ "effect" = "allow", action = "*", resource = ["*"] }]\n})\n',
    );
    const literal = (effect: string): string =>
      `x = ${JSON.stringify(JSON.stringify({ version: '2.0', statement: [{ [effect]: 'allow', action: '*', resource: '*' }] }))}\n`;
    assert.equal(fix(literal('Effect')), literal('effect'));
  });

  it('are read from any text, and their offsets lead to it and back', () => {
    const piece = fc.constantFrom(
      '"',
      '${',
      '%{',
      '}',
      '{',
      '[',
      ']',
      '\\',
      '\n',
      '<<EOF\n',
      'EOF',
      ',',
      '=',
      '#',
      '/*',
      'é',
      '(',
    );
    const cut = fc
      .constantFrom(...files.values())
      .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(20), fc.array(piece, { maxLength: 4 })));
    fc.assert(
      fc.property(cut, ([whole, at, length, added]) => {
        const text = whole.slice(0, at) + added.join('') + whole.slice(at + length);
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
