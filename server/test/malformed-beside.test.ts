/** A malformed item beside others in a list hides no finding about them. */
import assert from 'node:assert/strict';
import { lint, type Rules } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { applyEdits, type Edit } from '../src/core/span.js';
import { blocksIn, readPage, sectionsOf } from './rule-pages.js';
import { shippedCatalogue as catalogue, shippedLanguage as language } from './shipped-catalogue.js';

const all: Rules = rules;

/** Rules that a second item may silence, and why. */
const mayGo: ReadonlyMap<string, string> = new Map([
  ['wrong-type', 'one item that is a string changes what the list may be'],
  ['empty-value', 'the list is no longer empty'],
  ['missing-element', 'what kind of statement it is may change'],
  ['policy-too-long', 'the text is another one'],
]);

/** What each finding is and speaks of. */
const told = (text: string): readonly string[] =>
  lint(readPolicy(text), { catalogue, language, rules }).map(
    ({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`,
  );

/** The text with `item` behind the last one of each list of `side`; a lone string becomes a list. */
function withItem(text: string, side: 'actions' | 'resources', item: string): string {
  const edits = readPolicy(text).statements.flatMap((statement): readonly Edit[] => {
    const list = statement[side];
    const last = list?.array?.items.at(-1) ?? list?.property.value;
    if (!list || !last || list.items.length === 0) return [];
    if (list.array) return [{ span: { start: last.end, end: last.end }, newText: `, "${item}"` }];
    return [
      { span: { start: last.start, end: last.start }, newText: '[' },
      { span: { start: last.end, end: last.end }, newText: `, "${item}"]` },
    ];
  });
  return applyEdits(text, edits);
}

describe('a malformed item', () => {
  for (const code of Object.keys(all)) {
    const page = readPage(code);
    const texts = page === undefined ? [] : blocksIn(sectionsOf(page).get('Wrong') ?? '');
    if (mayGo.has(code) || texts.length === 0) continue;
    it(`does not hide ${code}`, () => {
      for (const text of texts)
        for (const [side, item] of [
          ['resources', 'qcs::cls'],
          ['actions', 'nonsense'],
        ] as const) {
          const after = told(withItem(text, side, item)).map((one) => one.replace(/\s/gu, ''));
          for (const one of told(text))
            if (one.startsWith(`${code}:`) && !one.includes('\n'))
              assert.ok(after.includes(one.replace(/\s/gu, '')), `${one} vanishes beside ${item} in ${text}`);
        }
    });
  }
});
