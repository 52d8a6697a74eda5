/** `service:*` on everything, where the service has actions that change things. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import type { PolicyAction, Statement } from '../../policy/model.js';
import { replaceItem } from '../../edits/list.js';
import { reachesAllOf } from '../../access/reach.js';
import { readingPartOf, type ReadingPart } from '../../knowledge/reading-part.js';
import { budget, maxLookups } from '../limits.js';
import { rule } from '../rule.js';

/** A list of more actions than this is no help to anyone. */
const maxPatterns = 40;

/** What the services of a policy let one change; undefined where nothing is known, or CAM grants the service as a whole only. */
const createLookup = (catalogue: Catalogue): ((id: string) => ReadingPart | null | undefined) =>
  budget(maxLookups, (id) => {
    const service = catalogue.service(id);
    if (!service || service.data.granularity?.level === 'service') return null;
    const part = readingPartOf(service);
    return part.writes.length > 0 ? part : null;
  });

const isWhole = ({ form, service, name }: PolicyAction): boolean =>
  form === 'action' && name.startsWith('*') && /^\*+$/u.test(name) && service !== '*';

/** The actions of a statement that are all of a service, on all that it has. */
function wholeServices({
  effect,
  actions,
  resources,
  conditional,
  principals,
}: EffectiveStatement): readonly PolicyAction[] {
  if (effect !== 'allow' || conditional || principals.kind !== 'attached') return [];
  if (!actions.some(isWhole) || resources.length > maxPatterns) return [];
  const found = actions.filter(isWhole);
  return found.filter(({ service }) => resources.some((resource) => reachesAllOf(resource, service)));
}

const writeInstead = (text: string, { actions }: Statement, { node }: PolicyAction, patterns: readonly string[]) =>
  actions
    ? replaceItem(
        text,
        actions,
        node,
        patterns.map((pattern) => JSON.stringify(pattern)),
      )
    : [];

export default rule({
  group: 'safety',
  severity: 'hint',
  summary: {
    en: 'A statement should not allow all actions of a service on all resources.',
    zh: '应写明可修改的内容，而不是允许对所有资源执行某服务的全部操作。',
  },
  messages: {
    writes: {
      en: '`{action}` also allows {count} changing actions on all resources. Name those that are needed. One that changes something is `{first}`.',
      zh: '`{action}` 还允许对所有资源执行 {count} 个会作出更改的操作。请仅写明所需的操作。会作出更改的操作之一是 `{first}`。',
    },
  },
  fixes: {
    read: { en: 'Allow reading only: {patterns}', zh: '仅允许读取：{patterns}' },
  },
  // It is one decision, whatever the services.
  together: ({ messageId }) => messageId,
  check: {
    policy(policy, { catalogue, text, report }) {
      const look = createLookup(catalogue);
      for (const effective of effectiveStatements(policy))
        for (const action of wholeServices(effective)) {
          const part = look(action.service);
          if (!part) continue;
          const { writes, reads } = part;
          const patterns = reads.map((name) => `${action.prefix}${action.service}:${name}`);
          report(action.node, 'writes', {
            data: {
              action: action.node.value,
              count: writes.length,
              first: `${action.service}:${writes[0]?.name ?? ''}`,
            },
            suggestions:
              patterns.length === 0 || patterns.length > maxPatterns
                ? undefined
                : [
                    {
                      title: 'read',
                      data: { patterns: patterns.slice(0, 3).join(', ') + (patterns.length > 3 ? ', …' : '') },
                      edits: () => writeInstead(text, effective.statement, action, patterns),
                    },
                  ],
          });
        }
    },
  },
});
