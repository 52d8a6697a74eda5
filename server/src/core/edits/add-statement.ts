/** Adds permissions to a policy by edits of its text: to a statement that says the same of other actions, else as a statement of its own. */
import { replace, type Edit } from '../span.js';
import { indentAt, indentUnit, insertItemAfter, insertProperty, isMultiline, lineEnd } from '../syntax/edit.js';
import type { JsonArray, JsonProperty } from '../syntax/json.js';
import { covers } from '../wildcard.js';
import type { Policy, Statement } from '../policy/model.js';

/** Actions to allow on resources. */
export interface Grant {
  /** `service:Action`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

export interface Addition {
  readonly edits: readonly Edit[];
  /** The actions that were not allowed on these resources before. */
  readonly added: readonly string[];
}

/** What adding grants comes to; undefined where the text is no policy that could take a statement. */
export function addGrants(policy: Policy, grants: readonly Grant[]): Addition | undefined {
  const needed = merged(grants)
    .map(({ actions, resources }) => ({
      resources,
      actions: actions.filter((action) => !policy.statements.some((statement) => allows(statement, action, resources))),
    }))
    .filter(({ actions }) => actions.length > 0);
  const added = needed.flatMap(({ actions }) => actions);
  if (added.length === 0) return { edits: [], added };
  const edits: Edit[] = [];
  const fresh: Grant[] = [];
  for (const grant of needed) {
    const statement = policy.statements.find((candidate) => takes(candidate, grant.resources));
    if (statement) edits.push(...addActions(policy.tree.text, statement, grant.actions));
    else fresh.push(grant);
  }
  const statements = fresh.length > 0 ? addStatements(policy, fresh) : [];
  return statements && { edits: [...edits, ...statements], added };
}

/** Grants on the same resources as one. */
function merged(grants: readonly Grant[]): readonly Grant[] {
  const byResources = new Map<string, Grant>();
  for (const { actions, resources } of grants) {
    const key = [...resources].sort().join(' ');
    const all = [...new Set([...(byResources.get(key)?.actions ?? []), ...actions])];
    byResources.set(key, { actions: all, resources });
  }
  return [...byResources.values()];
}

/** Allows without asking who and when. */
const isPlainAllow = ({ effect, conditions, element, principal }: Statement): boolean =>
  effect === 'allow' && conditions.length === 0 && !element.condition && !principal;

/** Whether the statement allows `action` on all of `resources` already. */
const allows = (statement: Statement, action: string, resources: readonly string[]): boolean =>
  isPlainAllow(statement) &&
  (statement.actions?.items ?? []).some(
    ({ node, prefix, form }) => form === 'all' || covers(node.value.slice(prefix.length), action),
  ) &&
  resources.every((resource) => (statement.resources?.items ?? []).some(({ node }) => covers(node.value, resource)));

/** Whether the statement allows on just these resources, so that another action belongs to it. */
function takes(statement: Statement, resources: readonly string[]): boolean {
  const own = new Set(statement.resources?.items.map(({ node }) => node.value));
  return (
    isPlainAllow(statement) &&
    (statement.actions?.items.length ?? 0) > 0 &&
    own.size === resources.length &&
    resources.every((resource) => own.has(resource))
  );
}

function addActions(text: string, { actions }: Statement, added: readonly string[]): readonly Edit[] {
  const last = actions?.items.at(-1)?.node;
  if (!actions || !last) return [];
  const { array } = actions;
  if (array)
    return added.map((action) => insertItemAfter(text, array, array.items.at(-1) ?? last, JSON.stringify(action)));
  return [
    replace(
      last,
      `[${[text.slice(last.start, last.end), ...added.map((action) => JSON.stringify(action))].join(', ')}]`,
    ),
  ];
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

function addToList(
  policy: Policy,
  { value, key }: JsonProperty,
  grants: readonly Grant[],
): readonly Edit[] | undefined {
  const { text } = policy.tree;
  if (value?.kind === 'object') {
    const layout = layoutOf(policy, indentAt(text, value.start));
    const more = grants.map((grant) => `, ${statementOf(grant, layout)}`).join('');
    return [
      replace({ start: value.start, end: value.start }, '['),
      replace({ start: value.end, end: value.end }, `${more}]`),
    ];
  }
  if (value?.kind !== 'array') return undefined;
  return addToArray(text, value, grants, layoutOf(policy, indentAt(text, key.start)));
}

function addToArray(text: string, array: JsonArray, grants: readonly Grant[], around: Layout): readonly Edit[] {
  const last = array.items.at(-1);
  if (!last) return [replace(array, listOf(grants, around))];
  const layout = { ...around, line: lineEnd(text) + indentAt(text, last.start) };
  return grants.map((grant) => insertItemAfter(text, array, last, statementOf(grant, layout)));
}

/** How new lines look: what starts one, what one more step adds. */
interface Layout {
  readonly multiline: boolean;
  readonly line: string;
  readonly step: string;
  /** Lists of so many strings stand on one line all the same. */
  readonly inline: number;
}

/** The most strings that a list of the policy has on one line. */
function inlineItems({ tree, statements }: Policy): number {
  let most = 0;
  for (const { actions, resources } of statements)
    for (const array of [actions?.array, resources?.array])
      if (array && array.items.length > most && !isMultiline(tree.text, array)) most = array.items.length;
  return most;
}

/** The layout that the policy has, for lines that begin with `indent`. */
function layoutOf(policy: Policy, indent: string): Layout {
  const { node, tree } = policy;
  return {
    multiline: node !== undefined && isMultiline(tree.text, node),
    inline: inlineItems(policy),
    line: lineEnd(tree.text) + indent,
    step: indentUnit(tree.text),
  };
}

const deeper = (layout: Layout): Layout => ({ ...layout, line: layout.line + layout.step });

function statementOf({ actions, resources }: Grant, layout: Layout): string {
  const inner = deeper(layout);
  const members = [
    '"effect": "allow"',
    `"action": ${stringsOf(actions, inner)}`,
    `"resource": ${resources.length === 1 && resources[0] === '*' ? '"*"' : stringsOf(resources, inner)}`,
  ];
  return enclose('{', members, '}', layout);
}

const stringsOf = (values: readonly string[], layout: Layout): string =>
  enclose(
    '[',
    values.map((value) => JSON.stringify(value)),
    ']',
    values.length <= layout.inline ? { ...layout, multiline: false } : layout,
  );

const listOf = (grants: readonly Grant[], layout: Layout): string =>
  enclose(
    '[',
    grants.map((grant) => statementOf(grant, deeper(layout))),
    ']',
    layout,
  );

function enclose(open: string, members: readonly string[], close: string, layout: Layout): string {
  if (!layout.multiline)
    return open + (open === '{' ? ' ' : '') + members.join(', ') + (open === '{' ? ' ' : '') + close;
  const inner = deeper(layout).line;
  return open + inner + members.join(`,${inner}`) + layout.line + close;
}

function wholePolicy(grants: readonly Grant[]): string {
  const layout: Layout = { multiline: true, line: '\n', step: '  ', inline: 0 };
  return `${enclose('{', ['"version": "2.0"', `"statement": ${listOf(grants, deeper(layout))}`], '}', layout)}\n`;
}
