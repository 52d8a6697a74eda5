import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import type { Rules } from '../../server/src/core/lint/lint.js';
import { rules } from '../../server/src/core/lint/rules/index.js';
import { pageOf, readPage, sectionsOf } from '../../server/test/rule-pages.js';
import { chineseHeadings, chinesePage, unwritten } from './chinese-pages.js';

const all: Rules = rules;

/** What a page points at: numbers of documents, error codes and other pages. Both languages must point at the same. */
const pointers = (page: string): readonly string[] => [
  ...new Set(page.match(/\b\d{3}\/\d{4,6}\b|\b(?:InvalidParameter|MissingParameter)\.\w+|\]\([\w-]+\.md\)/gu)),
];

describe('the Chinese pages of the rules', () => {
  it('are those of all rules, and no other', () => {
    assert.deepEqual(
      readdirSync('docs/rules/zh-cn').sort(),
      Object.keys(all)
        .map((code) => `${code}.md`)
        .sort(),
    );
  });

  for (const [code, rule] of Object.entries(all)) {
    it(`say of ${code} what the English one says, with the same examples`, () => {
      const [english, chinese] = [readPage(code), readPage(code, 'zh')];
      assert.ok(english !== undefined && chinese !== undefined, `${pageOf(code, 'zh')}: npm run generate`);
      assert.equal(chinesePage(code, rule, english, chinese), chinese, 'npm run generate');
      assert.ok(!chinese.includes(unwritten), 'not written yet');
      const sections = sectionsOf(chinese);
      assert.deepEqual([...sections.keys()], ['', ...Object.values(chineseHeadings)]);
      const isNone = sections.get(chineseHeadings.Fix)?.startsWith('无。') ?? false;
      assert.equal(isNone, Object.keys(rule.fixes).length === 0, 'a fix, or none');
      assert.deepEqual([...pointers(chinese)].sort(), [...pointers(english)].sort());
    });
  }

  it('begin, for a new rule, with all that is generated', () => {
    const rule = all['invalid-effect'];
    assert.ok(rule);
    const english =
      '# x\n\nS.\n\n## Why\n\nW.\n\n## Wrong\n\n```json\n{}\n```\n\n## Right\n\n```json\n[]\n```\n\n## Fix\n\nNone.\n';
    const page = chinesePage('x', rule, english, undefined);
    assert.equal(
      page,
      `# x\n\n${rule.summary.zh}\n\n默认级别：错误。\n\n## 原因\n\n${unwritten}\n\n## 错误示例\n\n\`\`\`json\n{}\n\`\`\`\n\n## 正确示例\n\n\`\`\`json\n[]\n\`\`\`\n\n## 修复\n\n${unwritten}\n`,
    );
    assert.equal(chinesePage('x', rule, english.replace('{}', '{ }'), page), page.replace('{}', '{ }'));
  });
});
