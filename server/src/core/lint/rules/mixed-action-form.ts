/** Actions with `name/` and without it in one policy. */
import type { Policy, PolicyAction } from '../../policy/model.js';
import { replace } from '../../span.js';
import { contentSpan, spanInString } from '../../syntax/measure.js';
import { rule } from '../rule.js';

/** The actions that are written in one of the two forms; `*` and numbered sets are in neither. */
const formed = ({ statements }: Policy): readonly PolicyAction[] =>
  statements.flatMap(({ actions }) =>
    (actions?.items ?? []).filter(
      ({ form, prefix, service }) => form === 'action' || (form === 'all' && (prefix || service)),
    ),
  );

export default rule({
  group: 'action',
  severity: 'hint',
  summary: {
    en: 'A policy should write all its actions with `name/`, or all without.',
    zh: '同一策略中的操作应采用同一种写法：都带 `name/` 或都不带。',
  },
  messages: {
    with: {
      en: '`name/` is written here, but not before most actions of this policy. It makes no difference to CAM.',
      zh: '此处带 `name/`，而此策略中的多数操作都不带。两种写法含义相同。',
    },
    without: {
      en: '`name/` is missing here, but written before most actions of this policy. It makes no difference to CAM.',
      zh: '此处不带 `name/`，而此策略中的多数操作都带。两种写法含义相同。',
    },
  },
  fixes: {
    remove: { en: 'Remove `name/`', zh: '去掉 `name/`' },
    add: { en: 'Put `name/` before it', zh: '加上 `name/`' },
  },
  together: 'all',
  check: {
    policy(policy, { report, text }) {
      // Most policies have none.
      if (!policy.statements.some(({ actions }) => actions?.items.some(({ prefix }) => prefix !== ''))) return;
      const actions = formed(policy);
      const marked = actions.filter(({ prefix }) => prefix !== '').length;
      if (marked === 0 || marked === actions.length) return;
      // The documents' current form wins a tie.
      const odd = marked * 2 > actions.length ? 'without' : 'with';
      for (const { prefix, node } of actions) {
        if ((prefix === '') !== (odd === 'without')) continue;
        const { start } = contentSpan(node);
        const marker = prefix ? spanInString(text, node, 0, prefix.length) : { start, end: start };
        report(prefix ? marker : node, odd, {
          fix: {
            title: prefix ? 'remove' : 'add',
            edits: () => [replace(marker, prefix ? '' : 'name/')],
            preferred: true,
          },
        });
      }
    },
  },
});
