import assert from 'node:assert/strict';
import type { Finding } from '../src/core/lint/finding.js';
import { lint, type Rules } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { messageOf, titleOf } from '../src/core/lint/wording.js';
import { readPolicy } from '../src/core/policy/read.js';
import type { Text, TextData } from '../src/core/text.js';
import { blocksIn, readPage, sectionsOf } from './rule-pages.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const all: Rules = rules;

/** Rules whose mistakes are longer than any page: these tell of them in words. */
const untold: ReadonlySet<string> = new Set(['too-large']);

const findingsIn = (text: string): readonly Finding[] =>
  lint(readPolicy(text), {
    catalogue: shippedCatalogue,
    language: shippedLanguage,
    rules,
    onFailure: (_, error) => {
      throw error;
    },
  });

const tell = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => `${finding.code}: ${messageOf(rules, finding.code, finding, 'en')}`);

/** A value for each `{name}` of `text`. */
function assertComplete(text: Text | undefined, data: TextData, where: string): void {
  assert.ok(text, `${where} names no text of the rule`);
  for (const [, name = ''] of text.en.matchAll(/(?<!\$)\{(\w+)\}/gu))
    assert.notEqual(data[name], undefined, `${where}: no value for {${name}}`);
}

describe("the rules' pages", () => {
  for (const [code, { summary, severity, messages, fixes }] of Object.entries(all)) {
    const page = readPage(code);
    if (page === undefined) continue;
    const sections = sectionsOf(page);
    const blocks = (heading: string): readonly string[] => blocksIn(sections.get(heading) ?? '');

    describe(code, () => {
      it('has the form of all pages', () => {
        assert.equal(sections.get(''), `# ${code}\n\n${summary.en}\n\nDefault level: ${severity}.`);
        assert.deepEqual([...sections.keys()], ['', 'Why', 'Wrong', 'Right', 'Fix']);
        for (const [heading, text] of sections) assert.notEqual(text, '', heading);
        assert.equal(/^None\b/u.test(sections.get('Fix') ?? ''), Object.keys(fixes).length === 0, 'Fix');
        assert.doesNotMatch(page, /FILL IN/u);
        const fences = page.match(/^```\w+$/gmu) ?? [];
        assert.equal(blocks('Wrong').length + blocks('Right').length, fences.length, 'blocks outside Wrong and Right');
      });

      it('shows policies that the rule reports', () => {
        assert.equal(blocks('Wrong').length > 0, !untold.has(code));
        for (const text of blocks('Wrong')) {
          const own = findingsIn(text).filter((finding) => finding.code === code);
          assert.ok(own.length > 0, text);
          for (const { messageId, data, fix, suggestions = [], related = [] } of own) {
            assertComplete(messages[messageId], data, messageId);
            for (const other of related) assertComplete(messages[other.messageId], other.data, other.messageId);
            for (const each of [...(fix ? [fix] : []), ...suggestions])
              assertComplete(fixes[each.titleId], each.data, each.titleId);
          }
        }
      });

      it('shows policies that are right', () => {
        assert.ok(blocks('Right').length > 0);
        for (const text of blocks('Right')) {
          const wrong = findingsIn(text).filter((finding) => finding.severity === 'error' || finding.code === code);
          assert.deepEqual(tell(wrong), [], text);
        }
      });
    });
  }

  it('title fixes in both languages', () => {
    const [finding] = findingsIn('{"version":"2.0","statement":[{"effect":"Deny","action":"*","resource":"*"}]}');
    assert.ok(finding?.fix);
    assert.notEqual(titleOf(rules, finding.code, finding.fix, 'zh'), titleOf(rules, finding.code, finding.fix, 'en'));
  });
});
