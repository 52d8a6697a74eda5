/** Elements that CAM refuses a policy without. */
import {
  policyElements,
  statementElementNamed,
  statementElements,
  type ElementInfo,
  type ElementName,
  type ForeignElement,
  type PolicyElement,
  type StatementElement,
} from '../../policy/elements.js';
import type { Member, Policy, Statement } from '../../policy/model.js';
import { isTrust } from '../../policy/statement-kind.js';
import { firstCharacter } from '../../span.js';
import { insertProperties } from '../../edits/members.js';
import type { JsonObject, JsonProperty, JsonTree } from '../../syntax/json.js';
import { hasSureMembers } from '../../syntax/mistakes.js';
import { hasSureBounds } from '../../syntax/sure.js';
import { meantInPolicy, meantInStatement, type MeantElement } from '../../knowledge/meant-element.js';
import { shown, type Text } from '../../text.js';
import { resourcesFor } from '../../knowledge/resource-template.js';
import { enclose, memberWithPolicy, membersOfStatement, takeOut } from '../misplaced.js';
import { rule, type FixOf, type ReportOf } from '../rule.js';

/** What to write where a required element is missing; `safe`: it decides nothing for the person. */
const skeletons: { readonly [name in ElementName]?: { readonly value: string; readonly safe: boolean } } = {
  version: { value: '"2.0"', safe: true },
  statement: { value: '[]', safe: false },
  effect: { value: '"allow"', safe: false },
  action: { value: '[]', safe: false },
  resource: { value: '[]', safe: false },
};

/** The member behind which `name` belongs in the natural order of elements. */
function predecessor<Name extends ElementName>(
  names: readonly Name[],
  name: Name,
  present: { readonly [name in Name]?: JsonProperty },
): JsonProperty | undefined {
  const before = names.slice(0, names.indexOf(name)).reverse();
  for (const candidate of before) if (present[candidate]) return present[candidate];
  return undefined;
}

/** One fix that inserts all of `names`, which are in the natural order: each behind the element that is there before it. */
function insertFix<Name extends ElementName>(
  tree: JsonTree,
  object: JsonObject,
  order: readonly Name[],
  names: readonly Name[],
  present: { readonly [name in Name]?: JsonProperty },
  resource?: string,
): { fix?: FixOf<'insert'>; suggestions?: FixOf<'insert'>[] } {
  // Beside a string that does not end the new member might become a part of it.
  if (!hasSureBounds(tree, object)) return {};
  const places = new Map<JsonProperty | undefined, string[]>();
  for (const name of names) {
    const skeleton = skeletons[name];
    if (!skeleton) return {};
    const place = predecessor(order, name, present);
    const value = name === 'resource' && resource !== undefined ? `"${resource}"` : skeleton.value;
    places.set(place, [...(places.get(place) ?? []), `"${name}": ${value}`]);
  }
  const fix: FixOf<'insert'> = {
    title: 'insert',
    data: { members: [...places.values()].flat().join(', ') },
    edits: () => [...places].map(([after, members]) => insertProperties(tree.text, object, after, members)),
    // An object with other members alone may be something else.
    preferred: object.properties.length === 0 || Object.keys(present).length > 0,
  };
  return names.every((name) => skeletons[name]?.safe) ? { fix } : { suggestions: [fix] };
}

/** `effect`, `action` or `resource`: what is missing, in both languages. */
function listed(names: readonly string[]): Text {
  const quoted = names.map((name) => `\`${name}\``);
  const [last = '', ...before] = [...quoted].reverse();
  if (before.length === 0) return { en: last, zh: last };
  before.reverse();
  return { en: `${before.join(', ')} or ${last}`, zh: `${before.join('、')} 与 ${last}` };
}

const policyOrder = Object.keys(policyElements) as readonly PolicyElement[];
const statementOrder = Object.keys(statementElements) as readonly StatementElement[];

/** What the members that are no elements were meant to be: of those another rule speaks, and renaming one is what mends it. */
function meantBy<Name extends string>(
  members: readonly Member<Name>[],
  meant: (key: string) => MeantElement<Name> | undefined,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { property, element } of members) {
    const found = element ? undefined : meant(property.key.value);
    if (found?.kind === 'near') names.add(found.name);
    if (found?.kind === 'foreign') names.add(insteadOf[found.name] ?? '');
  }
  return names;
}

/** The element that other clouds' members take the place of. */
const insteadOf: { readonly [name in ForeignElement]?: StatementElement } = {
  notAction: 'action',
  notResource: 'resource',
  notPrincipal: 'principal',
  notCondition: 'condition',
};

const isRequired = (info: ElementInfo, isTrusting: () => boolean): boolean =>
  info.required === true || (info.required === 'unless-trust' && !isTrusting());

/** A statement that names a principal says by its actions whether it has resources; without actions that is open. */
const mayBeTrust = (statement: Statement, policy: Policy): boolean =>
  isTrust(statement, policy) || (!statement.element.action && Boolean(statement.principal ?? policy.principal));

const isOfStatement = ({ element, property }: Member<PolicyElement>): boolean =>
  element === undefined && statementElementNamed(property.key.value) !== undefined;

/** What to say of an object that is no policy, where it holds one or is a statement; undefined where it is neither. */
function otherThanPolicy(
  tree: JsonTree,
  node: JsonObject,
): ({ readonly message: 'inside' | 'bare' } & ReportOf<never, 'take' | 'enclose'>) | undefined {
  const sure = hasSureBounds(tree, node);
  const holder = memberWithPolicy(node);
  if (holder) {
    const data = { key: shown(holder.key.value) };
    const take = { title: 'take', data, edits: () => takeOut(node, holder) } as const;
    const explains = node.properties.map(({ key }) => key);
    return { message: 'inside', data, suggestions: sure ? [take] : [], explains };
  }
  const members = membersOfStatement(node);
  if (!members) return undefined;
  const fix = { title: 'enclose', edits: () => enclose(node, members), preferred: true } as const;
  return { message: 'bare', fix: sure ? fix : undefined, explains: members.map(({ key }) => key) };
}

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy needs `version` and `statement`, a statement `effect`, `action` and `resource`.',
    zh: '策略须有 `version` 与 `statement`，语句须有 `effect`、`action` 与 `resource`。',
  },
  messages: {
    policy: {
      en: 'The policy has no {elements}; CAM refuses it.',
      zh: '策略缺少 {elements}，CAM 会拒绝。',
    },
    inside: {
      en: 'The policy stands in `{key}`. CAM takes the policy alone, not what is around it.',
      zh: '策略写在 `{key}` 之内。CAM 只接受策略本身，不接受其外的内容。',
    },
    bare: {
      en: 'This is a statement without its policy. It belongs in the list `statement`, beside `version`.',
      zh: '这是语句，缺少外层的策略。语句应写在 `statement` 列表中，与 `version` 并列。',
    },
    statement: {
      en: 'The statement has no {elements}; CAM refuses the policy.',
      zh: '语句缺少 {elements}，CAM 会拒绝该策略。',
    },
  },
  fixes: {
    insert: { en: 'Insert {members}', zh: '插入 {members}' },
    take: { en: 'Keep only the policy in `{key}`', zh: '只保留 `{key}` 中的策略' },
    enclose: { en: 'Make it the statement of a policy', zh: '作为策略的 statement' },
  },
  check: {
    policy({ tree, node, element, members }, { report }) {
      if (!node?.closed || !hasSureMembers(tree, node)) return;
      const other = element.statement ? undefined : otherThanPolicy(tree, node);
      if (other) {
        const { message, ...details } = other;
        report(firstCharacter(node), message, details);
        return;
      }
      const meant = meantBy(members, meantInPolicy);
      const missing = policyOrder.filter(
        (name) => !element[name] && !meant.has(name) && isRequired(policyElements[name], () => false),
      );
      if (missing.length === 0) return;
      report(firstCharacter(node), 'policy', {
        data: { elements: listed(missing) },
        // Beside elements of a statement an empty list of statements would mend nothing.
        ...(missing.includes('statement') && members.some(isOfStatement)
          ? {}
          : insertFix(tree, node, policyOrder, missing, element)),
      });
    },
    statement(statement, { report, policy, catalogue }) {
      const { node, element, members } = statement;
      if (!node.closed || !hasSureMembers(policy.tree, node)) return;
      const absent = statementOrder.filter(
        (name) => !element[name] && isRequired(statementElements[name], () => mayBeTrust(statement, policy)),
      );
      if (absent.length === 0) return;
      const meant = meantBy(members, meantInStatement);
      const missing = absent.filter((name) => !meant.has(name));
      if (missing.length === 0) return;
      report(firstCharacter(node), 'statement', {
        data: { elements: listed(missing) },
        // Where each action needs `*` nothing else would do.
        ...insertFix(
          policy.tree,
          node,
          statementOrder,
          missing,
          element,
          resourcesFor(statement, policy, catalogue).find((found) => found === '*'),
        ),
      });
    },
  },
});
