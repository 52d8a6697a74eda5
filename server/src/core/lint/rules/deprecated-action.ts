/** Actions whose API was renamed or is gone. */
import type { ActionData } from '../../catalogue/data.js';
import { hasWildcard, type ActionPattern } from '../../policy/action.js';
import { memoByObject } from '../../memo.js';
import type { Statement } from '../../policy/model.js';
import type { Text } from '../../text.js';
import { addItems } from '../../edits/list.js';
import { matches } from '../../wildcard.js';
import type { Facts } from '../../knowledge/facts.js';
import { maxPatterns } from '../limits.js';
import { rule } from '../rule.js';

/** Whether the statement speaks of an action, by name or by a wildcard; its actions are walked once. */
const speaksOf = memoByObject(({ actions }: Statement): ((service: string, name: string) => boolean) => {
  const items = actions?.items ?? [];
  const names = new Set(items.map(({ service, name }) => `${service}:${name}`));
  const all = items.some(({ form }) => form === 'all');
  const patterns = items.filter(({ form, name }) => form === 'action' && hasWildcard(name)).slice(0, maxPatterns);
  return (service, name) =>
    all ||
    names.has(`${service}:${name}`) ||
    patterns.some((pattern) => pattern.service === service && matches(pattern.name, name));
});

interface Deprecated extends NonNullable<ActionData['status']> {
  readonly product: Text;
}

function deprecatedIn({ exact, service: id, name }: ActionPattern, { catalogue }: Facts): Deprecated | undefined {
  const service = exact ? catalogue.service(id) : undefined;
  const status = service?.action(name)?.facts?.status;
  return service && status && { ...status, product: service.data.product };
}

export default rule({
  group: 'action',
  severity: 'information',
  summary: { en: 'The action was renamed or is no longer documented.', zh: '已更名或已下线的操作。' },
  messages: {
    renamed: {
      en: '`{name}` is now called `{successor}`. It is not documented which of the two CAM checks: write both.',
      zh: '`{name}` 已更名为 `{successor}`。文档未说明 CAM 校验哪个名称：请两者都写。',
    },
    gone: {
      en: '`{name}` is no longer documented for {product}. CAM may still check it for older clients.',
      zh: '`{name}` 已不在 {product} 的文档所列操作中。对旧客户端，CAM 可能仍会校验它。',
    },
    'gone-for': {
      en: '`{successor}` has replaced `{name}`. It is not documented which of the two CAM checks: write both.',
      zh: '`{name}` 已由 `{successor}` 取代。文档未说明 CAM 校验哪个操作：请两者都写。',
    },
  },
  fixes: { add: { en: 'Add {action} beside it', zh: '在其旁加上 {action}' } },
  check: {
    action: {
      find: deprecatedIn,
      report({ kind, successor, product }, action, statement, { report, text }) {
        const { service: id, name, prefix, node } = action;
        const { actions } = statement;
        if (!actions || (successor !== undefined && speaksOf(statement)(id, successor))) return;
        const written = `${prefix}${id}:${successor ?? ''}`;
        report(node, successor === undefined ? 'gone' : kind === 'renamed' ? 'renamed' : 'gone-for', {
          data: { name: `${id}:${name}`, successor: `${id}:${successor ?? ''}`, product },
          tag: 'deprecated',
          suggestions:
            successor === undefined
              ? []
              : [
                  {
                    title: 'add',
                    data: { action: written },
                    edits: () => addItems(text, actions, [JSON.stringify(written)], node),
                    preferred: true,
                  },
                ],
        });
      },
    },
  },
});
