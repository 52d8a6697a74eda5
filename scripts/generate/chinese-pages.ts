/**
 * The Chinese pages of the rules. Their sentences are written by people; name, summary, default level and examples are put in from the rule and from its
 * English page.
 */
import type { Severity } from '../../server/src/core/lint/finding.js';
import type { Rule } from '../../server/src/core/lint/rule.js';
import { blocksIn, sectionsOf } from '../../server/test/rule-pages.js';

const levels: { readonly [severity in Severity]: string } = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

/** The English headings and the Chinese ones, in the order of the page. */
export const chineseHeadings = { Why: '原因', Wrong: '错误示例', Right: '正确示例', Fix: '修复' } as const;

/** What stands where nobody has written a sentence yet; tests refuse it. */
export const unwritten = '待填写。';

const block = (json: string): string => `\`\`\`json\n${json}\`\`\``;

/** The sentences of a section, without its examples. */
const prose = (section: string): string => section.replace(/^```json\n.*?^```$/gmsu, '').trim();

/** The page of the rule `code` from its English page and from the Chinese one as it is now, which is undefined for a new rule. */
export function chinesePage(code: string, rule: Rule, english: string, current: string | undefined): string {
  const examples = sectionsOf(english);
  const written = sectionsOf(current ?? '');
  const blocks = (heading: 'Wrong' | 'Right'): readonly string[] => blocksIn(examples.get(heading) ?? '').map(block);
  const sections = (['Why', 'Wrong', 'Right', 'Fix'] as const).map((heading) => {
    const title = chineseHeadings[heading];
    const parts = heading === 'Wrong' || heading === 'Right' ? blocks(heading) : [];
    const words = prose(written.get(title) ?? '') || (parts.length > 0 ? '' : unwritten);
    return [`## ${title}`, ...(words === '' ? [] : [words]), ...parts].join('\n\n');
  });
  const head = [`# ${code}`, rule.summary.zh, `默认级别：${levels[rule.severity]}。`];
  return `${[...head, ...sections].join('\n\n')}\n`;
}
