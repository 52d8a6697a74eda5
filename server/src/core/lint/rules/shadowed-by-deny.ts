/** Actions that a statement allows and another one of the policy denies altogether. */
import { denialsOf } from '../../access/coverage.js';
import { effectiveStatements } from '../../access/effective.js';
import type { ResourcePattern } from '../../policy/resource.js';
import { shown } from '../../text.js';
import { rule } from '../rule.js';

/** The first resources of a statement. */
const listed = (resources: readonly ResourcePattern[]): string =>
  resources
    .slice(0, maxListed)
    .map(({ text }) => `"${shown(text)}"`)
    .join(', ') + (resources.length > maxListed ? ', …' : '');

const maxListed = 3;

export default rule({
  group: 'safety',
  severity: 'warning',
  summary: {
    en: 'Another statement denies all that this statement allows.',
    zh: '语句所允许的内容不应被另一条语句完全拒绝。',
  },
  messages: {
    shadowed: {
      en: '`{action}` is never allowed here: statement {number} denies it on all of these resources, and a deny outweighs every allow.',
      zh: '此处的 `{action}` 永远不会被允许：第 {number} 条语句在所有这些资源上拒绝了它，而拒绝优先于任何允许。',
    },
    deny: {
      en: 'Statement {number} denies `{denied}` on {resources}.',
      zh: '第 {number} 条语句在 {resources} 上拒绝 `{denied}`。',
    },
  },
  check: {
    policy(policy, { report }) {
      const denials = denialsOf(policy);
      if (!denials.any) return;
      for (const { effect, actions, resources, principals } of effectiveStatements(policy)) {
        if (effect !== 'allow') continue;
        for (const action of actions) {
          const denial = denials.covering(action, resources, principals);
          if (!denial) continue;
          const number = denial.by.statement.index + 1;
          report(action.node, 'shadowed', {
            data: { action: shown(action.node.value), number },
            related: [
              {
                span: denial.action.node,
                message: 'deny',
                data: { number, denied: shown(denial.action.node.value), resources: listed(denial.by.resources) },
              },
            ],
          });
        }
      }
    },
  },
});
