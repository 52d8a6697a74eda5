/** Adds permissions to a policy by edits of its text: to a statement that says the same of other actions, else as a statement of its own. */
import type { Surely } from '../access/surely.js';
import { readAction } from '../policy/action.js';
import type { Policy, Statement } from '../policy/model.js';
import { readResource } from '../policy/resource.js';
import { replace, type Edit } from '../span.js';
import { insertProperty } from './members.js';
import { indentAt, indentUnit } from '../syntax/measure.js';
import type { JsonProperty } from '../syntax/json.js';
import { addItems } from './list.js';
import { insertStatementsAfter } from './statement-edits.js';
import { layoutOf, listOf, statementOf, wholePolicy, type Grant } from './statement-text.js';

export interface Addition {
  readonly edits: readonly Edit[];
  /** The actions that were not allowed on these resources before. */
  readonly added: readonly string[];
}

/** What adding grants comes to, beside what the policy's allows say already; undefined where the text is no policy that could take a statement. */
export function addGrants(policy: Policy, grants: readonly Grant[], allowances: Surely): Addition | undefined {
  const needed = merged(grants)
    .map(({ actions, resources, conditions = [] }) => ({
      resources,
      conditions,
      actions: actions.filter((action) => !isAllowed(allowances, action, resources)),
    }))
    .filter(({ actions }) => actions.length > 0);
  const added = needed.flatMap(({ actions }) => actions);
  if (added.length === 0) return { edits: [], added };
  const edits: Edit[] = [];
  const fresh: Grant[] = [];
  for (const grant of needed) {
    const statement =
      grant.conditions.length > 0
        ? undefined
        : policy.statements.find((candidate) => takes(candidate, grant.resources));
    if (statement?.actions) edits.push(...addItems(policy.tree.text, statement.actions, grant.actions.map(quoted)));
    else fresh.push(grant);
  }
  const statements = fresh.length > 0 ? addStatements(policy, fresh) : [];
  return statements && { edits: [...edits, ...statements], added };
}

/** Grants on the same resources, under the same conditions, as one. */
function merged(grants: readonly Grant[]): readonly Grant[] {
  const byResources = new Map<string, Grant>();
  for (const { actions, resources, conditions = [] } of grants) {
    const key = `${[...resources].sort().join(' ')}\n${JSON.stringify(conditions)}`;
    const all = [...new Set([...(byResources.get(key)?.actions ?? []), ...actions])];
    byResources.set(key, { actions: all, resources, conditions });
  }
  return [...byResources.values()];
}

const quoted = (value: string): string => JSON.stringify(value);

/** Whether the policy allows `action` on all of `resources` already, whatever the request. */
const isAllowed = ({ covering }: Surely, action: string, resources: readonly string[]): boolean =>
  covering(readAction(action), resources.map(readResource)).length > 0;

/** Whether the statement allows on just these resources, without asking who and when, so that another action belongs to it. */
function takes(
  { effect, conditions, element, principal, actions, resources }: Statement,
  wanted: readonly string[],
): boolean {
  const own = new Set(resources?.items.map(({ text }) => text));
  return (
    effect === 'allow' &&
    conditions.length === 0 &&
    !element.condition &&
    !principal &&
    (actions?.items.length ?? 0) > 0 &&
    own.size === wanted.length &&
    wanted.every((resource) => own.has(resource))
  );
}

function addStatements(policy: Policy, grants: readonly Grant[]): readonly Edit[] | undefined {
  const { tree, node, element } = policy;
  const { text } = tree;
  if (!tree.root && text.trim() === '') return [replace({ start: 0, end: text.length }, wholePolicy(grants))];
  if (!node) return undefined;
  const property = element.statement;
  if (!property) {
    const layout = layoutOf(policy, indentAt(text, node.start) + indentUnit(text));
    const last = node.properties.at(-1);
    return [insertProperty(text, node, last, `"statement": ${listOf(grants, layout)}`)];
  }
  return property.value ? addToList(policy, property, grants) : undefined;
}

/** Behind the last statement of the list, or of the lone statement. */
function addToList(
  policy: Policy,
  { value, key }: JsonProperty,
  grants: readonly Grant[],
): readonly Edit[] | undefined {
  const { text } = policy.tree;
  if (value?.kind !== 'array' && value?.kind !== 'object') return undefined;
  const list = value.kind === 'array' ? value : undefined;
  const last = list ? list.items.at(-1) : value;
  if (!last) return [replace(value, listOf(grants, layoutOf(policy, indentAt(text, key.start))))];
  const layout = layoutOf(policy, indentAt(text, last.start));
  return insertStatementsAfter(
    text,
    { node: last, list },
    grants.map((grant) => statementOf(grant, layout)),
  );
}
