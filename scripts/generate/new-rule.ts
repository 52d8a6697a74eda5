/** The three files of a new rule. */
import { ruleGroups } from '../../server/src/core/lint/rule.js';
import { pageOf } from '../../server/test/rule-pages.js';

const folder = 'server/src/core/lint/rules';

/** Reports nothing yet, so that its tests and its page fail. */
const rule = (group: string): string => `/** FILL IN: what the rule finds wrong. */
import { rule } from '../rule.js';

export default rule({
  group: '${group}',
  severity: 'warning',
  summary: { en: 'FILL IN.', zh: '待填写。' },
  messages: {
    found: { en: 'FILL IN: what is wrong with {value}, and what to write instead.', zh: '待填写：{value}。' },
  },
  check: {
    statement() {
      // (statement, { report, text, catalogue, language }): report(span, 'found', { data: { value } })
    },
  },
});
`;

const test = (code: string): string => `import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string): string =>
  \`{"version":"2.0","statement":[{"effect":"allow","action":\${action},"resource":"*"}]}\`;

// At least three of each. Mark what is reported with «…», and give the text after the fix.
testRule('${code}', {
  valid: [policy('"mps:ProcessMedia"')],
  invalid: [{ text: policy('«"FILL IN"»'), messages: ['found'], severity: 'warning', fixed: null }],
});
`;

const page = (code: string): string => `# ${code}

FILL IN.

Default level: warning.

## Why

FILL IN: what CAM does with it, what the person loses, why the level is what it is.

## Wrong

\`\`\`json
{ "version": "2.0", "statement": [{ "effect": "allow", "action": "FILL IN", "resource": "*" }] }
\`\`\`

## Right

\`\`\`json
{ "version": "2.0", "statement": [{ "effect": "allow", "action": "mps:ProcessMedia", "resource": "*" }] }
\`\`\`

## Fix

None.
`;

/** The files (paths from the repository's root) and their texts; throws where `code` is no name of a rule or `group` no group. */
export function newRuleFiles(code: string, group: string): readonly (readonly [file: string, text: string])[] {
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(code))
    throw new Error('usage: npm run new-rule <code> [group]; a code is words-like-this');
  if (!ruleGroups.some((each) => each === group)) throw new Error(`no group ${group}: ${ruleGroups.join(', ')}`);
  return [
    [`${folder}/${code}.ts`, rule(group)],
    [`${folder}/${code}.test.ts`, test(code)],
    [pageOf(code), page(code)],
  ];
}
