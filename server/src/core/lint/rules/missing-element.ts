/** Elements that CAM refuses a policy without. */
import {
  policyElements,
  statementElements,
  type ElementInfo,
  type ElementName,
  type PolicyElement,
  type StatementElement,
} from '../../policy/elements.js';
import { isTrust } from '../../policy/trust.js';
import type { Span } from '../../span.js';
import { insertProperty } from '../../syntax/edit.js';
import type { JsonObject, JsonProperty } from '../../syntax/json.js';
import { rule, type FixOf } from '../rule.js';

/** What to write where a required element is missing; `safe`: it decides nothing for the person. */
const skeletons: { readonly [name in ElementName]?: { readonly value: string; readonly safe: boolean } } = {
  version: { value: '"2.0"', safe: true },
  statement: { value: '[]', safe: false },
  effect: { value: '"allow"', safe: false },
  action: { value: '[]', safe: false },
  resource: { value: '[]', safe: false },
};

const firstCharacter = ({ start }: Span): Span => ({ start, end: start + 1 });

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
  text: string,
  object: JsonObject,
  names: readonly Name[],
  name: Name,
  present: { readonly [name in Name]?: JsonProperty },
): { fix?: FixOf<'insert'>; suggestions?: FixOf<'insert'>[] } {
  const skeleton = skeletons[name];
  if (!skeleton) return {};
  const member = `"${name}": ${skeleton.value}`;
  const fix: FixOf<'insert'> = {
    title: 'insert',
    data: { member },
    edits: () => [insertProperty(text, object, predecessor(names, name, present), member)],
    preferred: true,
  };
  return skeleton.safe ? { fix } : { suggestions: [fix] };
}

const policyOrder = Object.keys(policyElements) as readonly PolicyElement[];
const statementOrder = Object.keys(statementElements) as readonly StatementElement[];

const isRequired = (info: ElementInfo, trust: boolean): boolean =>
  info.required === true || (info.required === 'unless-trust' && !trust);

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy needs `version` and `statement`, a statement `effect`, `action` and `resource`.',
    zh: '策略须有 `version` 与 `statement`，语句须有 `effect`、`action` 与 `resource`。',
  },
  messages: {
    policy: { en: 'The policy has no `{element}`.', zh: '策略缺少 `{element}`。' },
    statement: { en: 'The statement has no `{element}`.', zh: '语句缺少 `{element}`。' },
  },
  fixes: { insert: { en: 'Insert {member}', zh: '插入 {member}' } },
  check: {
    policy({ node, element }, { report, text }) {
      if (!node?.closed) return;
      for (const name of policyOrder) {
        if (!element[name] && isRequired(policyElements[name], false))
          report(firstCharacter(node), 'policy', {
            data: { element: name },
            ...insertFix(text, node, policyOrder, name, element),
          });
      }
    },
    statement(statement, { report, text, policy }) {
      const { node, element } = statement;
      if (!node.closed) return;
      for (const name of statementOrder) {
        if (!element[name] && isRequired(statementElements[name], isTrust(statement, policy))) {
          report(firstCharacter(node), 'statement', {
            data: { element: name },
            ...insertFix(text, node, statementOrder, name, element),
          });
        }
      }
    },
  },
});
