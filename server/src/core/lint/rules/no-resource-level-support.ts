/** A statement restricts an action that CAM checks against `*` only, so the statement never applies to it. */
import { narrows } from '../../policy/resource.js';
import type { PolicyAction, Statement } from '../../policy/model.js';
import type { Span } from '../../span.js';
import { isCertain, operationLevelOf, type OperationLevel } from '../../knowledge/level.js';
import { countedResources } from '../../knowledge/resource-flaw.js';
import type { Severity } from '../finding.js';
import { rule, type FixOf } from '../rule.js';
import { setResourceToAll, splitStatement } from '../../edits/statement-edits.js';
import { isFlawless } from '../../syntax/sure.js';
import type { JsonTree } from '../../syntax/json.js';
import type { Text } from '../../text.js';

/** The reason a document gives, or where the fact is from. */
function reasonOf({ action, level }: OperationLevel, today: string): Text {
  const restriction = action.facts?.restriction;
  const source = action.service.sources(level.sources).at(0);
  const date = source?.date ?? '';
  if (restriction && (date === '' || isCertain(action.service, level, today))) return restriction;
  if (restriction) return { en: `${restriction.en} (As of ${date}.)`, zh: `${restriction.zh}（截至 ${date}。）` };
  if (level.scope === 'action')
    return source
      ? { en: `Source: ${source.title}${date && `, ${date}`}.`, zh: `来源：${source.title}${date && `，${date}`}。` }
      : { en: '', zh: '' };
  return {
    en: `The documents say so of the product as a whole${date && ` (${date})`}, not of this action.`,
    zh: `文档是就整个产品而言${date && `（${date}）`}，并未单独说明此操作。`,
  };
}

/** Documents that contradict each other make no error. */
const severityOf = ({ action, level }: OperationLevel, today: string): Severity =>
  action.facts?.conflict ? 'information' : isCertain(action.service, level, today) ? 'error' : 'warning';

function fixesFor(
  tree: JsonTree,
  statement: Statement,
  affected: readonly PolicyAction[],
): readonly FixOf<'all' | 'split'>[] {
  const whole = affected.length === statement.actions?.items.length;
  const all: FixOf<'all'> = { title: 'all', edits: () => setResourceToAll(statement), preferred: whole };
  if (whole) return [all];
  if (!isFlawless(tree, statement.node)) return [all];
  const gone = new Set<Span>(affected.map(({ node }) => node));
  return [
    {
      title: 'split',
      data: { count: affected.length },
      edits: () => splitStatement(tree.text, statement, gone),
      preferred: true,
    },
    { ...all, title: 'all' },
  ];
}

export default rule({
  group: 'resource',
  severity: 'error',
  summary: {
    en: 'Actions without resource-level support need `"resource": "*"`.',
    zh: '不支持资源级授权的操作必须使用 `"resource": "*"`。',
  },
  messages: {
    allow: {
      en: '`{action}` is never allowed here. It cannot be restricted to resources: set `resource` to "*". {reason}',
      zh: '此处的 `{action}` 永远不会被允许。它不支持资源级授权：请将 `resource` 设为 "*"。{reason}',
    },
    deny: {
      en: '`{action}` is never denied here. It cannot be restricted to resources: set `resource` to "*". {reason}',
      zh: '此处的 `{action}` 永远不会被拒绝。它不支持资源级授权：请将 `resource` 设为 "*"。{reason}',
    },
    wildcard: {
      en: 'No action of `{action}` can be restricted to resources. This statement has no effect on them. Set `resource` to "*". {reason}',
      zh: '`{action}` 所含操作均不支持资源级授权，此语句对其不起作用。请将 `resource` 设为 "*"。{reason}',
    },
  },
  fixes: {
    all: { en: 'Set resource to "*"', zh: '将 resource 设为 "*"' },
    split: {
      en: 'Move the actions that need resource "*" ({count}) to a statement of their own',
      zh: '将 resource 必须为 "*" 的操作（{count} 个）移到单独的语句',
    },
  },
  check: {
    statement(statement, context) {
      const { catalogue, report, policy } = context;
      const resources = countedResources(statement.resources?.items ?? [], context);
      if (resources.length === 0 || !resources.every(narrows)) return;
      const affected: { readonly action: PolicyAction; readonly found: OperationLevel }[] = [];
      for (const action of statement.actions?.items ?? []) {
        const found = operationLevelOf(catalogue, action);
        if (found) affected.push({ action, found });
      }
      if (affected.length === 0) return;
      const suggestions = fixesFor(
        policy.tree,
        statement,
        affected.map(({ action }) => action),
      );
      for (const { action, found } of affected) {
        const message = action.name.includes('*') ? 'wildcard' : (statement.effect ?? 'allow');
        report(action.node, message, {
          data: { action: `${action.service}:${action.name}`, reason: reasonOf(found, catalogue.date) },
          severity: severityOf(found, catalogue.date),
          suggestions,
        });
      }
    },
  },
});
