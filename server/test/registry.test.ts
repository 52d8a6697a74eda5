import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rules } from '../src/core/lint/rules/index.js';
import type { Rules } from '../src/core/lint/lint.js';
import { own } from '../src/core/own.js';
import type { Text } from '../src/core/text.js';
import { firstWidth, panelColumns } from './sentences.js';

const folder = 'server/src/core/lint/rules';
const all: Rules = rules;
const namesIn = (dir: string, ending: string): readonly string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length))
        .sort()
    : [];
/** The places for values; `${uin}` is CAM's own. */
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/(?<!\$)\{\w+\}/gu))].sort();

/** How many columns a value usually takes, where it is not twelve: what three of four of them take in the findings of collected policies. */
const usual: { readonly [name: string]: number } = {
  ...{
    action: 20,
    code: 6,
    console: 36,
    count: 3,
    example: 32,
    expected: 14,
    first: 28,
    formats: 50,
    found: 14,
    how: 95,
  },
  ...{ key: 16, limit: 4, most: 4, name: 14, number: 1, operators: 24, over: 4, product: 24, qualifiers: 34 },
  ...{ repaired: 30, resource: 40, sdk: 22, service: 8, step: 22, template: 24 },
};

/** The columns of a message's first sentence, with values as wide as they usually are. */
const usualWidth = (text: string): number =>
  firstWidth(text.replaceAll(/(?<!\$)\{(\w+)\}/gu, (_, name: string) => '_'.repeat(own(usual, name) ?? 12)));

describe('the rules', () => {
  it('are those in the folder, each with its test and its page, and no test or page is left over', () => {
    const codes = Object.keys(rules);
    const differences = (names: readonly string[]) => ({
      missing: codes.filter((code) => !names.includes(code)),
      'left over': names.filter((name) => !codes.includes(name)),
    });
    const none = { missing: [], 'left over': [] };
    const files = namesIn(folder, '.ts').filter((name) => name !== 'index' && !name.endsWith('.test'));
    assert.deepEqual(
      {
        'rules (npm run generate)': differences(files),
        tests: differences(namesIn(folder, '.test.ts')),
        pages: differences(namesIn('docs/rules', '.md').filter((name) => name !== 'README')),
      },
      { 'rules (npm run generate)': none, tests: none, pages: none },
    );
  });

  for (const [code, { summary, messages, fixes }] of Object.entries(all)) {
    describe(code, () => {
      it('is tested under its own name', () => {
        const file = `${folder}/${code}.test.ts`;
        // Files that are missing are told above, all at once.
        if (!existsSync(file)) return;
        const test = readFileSync(file, 'utf8');
        assert.ok(test.includes(`testRule('${code}'`) || test.includes(`findingsOf('${code}'`));
      });

      it('speaks both languages, with the same values in its texts', () => {
        const texts: readonly (readonly [string, Text])[] = [
          ['summary', summary],
          ...Object.entries(messages),
          ...Object.entries(fixes),
        ];
        for (const [id, { en, zh }] of texts) {
          assert.match(en, /[a-z]/u, `${id} in English`);
          assert.doesNotMatch(en, /\p{Script=Han}/u, `${id} in English`);
          assert.match(zh, /\p{Script=Han}/u, `${id} in Chinese`);
          assert.deepEqual(placeholders(zh), placeholders(en), id);
        }
        assert.deepEqual(placeholders(summary.en), []);
      });

      it('says in the first 80 columns what is the matter, where the Problems panel cuts', () => {
        for (const [id, text] of Object.entries(messages))
          for (const locale of ['en', 'zh'] as const)
            assert.ok(usualWidth(text[locale]) <= panelColumns, `${id} in ${locale}: ${text[locale]}`);
      });

      it('has a name that pages and settings can have', () => {
        assert.match(code, /^[a-z]+(?:-[a-z]+)*$/u);
      });
    });
  }
});
