/** The least that a policy must allow for the actions that are in use. It only leaves out: nothing is granted that was not granted before. */
import type { Facts } from '../knowledge/facts.js';
import { hasWildcard, readAction } from '../policy/action.js';
import { matchesAction } from '../policy/action-pattern.js';
import { readPolicy } from '../policy/read.js';
import type { Policy } from '../policy/model.js';
import { can } from './can.js';
import { compare } from './compare.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import type { Caller } from './question.js';

/** An action that is in use, on a resource where that is known: `*` or six segments. */
export interface Use {
  readonly action: string;
  readonly resource?: string;
}

/**
 * `least`: the policy's text with only the actions that are used; `left` are the uses that it does not surely allow, as it did not before.
 * `unchanged`: no smaller policy could be proven to allow the same uses and nothing new.
 */
export type Least =
  | { readonly is: 'least'; readonly text: string; readonly left: readonly Use[] }
  | { readonly is: 'unchanged'; readonly left: readonly Use[] };

/**
 * Keeps of each allow statement the actions that are used: a wildcard becomes the used actions that it stands for. Conditions, resources and denies stay as
 * they are. The result is offered only where the comparison says that it allows nothing new, and each use is allowed as before. Never throws.
 */
export function least(policy: Policy, uses: readonly Use[], facts: Facts, caller: Caller = {}): Least {
  const isAllowed = (of: Policy, { action, resource = '*' }: Use): boolean =>
    ['allowed', 'conditional'].includes(can({ policies: [of], caller, action, resource }, facts).is);
  const left = uses.filter((use) => !isAllowed(policy, use));
  const text = kept(policy, uses);
  if (text === undefined) return { is: 'unchanged', left };
  const after = readPolicy(text);
  const { gained, lost } = compare({ before: { policies: [policy] }, after: { policies: [after] }, caller }, facts);
  const served = uses.every((use) => left.includes(use) || isAllowed(after, use));
  return gained.is === 'none' && lost.is !== 'none' && served ? { is: 'least', text, left } : { is: 'unchanged', left };
}

/** The policy's text with only what is used; undefined where it is no whole JSON, or nothing of it is used. */
function kept(policy: Policy, uses: readonly Use[]): string | undefined {
  if (policy.tree.problems.length > 0) return undefined;
  const effective = effectiveStatements(policy);
  const written = policy.statements.flatMap(({ node, index }) => {
    const text = policy.tree.text.slice(node.start, node.end);
    const own = effective.find(({ statement }) => statement.index === index);
    return own?.effect === 'allow' ? narrowed(own, uses, text) : [JSON.parse(text) as unknown];
  });
  if (written.length === 0) return undefined;
  const whole = JSON.parse(policy.tree.text) as { readonly [member: string]: unknown };
  const statement = policy.element.statement?.key.value;
  return statement === undefined ? undefined : `${JSON.stringify({ ...whole, [statement]: written }, undefined, 2)}\n`;
}

function narrowed({ statement, actions }: EffectiveStatement, uses: readonly Use[], text: string): readonly unknown[] {
  const used = uses.map(({ action }) => readAction(action)).filter(({ exact }) => exact);
  const names = actions.flatMap((pattern) => {
    const own = used.filter(({ service, name }) => matchesAction(pattern, service, name));
    if (own.length === 0) return [];
    return hasWildcard(pattern.text)
      ? own.map(({ service, name }) => `${pattern.prefix}${service}:${name}`)
      : [pattern.text];
  });
  const member = statement.element.action?.key.value;
  if (names.length === 0 || member === undefined) return [];
  return [{ ...(JSON.parse(text) as object), [member]: [...new Set(names)] }];
}
