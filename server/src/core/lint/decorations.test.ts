import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { applyEdits } from '../span.js';
import { decorationIn } from '../syntax/decoration.js';
import { lint } from './lint.js';
import { rules } from './rules/index.js';
import { messageOf } from './wording.js';

const folder = path.join('examples', 'good');
const examples = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd());
const findings = (text: string) =>
  lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules });
const eachLine = (text: string, write: (line: string, index: number) => string): string =>
  text.split('\n').map(write).join('\n');

/** How a policy comes out of other texts: the message, whether its fix is safe, and the writing. */
const decorations: readonly (readonly [string, boolean, (text: string) => string])[] = [
  ['marked', true, (text) => eachLine(text, (line) => ` * ${line}`)],
  ['marked', true, (text) => eachLine(text, (line, index) => (index === 0 ? line : ` * ${line}`))],
  ['marked', true, (text) => `/**\n${eachLine(text, (line) => ` * ${line}`)}\n */\n`],
  ['marked', true, (text) => eachLine(text, (line) => `> ${line}`)],
  ['commented', false, (text) => eachLine(text, (line) => `// ${line}`)],
  ['commented', false, (text) => eachLine(text, (line) => `    # ${line}`)],
  ['numbered', true, (text) => eachLine(text, (line, index) => `${String(index + 1).padStart(3)} ${line}`)],
  ['numbered', true, (text) => eachLine(text, (line, index) => `${index + 41}: ${line}`)],
  ['numbered', true, (text) => eachLine(text, (line, index) => `${index + 1}\t${line}`)],
  ['diff', false, (text) => eachLine(text, (line) => `+${line}`)],
  [
    'diff',
    false,
    (text) => eachLine(text, (line, index) => (index === 1 ? `-  "version": "3.0",\n+${line}` : ` ${line}`)),
  ],
  [
    'diff',
    false,
    (text) => `@@ -1,3 +1,4 @@\n${eachLine(text, (line, index) => (index === 2 ? `+${line}` : ` ${line}`))}`,
  ],
  ['fenced', true, (text) => `\`\`\`json\n${text}\n\`\`\`\n`],
];

describe('a policy that was copied with what stands before its lines', () => {
  for (const [message, isSafe, decorate] of decorations)
    it(`has one finding, and one fix that takes it away: ${decorate('{\n…\n}').replaceAll('\n', ' ⏎ ')}`, () => {
      for (const text of examples) {
        const decorated = decorate(text);
        const [finding, ...others] = findings(decorated);
        assert.ok(finding);
        assert.deepEqual([finding.code, finding.messageId, others], ['json-syntax', message, []], decorated);
        assert.ok(!/[{}]/u.test(messageOf(rules, 'json-syntax', finding, 'zh')));
        assert.equal(finding.fix !== undefined, isSafe);
        const fix = finding.fix ?? finding.suggestions?.[0];
        assert.ok(fix?.preferred);
        assert.equal(applyEdits(decorated, fix.edits()).trimEnd(), text);
      }
    });

  it('is only seen where all lines have it, and what is left is a policy', () => {
    const [text = ''] = examples;
    const commented = eachLine(text, (line, index) => (index === 2 ? line : `// ${line}`));
    for (const other of [
      commented,
      '// {\n// a policy\n// }\n',
      '# TODO\n# write\n# me\n',
      '{\n// "version": "2.0",\n// "statement": []\n}',
      '* one\n* two\n* three',
      '1\n2\n3',
      '[\n-1,\n-2\n]',
    ])
      assert.ok(
        findings(other).every(({ messageId }) => !decorations.some(([message]) => message === messageId)),
        other,
      );
  });

  it('costs time that grows with its length', () => {
    for (const line of ['* ', '// ', '> > > ', '+ ', '12 ', '`'.repeat(3), '* * * * {']) {
      const started = process.hrtime.bigint();
      decorationIn(`${line}\n`.repeat(50_000));
      readPolicy(`${line}\n`.repeat(50_000));
      assert.ok(process.hrtime.bigint() - started < 5_000_000_000n, line);
    }
  });
});
