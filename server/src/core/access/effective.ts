/**
 * What the statements of a policy come to: what is allowed and what is denied, as patterns of actions on patterns of resources.
 * Deny outweighs allow, and what no statement speaks of is denied. Source: CAM evaluation logic page.
 */
import type { Effect } from '../policy/elements.js';
import type { Policy, PolicyAction, PolicyResource, Statement } from '../policy/model.js';
import type { JsonNode } from '../syntax/json.js';
import { memoByObject } from '../memo.js';
import { isTrust } from '../policy/statement-kind.js';
import { wellFormed } from '../policy/well-formed.js';
import { principalsOf, type Principals } from './principals.js';

/** A statement that has an effect, actions and resources. */
export interface EffectiveStatement {
  readonly statement: Statement;
  readonly effect: Effect;
  /** Without malformed ones, which CAM refuses. */
  readonly actions: readonly PolicyAction[];
  readonly resources: readonly PolicyResource[];
  /** It applies to some requests only. */
  readonly conditional: boolean;
  /** Whom it speaks of. */
  readonly principals: Principals;
}

/** The statements that take effect, in the order of the text; the statements of a role's trust policy, which name no resource, are left out. */
export const effectiveStatements = memoByObject((policy: Policy): readonly EffectiveStatement[] => {
  const found: EffectiveStatement[] = [];
  for (const statement of policy.statements) {
    const one = effective(statement, policy);
    if (one) found.push(one);
  }
  return found;
});

/**
 * The statements of a role's trust policy that take effect, in the order of the text. They name no resource: the role is the resource.
 * Source: CAM role pages.
 */
export const trustStatements = memoByObject((policy: Policy): readonly EffectiveStatement[] =>
  policy.statements.flatMap((statement) => {
    const { effect, element } = statement;
    if (!effect || element.resource || !isTrust(statement, policy)) return [];
    const actions = wellFormed(statement.actions?.items);
    const conditional = isRestricted(element.condition?.value);
    return [{ statement, effect, actions, resources: [], conditional, principals: principalsOf(statement, policy) }];
  }),
);

function effective(statement: Statement, policy: Policy): EffectiveStatement | undefined {
  const { effect, element } = statement;
  const actions = wellFormed(statement.actions?.items);
  const resources = wellFormed(statement.resources?.items);
  if (!effect || actions.length === 0 || resources.length === 0) return undefined;
  const principals = principalsOf(statement, policy);
  return { statement, effect, actions, resources, conditional: isRestricted(element.condition?.value), principals };
}

/** An empty condition restricts nothing, nor do operators without keys; anything else might. */
const isRestricted = (condition: JsonNode | undefined): boolean =>
  condition !== undefined &&
  !(
    condition.kind === 'object' &&
    condition.closed &&
    condition.properties.every(({ value }) => value?.kind === 'object' && value.closed && value.properties.length === 0)
  );
