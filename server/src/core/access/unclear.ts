/** What of a policy nobody can know the meaning of, as CAM takes no such thing: what it may speak of, at the most. Documents say what a policy holds, not what else would mean. */
import { readAction, type ActionPattern } from '../policy/action.js';
import { foreignElementNamed, isEffect, type Effect, type StatementElement } from '../policy/elements.js';
import { meantInStatement } from '../knowledge/meant-element.js';
import { memoByObject } from '../memo.js';
import type { Policy, Statement } from '../policy/model.js';
import { readResource, type ResourcePattern } from '../policy/resource.js';
import type { JsonNode, JsonProblemKind, JsonProperty } from '../syntax/json.js';
import { maxProblems } from '../syntax/tree.js';
import { wellFormed } from '../policy/well-formed.js';
import { hasUnknownMark } from '../syntax/unknown-mark.js';

/**
 * `element`: CAM has no such member; `twice`: it is written twice, and which of the two counts is in no document; `refused`: a value that CAM does not take; `text`:
 * the text cannot be read in full; `host`: only the host knows it, such as Terraform.
 */
export type UnclearKind = 'element' | 'twice' | 'refused' | 'text' | 'host';

export interface Unclear {
  readonly why: UnclearKind;
  /** The part; empty where it is the whole text. */
  readonly text: string;
  /** Undefined: the policy as a whole. */
  readonly statement: Statement | undefined;
  /** Nothing that the statement seems to say is sure; else it surely says what is well-formed in it, and perhaps more. */
  readonly wholly: boolean;
  /** What it may come to at the most. */
  readonly effects: readonly Effect[];
  readonly actions: readonly ActionPattern[];
  readonly resources: readonly ResourcePattern[];
  /** The statement, or the whole text: what has the same text has the same meaning. */
  readonly of: string;
}

const everything: readonly ActionPattern[] = [readAction('*')];
const everywhere: readonly ResourcePattern[] = [readResource('*')];
const bothEffects: readonly Effect[] = ['allow', 'deny'];

/** In the order of the text; where the policy as a whole is unclear, that alone. */
export const unclearIn = memoByObject((policy: Policy): readonly Unclear[] => {
  const whole = wholeOf(policy);
  if (whole)
    return [
      { ...anything, ...whole, statement: undefined, wholly: true, of: `${whole.why} ${policy.tree.text.trim()}` },
    ];
  return [...policy.statements.flatMap((statement) => statementOf(statement, policy) ?? []), ...strayIn(policy)];
});

const anything = { effects: bothEffects, actions: everything, resources: everywhere } as const;

/** Whether nothing is sure of what the statement seems to say. */
export const isUnclear = (policy: Policy, statement: Statement): boolean =>
  unclearStatements(policy).has(undefined) || unclearStatements(policy).has(statement);

const unclearStatements = memoByObject(
  (policy: Policy): ReadonlySet<Statement | undefined> =>
    new Set(
      unclearIn(policy)
        .filter(({ wholly }) => wholly)
        .map(({ statement }) => statement),
    ),
);

/** Mistakes of JSON that leave no doubt about what is meant. */
const harmless: ReadonlySet<JsonProblemKind> = new Set([
  'empty',
  'byte-order-mark',
  'comment',
  'trailing-comma',
  'extra-comma',
  'comma-expected',
  'colon-expected',
  'missing-quotes',
  'wrong-punctuation',
  'wrong-space',
]);

type Reason = Pick<Unclear, 'why' | 'text'>;

function wholeOf(policy: Policy): Reason | undefined {
  const { node, members, element, unknown } = policy;
  const { text, problems, root } = policy.tree;
  if (problems.length >= maxProblems || problems.some(({ kind }) => !harmless.has(kind)))
    return { why: 'text', text: '' };
  if (unknown === 'parts') return { why: 'host', text: '' };
  if (!node) return root && { why: 'refused', text: written(root, text) };
  for (const { property, element: name } of members) {
    if (name === undefined && foreignElementNamed(property.key.value) !== 'id')
      return { why: 'element', text: memberOf(property, text) };
    if (name !== undefined && name !== 'version' && isOther(text, element[name], property))
      return { why: 'twice', text: memberOf(property, text) };
  }
  const value = element.statement?.value;
  if (!value || value.kind === 'array' || value.kind === 'object') return undefined;
  return { why: isMarked(value, policy) ? 'host' : 'refused', text: written(value, text) };
}

/** What stands among the statements and is none, all of it together. */
function strayIn(policy: Policy): readonly Unclear[] {
  const { text } = policy.tree;
  const value = policy.element.statement?.value;
  if (value?.kind !== 'array') return [];
  const all = value.items.filter(({ kind }) => kind !== 'object');
  const [first] = all;
  if (!first) return [];
  return [
    {
      ...anything,
      why: isMarked(first, policy) ? 'host' : 'refused',
      text: written(first, text),
      statement: undefined,
      wholly: false,
      of: all.map((item) => written(item, text)).join(),
    },
  ];
}

const isMarked = ({ start, end }: JsonNode, { tree, unknown }: Policy): boolean =>
  unknown !== undefined && hasUnknownMark(tree.text, start, end);

/** Whether the member is not the first one of its name, and says something else than that. */
const isOther = (text: string, first: JsonProperty | undefined, property: JsonProperty): boolean =>
  first !== undefined && first !== property && valueOf(first, text) !== valueOf(property, text);

const valueOf = ({ value }: JsonProperty, text: string): string => (value ? written(value, text) : '');

/** The node in one writing, whatever its blanks. */
function written(node: JsonNode, text: string): string {
  if (node.kind === 'object') return `{${node.properties.map((property) => memberOf(property, text)).join()}}`;
  if (node.kind === 'array') return `[${node.items.map((item) => written(item, text)).join()}]`;
  return node.kind === 'string' ? JSON.stringify(node.value) : text.slice(node.start, node.end);
}

const memberOf = ({ key, value }: JsonProperty, text: string): string =>
  `${JSON.stringify(key.value)}:${value ? written(value, text) : ''}`;
/** What is found of one statement, bit by bit. */
interface Found {
  reason: Reason | undefined;
  wholly: boolean;
  /** Elements that are written twice with different values: further members are not compared. */
  readonly twice: Set<StatementElement>;
  readonly effects: Set<Effect>;
  readonly actions: ActionPattern[];
  readonly resources: ResourcePattern[];
}

function statementOf(statement: Statement, policy: Policy): Unclear | undefined {
  const { text } = policy.tree;
  const { effect, actions, resources } = statement;
  const found: Found = {
    reason: undefined,
    wholly: false,
    twice: new Set(),
    effects: new Set(effect && [effect]),
    actions: [...wellFormed(actions?.items)],
    resources: [...wellFormed(resources?.items)],
  };
  for (const { property, element } of statement.members)
    if (element === undefined) ofUnknown(property, text, found);
    else if (statement.element[element] !== property) ofAnother(element, property, statement, text, found);
    else ofValue(element, property.value, policy, found);
  const twice = twiceIn(statement.element.condition?.value, text);
  if (twice !== undefined) note(found, 'twice', twice, true);
  if (!found.reason) return undefined;
  return {
    ...found.reason,
    statement,
    wholly: found.wholly,
    effects: found.effects.size > 0 ? [...found.effects] : bothEffects,
    actions: found.actions.length > 0 ? found.actions : everything,
    resources: found.resources.length > 0 ? found.resources : everywhere,
    of: written(statement.node, text),
  };
}

function note(found: Found, why: UnclearKind, text: string, wholly: boolean): void {
  found.reason ??= { why, text };
  found.wholly ||= wholly;
}

function widen({ effects, actions, resources }: Found, part: 'effect' | 'action' | 'resource'): void {
  if (part === 'effect') for (const effect of bothEffects) effects.add(effect);
  else if (part === 'action') actions.splice(0, Infinity, ...everything);
  else resources.splice(0, Infinity, ...everywhere);
}

const parts = ['effect', 'action', 'resource'] as const;

/** A member that is no element: it may say more of what it is named like, and narrow all the rest. */
function ofUnknown(property: JsonProperty, text: string, found: Found): void {
  const meant = meantInStatement(property.key.value);
  // It names the statement, in other clouds.
  if (meant?.kind === 'foreign' && meant.name === 'id') return;
  note(found, 'element', memberOf(property, text), true);
  for (const part of parts)
    if (meant?.kind === 'elsewhere' || meant?.name.toLowerCase().endsWith(part)) widen(found, part);
}

/** A further member of a name. */
function ofAnother(
  element: StatementElement,
  property: JsonProperty,
  statement: Statement,
  text: string,
  found: Found,
): void {
  if (element === 'sid' || found.twice.has(element) || !isOther(text, statement.element[element], property)) return;
  found.twice.add(element);
  note(found, 'twice', memberOf(property, text), true);
  for (const part of parts) if (part === element) widen(found, part);
}

/** An element whose value holds what CAM does not take. */
function ofValue(element: StatementElement, value: JsonNode | undefined, policy: Policy, found: Found): void {
  const { text } = policy.tree;
  if (!value) return;
  const odd = (node: JsonNode, wholly: boolean): void => {
    note(found, isMarked(node, policy) ? 'host' : 'refused', written(node, text), wholly);
    for (const part of parts) if (part === element) widen(found, part);
  };
  if (element === 'action' || element === 'resource') {
    const read = element === 'action' ? readAction : readResource;
    for (const item of value.kind === 'array' ? value.items : [value])
      if (isMarked(item, policy) || !saysNothing(item, (string) => read(string).form !== 'malformed')) odd(item, false);
  } else if (element === 'effect') {
    if (!saysNothing(value, (string) => isEffect(string.toLowerCase()))) odd(value, true);
  } else if (element !== 'sid' && isMarked(value, policy)) odd(value, true);
}

/** Whether a string is as it should be, or blank: there is nothing in it that could mean something. */
const saysNothing = (node: JsonNode, isRight: (text: string) => boolean): boolean =>
  node.kind === 'string' && (isRight(node.value) || node.value.trim() === '');

/** A name that is written twice in a condition, with other values. */
function twiceIn(condition: JsonNode | undefined, text: string): string | undefined {
  if (condition?.kind !== 'object') return undefined;
  for (const object of [condition, ...condition.properties.map(({ value }) => value)]) {
    if (object?.kind !== 'object') continue;
    const first = new Map<string, JsonProperty>();
    for (const property of object.properties) {
      const before = first.get(property.key.value);
      if (isOther(text, before, property)) return memberOf(property, text);
      first.set(property.key.value, before ?? property);
    }
  }
  return undefined;
}
