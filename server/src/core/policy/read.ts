/** Reads a policy from its syntax tree. Any tree gives a policy, perhaps an empty one; what does not fit is left to the rules. */
import { cache } from '../memo.js';
import {
  readJson,
  type JsonArray,
  type JsonNode,
  type JsonObject,
  type JsonProperty,
  type JsonString,
  type JsonTree,
} from '../syntax/json.js';
import { readAction } from './action.js';
import { maxPolicyLength } from './length.js';
import { isEffect, policyElementNamed, statementElementNamed } from './elements.js';
import type {
  ConditionKey,
  ConditionOperator,
  Member,
  Policy,
  PolicyAction,
  PolicyResource,
  Principal,
  PrincipalEntry,
  Statement,
  StringList,
  Unknown,
} from './model.js';
import { readResource } from './resource.js';

/** Reads `text`, of which `unknown` is not known; never throws. A string that is longer than a whole policy is no part of the policy, whatever it stands for. */
export const readPolicy = (text: string, unknown?: Unknown): Policy =>
  policyOf(readJson(text, maxPolicyLength), unknown);

/** The policy in a syntax tree. */
function policyOf(tree: JsonTree, unknown: Unknown | undefined): Policy {
  const node = tree.root?.kind === 'object' ? tree.root : undefined;
  const members = membersOf(node, policyElementNamed);
  const element = firstOf(members);
  return {
    tree,
    unknown,
    node,
    members,
    element,
    principal: principalOf(element.principal),
    statements: statementsOf(element.statement?.value),
    [cache]: [],
  };
}

function statementsOf(value: JsonNode | undefined): readonly Statement[] {
  const list = value?.kind === 'array' ? value : undefined;
  const nodes = list?.items ?? (value ? [value] : []);
  const statements: Statement[] = [];
  for (const node of nodes) if (node.kind === 'object') statements.push(statementOf(node, list, statements.length));
  return statements;
}

function statementOf(node: JsonObject, list: JsonArray | undefined, index: number): Statement {
  const members = membersOf(node, statementElementNamed);
  const element = firstOf(members);
  const effect = element.effect?.value?.kind === 'string' ? element.effect.value.value.toLowerCase() : '';
  return {
    node,
    list,
    index,
    members,
    element,
    effect: isEffect(effect) ? effect : undefined,
    actions: listOf(element.action, policyAction),
    resources: listOf(element.resource, policyResource),
    principal: principalOf(element.principal),
    conditions: conditionsOf(element.condition?.value),
  };
}

function policyAction(node: JsonString): PolicyAction {
  const { text, form, prefix, service, name, exact, [cache]: memory } = readAction(node.value);
  return { text, form, prefix, service, name, exact, [cache]: memory, node };
}

function policyResource(node: JsonString): PolicyResource {
  const { text, form, segments, [cache]: memory } = readResource(node.value);
  return { text, form, segments, [cache]: memory, node };
}

function membersOf<Name extends string>(
  node: JsonObject | undefined,
  named: (key: string) => Name | undefined,
): readonly Member<Name>[] {
  return node?.properties.map((property) => ({ property, element: named(property.key.value) })) ?? [];
}

function firstOf<Name extends string>(members: readonly Member<Name>[]): { readonly [name in Name]?: JsonProperty } {
  const first: { [name in Name]?: JsonProperty } = {};
  for (const { element, property } of members) if (element) first[element] ??= property;
  return first;
}

function listOf<Item>(
  property: JsonProperty | undefined,
  read: (node: JsonString) => Item,
): StringList<Item> | undefined {
  if (!property) return undefined;
  const { value } = property;
  const items: Item[] = [];
  for (const node of stringsOf(value)) items.push(read(node));
  return { property, array: value?.kind === 'array' ? value : undefined, items };
}

/** The strings of a value that is one or an array of them; other items are left out. */
function stringsOf(value: JsonNode | undefined): readonly JsonString[] {
  if (value?.kind === 'string') return [value];
  if (value?.kind !== 'array') return [];
  return value.items.every(isString) ? value.items : value.items.filter(isString);
}

const isString = (node: JsonNode): node is JsonString => node.kind === 'string';

function principalOf(property: JsonProperty | undefined): Principal | undefined {
  if (!property) return undefined;
  const { value } = property;
  const entries: readonly PrincipalEntry[] =
    value?.kind === 'object'
      ? readable(value).map((entry) => ({ property: entry, kind: entry.key.value, values: stringsOf(entry.value) }))
      : [{ property: undefined, kind: '', values: stringsOf(value) }];
  return { property, entries };
}

function conditionsOf(value: JsonNode | undefined): readonly ConditionOperator[] {
  return value?.kind === 'object'
    ? readable(value).map((property) => ({
        property,
        operator: property.key.value,
        keys: conditionKeysOf(property.value),
      }))
    : unconditional;
}

const unconditional: readonly ConditionOperator[] = [];

function conditionKeysOf(value: JsonNode | undefined): readonly ConditionKey[] {
  if (value?.kind !== 'object') return [];
  return readable(value).map((property) => ({
    property,
    key: property.key.value,
    values: valuesOf(property.value),
  }));
}

function valuesOf(value: JsonNode | undefined): readonly JsonNode[] {
  const values = value?.kind === 'array' ? value.items : value ? [value] : [];
  return values.some(({ kind }) => kind === 'unread') ? values.filter(({ kind }) => kind !== 'unread') : values;
}

/** The properties whose names are read. */
const readable = ({ properties }: JsonObject): readonly JsonProperty[] =>
  properties.some(({ key }) => key.unread) ? properties.filter(({ key }) => !key.unread) : properties;
