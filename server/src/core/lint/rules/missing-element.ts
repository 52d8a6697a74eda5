/** Elements that CAM refuses a policy without. */
import {
  policyElements,
  statementElements,
  type ElementInfo,
  type ElementName,
  type ForeignElement,
  type PolicyElement,
  type StatementElement,
} from '../../policy/elements.js';
import type { Member } from '../../policy/model.js';
import { isTrust } from '../../policy/statement-kind.js';
import { firstCharacter } from '../../span.js';
import { insertProperty } from '../../edits/members.js';
import type { JsonObject, JsonProperty, JsonTree } from '../../syntax/json.js';
import { hasSureMembers } from '../../syntax/mistakes.js';
import { hasSureBounds } from '../../syntax/sure.js';
import { meantInPolicy, meantInStatement, type MeantElement } from '../../knowledge/meant-element.js';
import { rule, type FixOf } from '../rule.js';

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

function insertFix<Name extends ElementName>(
  tree: JsonTree,
  object: JsonObject,
  names: readonly Name[],
  name: Name,
  present: { readonly [name in Name]?: JsonProperty },
): { fix?: FixOf<'insert'>; suggestions?: FixOf<'insert'>[] } {
  const skeleton = skeletons[name];
  // Beside a string that does not end the new member might become a part of it.
  if (!skeleton || !hasSureBounds(tree, object)) return {};
  const member = `"${name}": ${skeleton.value}`;
  const fix: FixOf<'insert'> = {
    title: 'insert',
    data: { member },
    edits: () => [insertProperty(tree.text, object, predecessor(names, name, present), member)],
    preferred: true,
  };
  return skeleton.safe ? { fix } : { suggestions: [fix] };
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

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy needs `version` and `statement`, a statement `effect`, `action` and `resource`.',
    zh: '策略须有 `version` 与 `statement`，语句须有 `effect`、`action` 与 `resource`。',
  },
  messages: {
    policy: {
      en: 'The policy has no `{element}`; CAM refuses it.',
      zh: '策略缺少 `{element}`，CAM 会拒绝。',
    },
    statement: {
      en: 'The statement has no `{element}`; CAM refuses the policy.',
      zh: '语句缺少 `{element}`，CAM 会拒绝该策略。',
    },
  },
  fixes: { insert: { en: 'Insert {member}', zh: '插入 {member}' } },
  check: {
    policy({ tree, node, element, members }, { report }) {
      if (!node?.closed || !hasSureMembers(tree, node)) return;
      const meant = meantBy(members, meantInPolicy);
      for (const name of policyOrder) {
        if (!element[name] && !meant.has(name) && isRequired(policyElements[name], () => false))
          report(firstCharacter(node), 'policy', {
            data: { element: name },
            ...insertFix(tree, node, policyOrder, name, element),
          });
      }
    },
    statement(statement, { report, policy }) {
      const { node, element, members } = statement;
      if (!node.closed || !hasSureMembers(policy.tree, node)) return;
      let meant: ReadonlySet<string> | undefined;
      for (const name of statementOrder) {
        if (element[name] || !isRequired(statementElements[name], () => isTrust(statement, policy))) continue;
        meant ??= meantBy(members, meantInStatement);
        if (meant.has(name)) continue;
        report(firstCharacter(node), 'statement', {
          data: { element: name },
          ...insertFix(policy.tree, node, statementOrder, name, element),
        });
      }
    },
  },
});
