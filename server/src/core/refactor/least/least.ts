/** The least that a policy must allow for what is in use. It only leaves out: nothing is granted that was not granted before. */
import { removeMembers } from '../../edits/members.js';
import type { Facts } from '../../knowledge/facts.js';
import { readAction } from '../../policy/action.js';
import { readPolicy } from '../../policy/read.js';
import type { Policy } from '../../policy/model.js';
import { applyEdits, type Edit, type Span } from '../../span.js';
import { can } from '../../access/can.js';
import { compare } from '../../access/compare.js';
import type { Attached, Difference } from '../../access/comparison.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import type { Caller, Decision } from '../../access/question.js';
import { narrowed, servedBy } from './narrowed.js';
import type { Use } from './uses.js';

/**
 * `least`: the edits that leave the policy with what is used, and its text after them. `left` are the uses that it does not allow, as it did not before.
 * `unchanged`: `nothing`: it allows none of the uses; `exact`: it is the least already; `unproven`: no smaller policy could be proven to allow the same uses and
 * nothing new; `broken`: its text is no whole JSON.
 */
export type Least =
  | { readonly is: 'least'; readonly edits: readonly Edit[]; readonly text: string; readonly left: readonly Use[] }
  | {
      readonly is: 'unchanged';
      readonly why: 'nothing' | 'exact' | 'unproven' | 'broken';
      readonly left: readonly Use[];
    };

/**
 * Keeps of each allow statement the actions that are used: a wildcard becomes the used actions that it stands for. Where all uses of an action say on which
 * resources, the resources become these, in a statement of their own where other actions need others. Conditions and denies stay as they are, and so does the layout.
 * The result is offered only where the comparison says that it allows nothing new, and each use is allowed as before. Never throws.
 */
export function least(policy: Policy, uses: readonly Use[], facts: Facts, caller: Caller = {}): Least {
  if (policy.tree.problems.length > 0 || !policy.node) return { is: 'unchanged', why: 'broken', left: [] };
  const statements = effectiveStatements(policy);
  const isServed = (use: Use): boolean =>
    statements.some((one) => one.effect === 'allow' && servedBy(one, use, facts, caller) !== undefined) &&
    (!isLocated(use) || isAllowed(decisionOn(policy, use, facts, caller)));
  const served = uses.filter(isServed);
  const left = uses.filter((use) => !served.includes(use));
  if (served.length === 0) return { is: 'unchanged', why: 'nothing', left };
  for (const kept of [served, served.map(({ action }): Use => ({ action }))]) {
    const edits = leastEdits(policy, statements, kept, facts, caller);
    const text = applyEdits(policy.tree.text, edits);
    if (text === policy.tree.text) return { is: 'unchanged', why: 'exact', left };
    if (isProven(policy, readPolicy(text), served, facts, caller)) return { is: 'least', edits, text, left };
  }
  return { is: 'unchanged', why: 'unproven', left };
}

const isLocated = ({ resource }: Use): boolean => resource !== undefined && resource !== '*';

const decisionOn = (policy: Policy, { action, resource = '*' }: Use, facts: Facts, caller: Caller): Decision =>
  can({ policies: [policy], caller, action, resource }, facts);

function isAllowed(decision: Decision): boolean {
  const { is } = decision.is === 'undecided' ? decision.otherwise : decision;
  return is === 'allowed' || is === 'conditional';
}

function leastEdits(
  policy: Policy,
  statements: readonly EffectiveStatement[],
  uses: readonly Use[],
  facts: Facts,
  caller: Caller,
): readonly Edit[] {
  const { text } = policy.tree;
  const given = new Set<Use>();
  const gone = new Set<Span>();
  const edits: Edit[] = [];
  // A use at one place needs one statement: the first without a condition, else all with one.
  const inOrder = [...statements].sort((a, b) => Number(a.conditional) - Number(b.conditional));
  for (const one of inOrder) {
    if (one.effect !== 'allow' || one.principals.kind !== 'attached') continue;
    const served = uses
      .filter((use) => !given.has(use))
      .map((use) => servedBy(one, use, facts, caller))
      .filter((found) => found !== undefined);
    if (!one.conditional) for (const { use, at } of served) if (at) given.add(use);
    const hasSets = one.actions.some(({ form }) => form === 'set');
    if (served.length === 0 && !hasSets) gone.add(one.statement.node);
    else edits.push(...(narrowed(text, one, served) ?? []));
  }
  const list = policy.statements[0]?.list;
  return list && gone.size > 0 ? [...edits, ...removeMembers(text, list, (item) => gone.has(item))] : edits;
}

const isNone = (difference: Difference): boolean =>
  difference.is === 'none' || (difference.is === 'undecided' && difference.otherwise === 'none');

/** Whether `after` surely allows nothing new, and each of the uses as before. */
function isProven(before: Policy, after: Policy, uses: readonly Use[], facts: Facts, caller: Caller): boolean {
  const { gained } = compare({ before: { policies: [before] }, after: { policies: [after] }, caller }, facts);
  if (gained.is !== 'none') return false;
  const isAsBefore = (use: Use): boolean =>
    decisionOn(before, use, facts, caller).is === decisionOn(after, use, facts, caller).is;
  if (!uses.filter(isLocated).every(isAsBefore)) return false;
  // Of uses without a place nothing may be lost: both are looked at as far as these actions go.
  const action = uses.filter((use) => !isLocated(use)).map((use) => plain(use.action));
  const boundary = readPolicy(
    JSON.stringify({ version: '2.0', statement: [{ effect: 'allow', action, resource: '*' }] }),
  );
  const within = (policy: Policy): Attached => ({ policies: [policy], boundary });
  return action.length === 0 || isNone(compare({ before: within(before), after: within(after), caller }, facts).lost);
}

const plain = (action: string): string => {
  const { service, name } = readAction(action);
  return `${service}:${name}`;
};
