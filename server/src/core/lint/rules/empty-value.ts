/** Elements that are there but hold nothing. */
import type { Policy, Principal, Statement } from '../../policy/model.js';
import { removeMember } from '../../edits/members.js';
import type { JsonArray, JsonNode, JsonObject, JsonProperty, JsonTree } from '../../syntax/json.js';
import { hasSureMembers } from '../../syntax/mistakes.js';
import { isFlawless } from '../../syntax/sure.js';
import { shown } from '../../text.js';
import { rule, type FixOf, type ReportOf } from '../rule.js';

const messages = {
  statement: {
    en: 'A policy without a statement allows nothing.',
    zh: '没有语句的策略不会允许任何操作。',
  },
  list: {
    en: '`{name}` is empty: the statement says nothing. CAM refuses it, or it has no effect.',
    zh: '`{name}` 为空：语句没有内容，会被 CAM 拒绝或不起作用。',
  },
  lists: {
    en: '`action` and `resource` are empty: the statement says nothing. CAM refuses it, or it has no effect.',
    zh: '`action` 与 `resource` 均为空：语句没有内容，会被 CAM 拒绝或不起作用。',
  },
  resource: { en: '`{name}` is empty, too.', zh: '`{name}` 也为空。' },
  item: { en: 'This `{name}` is empty.', zh: '此 `{name}` 为空。' },
  principal: {
    en: '`{name}` names nobody.',
    zh: '`{name}` 没有写明任何主体。',
  },
  condition: {
    en: 'An empty condition restricts nothing.',
    zh: '空的条件不起任何限制作用。',
  },
  key: {
    en: 'The condition key `{name}` has no value to compare with.',
    zh: '条件键 `{name}` 没有可比较的值。',
  },
} as const;

const isEmpty = (node: JsonNode | undefined): boolean =>
  (node?.kind === 'array' && node.closed && node.items.length === 0) ||
  (node?.kind === 'object' && node.closed && node.properties.length === 0) ||
  (node?.kind === 'string' && node.closed && node.value.trim() === '');

type Report = (
  node: JsonNode,
  message: keyof typeof messages,
  details: ReportOf<keyof typeof messages, 'remove'>,
) => void;

/**
 * Takes a member out of the object it stands in, unless a mistake there may be a part that was not read: with it a restriction could go. Unseen in a deny
 * only: what allows may have been meant to be restricted, and is not finished.
 */
function removal(tree: JsonTree, object: JsonObject, property: JsonProperty, { effect }: Statement): Removal {
  if (!isFlawless(tree, object)) return {};
  const remove = {
    title: 'remove',
    edits: () => removeMember(tree.text, object, object.properties.indexOf(property)),
  } as const;
  return effect === 'deny' ? { fix: { ...remove, preferred: true } } : { suggestions: [remove] };
}

type Removal = Pick<ReportOf<never, 'remove'>, 'fix' | 'suggestions'>;

/** Takes an item out of its array, unless it is alone there. */
const itemRemoval = (tree: JsonTree, array: JsonArray, index: number): FixOf<'remove'> | undefined =>
  array.items.length > 1 && isFlawless(tree, array)
    ? { title: 'remove', edits: () => removeMember(tree.text, array, index), preferred: true }
    : undefined;

function checkPrincipal(principal: Principal | undefined, report: Report): void {
  const value = principal?.property.value;
  if (!principal || !value) return;
  if (isEmpty(value)) return report(value, 'principal', { data: { name: principal.property.key.value } });
  for (const { property } of principal.entries)
    if (property?.value && isEmpty(property.value))
      report(property.value, 'principal', { data: { name: shown(property.key.value) } });
}

/** `action` or `resource`: an empty list, an empty string, or empty strings in the list. */
function checkList(tree: JsonTree, property: JsonProperty | undefined, name: string, report: Report): void {
  const value = property?.value;
  if (!value) return;
  if (isEmpty(value)) report(value, 'list', { data: { name } });
  else if (value.kind === 'array' && value.items.some(isEmpty))
    for (const [index, item] of value.items.entries())
      if (item.kind === 'string' && isEmpty(item))
        report(item, 'item', { data: { name }, fix: itemRemoval(tree, value, index) });
}

/** A statement of which both lists are still to be filled lacks one thing: what it is about. */
function checkLists(tree: JsonTree, { element: { action, resource } }: Statement, report: Report): void {
  const [actions, resources] = [action?.value, resource?.value];
  if (actions && resources && isEmpty(actions) && isEmpty(resources))
    return report(actions, 'lists', {
      related: [{ span: resources, message: 'resource', data: { name: 'resource' } }],
    });
  checkList(tree, action, 'action', report);
  checkList(tree, resource, 'resource', report);
}

function checkCondition(tree: JsonTree, statement: Statement, report: Report): void {
  const { element, conditions, node } = statement;
  const property = element.condition;
  const value = property?.value;
  if (!property || value?.kind !== 'object' || !hasSureMembers(tree, value)) return;
  if (isEmpty(value))
    return report(value, 'condition', { severity: 'hint', ...removal(tree, node, property, statement) });
  // Without its last operator the condition would be empty too.
  const whole = value.properties.every(({ value: inner }) => inner && isEmpty(inner));
  for (const condition of conditions) {
    const { value: inner } = condition.property;
    const remove = whole
      ? removal(tree, node, property, statement)
      : removal(tree, value, condition.property, statement);
    if (inner && isEmpty(inner)) report(inner, 'condition', remove);
    for (const { property: key, key: name } of condition.keys)
      if (key.value?.kind === 'array' && isEmpty(key.value)) report(key.value, 'key', { data: { name: shown(name) } });
  }
}

function checkPolicy({ tree, element, principal, statements }: Policy, report: Report): void {
  const statement = element.statement?.value;
  if (statement?.kind === 'array' && isEmpty(statement)) report(statement, 'statement', {});
  checkPrincipal(principal, report);
  for (const each of statements) {
    checkPrincipal(each.principal, report);
    checkLists(tree, each, report);
    checkCondition(tree, each, report);
  }
}

export default rule({
  group: 'document',
  severity: 'warning',
  summary: { en: 'An element that is written must not be empty.', zh: '已写出的元素不应为空。' },
  messages,
  fixes: { remove: { en: 'Remove it', zh: '删除' } },
  check: {
    policy(policy, { report }) {
      checkPolicy(policy, report);
    },
  },
});
