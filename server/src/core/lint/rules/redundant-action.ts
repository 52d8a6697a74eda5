/** Actions that another action of the same statement says already. */
import type { PolicyAction, Statement } from '../../policy/model.js';
import { hasWildcard } from '../../policy/action.js';
import { narrows } from '../../policy/resource.js';
import { countedResources } from '../../knowledge/resource-flaw.js';
import type { Facts } from '../../knowledge/facts.js';
import { operationLevelOf } from '../../knowledge/level.js';
import { removeItem } from '../../edits/list.js';
import { shown } from '../../text.js';
import { covers } from '../../wildcard.js';
import { maxPatterns } from '../limits.js';
import { rule } from '../rule.js';

/** What the string stands for, whatever its form: `name/` means nothing more. */
const meaningOf = ({ form, prefix, node }: PolicyAction): string =>
  form === 'all' ? '*:*' : prefix ? node.value.slice(prefix.length) : node.value;

/** Longer lists are looked through with an index. */
const few = 16;

/** Whether nothing says something twice, told for short plain lists, as nearly all are: comparing is quicker than an index. */
function isPlain(actions: readonly PolicyAction[]): boolean {
  if (actions.length > few) return false;
  for (const { form, prefix } of actions) if (form !== 'action' || prefix !== '') return false;
  for (let later = 1; later < actions.length; later++)
    for (let at = 0; at < later; at++) if (eitherCovers(actions[at], actions[later])) return false;
  return true;
}

const eitherCovers = (a: PolicyAction | undefined, b: PolicyAction | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.service === b.service &&
  (a.name === b.name || (!a.exact && covers(a.name, b.name)) || (!b.exact && covers(b.name, a.name)));

/** The first action of each meaning, and per service those with wildcards; one walk over the statement. */
function indexOf(actions: readonly PolicyAction[]): {
  readonly first: ReadonlyMap<string, PolicyAction>;
  readonly wildcards: ReadonlyMap<string, readonly PolicyAction[]>;
} {
  const first = new Map<string, PolicyAction>();
  const wildcards = new Map<string, PolicyAction[]>();
  for (const action of actions) {
    const meaning = meaningOf(action);
    if (action.form === 'malformed' || first.has(meaning)) continue;
    first.set(meaning, action);
    if (action.form !== 'action' || !hasWildcard(action.name)) continue;
    const patterns = wildcards.get(action.service) ?? [];
    if (patterns.length < maxPatterns) patterns.push(action);
    wildcards.set(action.service, patterns);
  }
  return { first, wildcards };
}

/** The other wildcard that stands for all `action` stands for; of two that stand for the same, only the later one is covered. */
const covererOf = (action: PolicyAction, patterns: readonly PolicyAction[]): PolicyAction | undefined =>
  patterns.find(
    (pattern) =>
      pattern !== action &&
      covers(pattern.name, action.name) &&
      (!covers(action.name, pattern.name) || pattern.node.start < action.node.start),
  );

/** Whether a wildcard says nothing of the action: it has no resource-level support, and the resources are narrowed. */
const isLeftOut = (action: PolicyAction, { resources }: Statement, facts: Facts): boolean => {
  const counted = countedResources(resources?.items ?? [], facts);
  return counted.length > 0 && counted.every(narrows) && operationLevelOf(facts.catalogue, action) !== undefined;
};

export default rule({
  group: 'action',
  severity: 'hint',
  summary: {
    en: 'The action is written twice, or a wildcard in the same statement covers it.',
    zh: '同一语句中操作不重复，也不与涵盖它的通配符并列。',
  },
  messages: {
    duplicate: { en: 'This statement already has `{action}`.', zh: '此语句中已有 `{action}`。' },
    covered: { en: '`{by}` in this statement covers `{action}`.', zh: '此语句中的 `{by}` 已涵盖 `{action}`。' },
    first: { en: '`{action}` is written here first.', zh: '`{action}` 首次出现在此处。' },
    by: { en: '`{by}` stands for `{action}`, too.', zh: '`{by}` 也包含 `{action}`。' },
  },
  fixes: { remove: { en: 'Remove {action}', zh: '删除 {action}' } },
  check: {
    statement(statement, context) {
      const { report, text } = context;
      const list = statement.actions;
      // A word without quotes may be a stray character: nothing is removed for its sake.
      const actions = (list?.items ?? []).filter(({ node }) => node.quotes !== 'none');
      if (actions.length < 2 || isPlain(actions)) return;
      const { first, wildcards } = indexOf(actions);
      const all = first.get('*:*');
      // Nothing stands twice, and no wildcard covers another action.
      if (!all && first.size === actions.length && wildcards.size === 0) return;
      for (const action of actions) {
        if (action.form === 'malformed') continue;
        const same = first.get(meaningOf(action));
        const duplicate = same !== undefined && same !== action;
        const by = duplicate
          ? same
          : action === all
            ? undefined
            : (all ?? (action.form === 'action' ? covererOf(action, wildcards.get(action.service) ?? []) : undefined));
        if (!by || (!duplicate && isLeftOut(action, statement, context))) continue;
        const data = { action: shown(action.node.value), by: shown(by.node.value) };
        report(action.node, duplicate ? 'duplicate' : 'covered', {
          data,
          tag: 'unnecessary',
          fix: {
            title: 'remove',
            data,
            edits: () => (list ? removeItem(text, list, action.node) : []),
            preferred: true,
          },
          related: [{ span: by.node, message: duplicate ? 'first' : 'by', data }],
        });
      }
    },
  },
});
