/** Actions that a statement allows and another one of the policy denies altogether. */
import type { Cover } from '../../access/surely.js';
import { takenIn } from '../../access/taken.js';
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

/** So many statements are named. */
const maxNumbers = 8;

const numberOf = ({ statement }: Cover): number => statement.statement.index + 1;

export default rule({
  group: 'safety',
  severity: 'warning',
  summary: {
    en: 'Another statement denies all that this statement allows.',
    zh: '语句所允许的内容不应被另一条语句完全拒绝。',
  },
  messages: {
    shadowed: {
      en: '`{action}` is never allowed here: statement {number} denies it. On all of these resources the deny outweighs every allow.',
      zh: '此处的 `{action}` 永远不会被允许：第 {number} 条语句拒绝了它。在所有这些资源上，拒绝优先于任何允许。',
    },
    together: {
      en: '`{action}` is never allowed here: statements {number} together deny it. On all of these resources they outweigh every allow.',
      zh: '此处的 `{action}` 永远不会被允许：第 {number} 条语句合起来拒绝了它。在所有这些资源上，拒绝优先于任何允许。',
    },
    deny: {
      en: 'Statement {number} denies `{denied}` on {resources}.',
      zh: '第 {number} 条语句在 {resources} 上拒绝 `{denied}`。',
    },
  },
  check: {
    policy(policy, context) {
      for (const { action, by } of takenIn(policy, context))
        context.report(action.node, by.length > 1 ? 'together' : 'shadowed', {
          data: { action: shown(action.node.value), number: by.map(numberOf).slice(0, maxNumbers).join(', ') },
          related: by.slice(0, maxListed).map((taker) => ({
            span: taker.action.node,
            message: 'deny',
            data: {
              number: numberOf(taker),
              denied: shown(taker.action.node.value),
              resources: listed(taker.statement.resources),
            },
          })),
        });
    },
  },
});
