/** The text of new statements, in the layout that the policy has. */
import type { Policy } from '../policy/model.js';
import { indentUnit, isMultiline, lineEnd } from '../syntax/measure.js';

/** Actions to allow on resources. */
export interface Grant {
  /** `service:Action`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Under which they are allowed. */
  readonly conditions?: readonly GrantCondition[];
}

/** One line of a condition: `"operator": { "key": ["value"] }`. */
export interface GrantCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** How new lines are indented: the start of a line, and one further step. */
export interface Layout {
  readonly multiline: boolean;
  readonly line: string;
  readonly step: string;
  /** Lists of up to this many strings are written on one line. */
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
export function layoutOf(policy: Policy, indent: string): Layout {
  const { node, tree } = policy;
  return {
    multiline: node !== undefined && isMultiline(tree.text, node),
    inline: inlineItems(policy),
    line: lineEnd(tree.text) + indent,
    step: indentUnit(tree.text),
  };
}

const deeper = (layout: Layout): Layout => ({ ...layout, line: layout.line + layout.step });

/** The statement that grants this. */
export function statementOf({ actions, resources, conditions = [] }: Grant, layout: Layout): string {
  const inner = deeper(layout);
  const members = [
    '"effect": "allow"',
    `"action": ${stringsOf(actions, inner)}`,
    `"resource": ${resources.length === 1 && resources[0] === '*' ? '"*"' : stringsOf(resources, inner)}`,
    ...(conditions.length > 0 ? [`"condition": ${conditionOf(conditions, inner)}`] : []),
  ];
  return enclose('{', members, '}', layout);
}

/** Merges conditions so that each operator, and each key in it, is written once. */
function conditionOf(conditions: readonly GrantCondition[], layout: Layout): string {
  const operators = new Map<string, Map<string, readonly string[]>>();
  for (const { operator, key, values } of conditions) {
    const keys = operators.get(operator) ?? new Map<string, readonly string[]>();
    operators.set(operator, keys.set(key, [...new Set([...(keys.get(key) ?? []), ...values])]));
  }
  const members = [...operators].map(
    ([operator, keys]) =>
      `${JSON.stringify(operator)}: { ${[...keys].map(([key, values]) => `${JSON.stringify(key)}: ${JSON.stringify(values)}`).join(', ')} }`,
  );
  return enclose('{', members, '}', layout);
}

const stringsOf = (values: readonly string[], layout: Layout): string =>
  enclose(
    '[',
    values.map((value) => JSON.stringify(value)),
    ']',
    values.length <= layout.inline ? { ...layout, multiline: false } : layout,
  );

/** An array of the statements that grant this. */
export const listOf = (grants: readonly Grant[], layout: Layout): string =>
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

/** A policy that grants this and no more. */
export function wholePolicy(grants: readonly Grant[]): string {
  const layout: Layout = { multiline: true, line: '\n', step: '  ', inline: 0 };
  return `${enclose('{', ['"version": "2.0"', `"statement": ${listOf(grants, deeper(layout))}`], '}', layout)}\n`;
}
