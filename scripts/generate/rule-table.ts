/** The README's table of rules, between its markers, in English and Chinese. */
import type { Locale, Text } from '../../server/src/core/index.js';
import type { Catalogue } from '../../server/src/core/catalogue/catalogue.js';
import type { Language } from '../../server/src/core/catalogue/language.js';
import { lint, type Rules } from '../../server/src/core/lint/lint.js';
import { ruleGroups, type Rule, type RuleGroup } from '../../server/src/core/lint/rule.js';
import { readPolicy } from '../../server/src/core/policy/read.js';
import { blocksIn, pageOf, sectionsOf } from '../../server/test/rule-pages.js';

/** What the table is made from besides the rules. */
export interface TableSources {
  readonly catalogue: Catalogue;
  readonly language: Language;
  /** The text of a rule's page. */
  readonly page: (code: string) => string | undefined;
}

const groupNames: { readonly [group in RuleGroup]: Text } = {
  document: { en: 'Document', zh: '文档' },
  action: { en: 'Action', zh: '操作' },
  resource: { en: 'Resource', zh: '资源' },
  principal: { en: 'Principal', zh: '主体' },
  condition: { en: 'Condition', zh: '条件' },
  safety: { en: 'Safety', zh: '安全' },
};

const head: Text = { en: '| rule | level | mends | what it reports |', zh: '| 规则 | 级别 | 修复 | 报告的内容 |' };

const open = '<!-- rules -->';
const close = '<!-- /rules -->';

/** `readme` with the table of `rules` between its markers; throws where it has none. */
export function withRuleTable(readme: string, rules: Rules, sources: TableSources, locale: Locale): string {
  const [start, end] = [readme.indexOf(open), readme.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`no ${open} … ${close}`);
  return `${readme.slice(0, start)}${open}\n${ruleTable(rules, sources, locale)}\n${readme.slice(end)}`;
}

function ruleTable(rules: Rules, sources: TableSources, locale: Locale): string {
  const groups = ruleGroups.flatMap((group) => {
    const rows = Object.entries(rules)
      .filter(([, rule]) => rule.group === group)
      .map(([code, rule]) => rowOf(code, rule, sources, locale));
    return rows.length > 0 ? [`| **${groupNames[group][locale]}** | | | |`, ...rows] : [];
  });
  return [head[locale], '|---|---|---|---|', ...groups].join('\n');
}

function rowOf(code: string, rule: Rule, sources: TableSources, locale: Locale): string {
  const summary = rule.summary[locale].replaceAll('|', '\\|');
  return `| [${code}](${pageOf(code, locale)}) | ${rule.severity} | ${marksOf(code, rule, sources)} | ${summary} |`;
}

/** How the rule mends the wrong policies of its page: `fix` is safe to apply unseen, `suggest` needs a person's eye. */
function marksOf(code: string, rule: Rule, { catalogue, language, page }: TableSources): string {
  const wrong = blocksIn(sectionsOf(page(code) ?? '').get('Wrong') ?? '');
  const findings = wrong.flatMap((text) => lint(readPolicy(text), { catalogue, language, rules: { [code]: rule } }));
  return [
    ...(findings.some(({ fix }) => fix) ? ['fix'] : []),
    ...(findings.some(({ suggestions }) => suggestions?.length) ? ['suggest'] : []),
  ].join(', ');
}
