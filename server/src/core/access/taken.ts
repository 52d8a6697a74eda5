/** What a policy allows and denies altogether, whatever the request and however documents are read: exact, and silent beyond its limit. */
import type { Facts } from '../knowledge/facts.js';
import type { Policy, PolicyAction } from '../policy/model.js';
import { hasWildcard } from '../policy/action.js';
import { matches } from '../wildcard.js';
import { spellingsOf } from '../knowledge/spellings.js';
import { bindingOf, type Binding, type BoundResource } from './binding.js';
import { strangerTo } from './callers.js';
import { denialsOf } from './coverage.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import { grantsIn, indexed, reaches, speaksOf, type Grant } from './grants.js';
import { keepersOf, placesOf } from './kept.js';
import { attached, includesPrincipals } from './principals.js';
import { strict } from './reading.js';

/** A deny, with the first of its actions that counts. */
export interface Taker {
  readonly statement: EffectiveStatement;
  readonly action: PolicyAction;
}

/** An action of an allow, and the denies that take it away on all of its resources: one that does so alone, or else several together. */
export interface Taken {
  readonly action: PolicyAction;
  readonly by: readonly Taker[];
}

/** So many pairs of an allowed resource and a deny are compared at most. A policy that CAM takes has not that many. */
const maxPairs = 50_000;

/** Of longer policies only what one deny takes away is looked for: CAM takes none of so many statements. */
const maxStatements = 100;

/** In the order of the text. */
export function takenIn(policy: Policy, facts: Facts): readonly Taken[] {
  if (policy.statements.length > maxStatements) return plainlyTaken(policy);
  const denies = effectiveStatements(policy).filter(({ effect }) => effect === 'deny');
  const allows = denies.length > 0 ? deniable(effectiveStatements(policy), denies) : [];
  if (allows.length === 0) return [];
  // What is denied for a caller of whom no text says anything is denied for all.
  const binding = bindingOf(strangerTo([policy.tree.text]), spellingsOf(facts));
  const grantsOf = (statements: readonly EffectiveStatement[]): readonly Grant[] =>
    grantsIn(policy, 0, binding, facts.language, statements);
  const against = indexed(grantsOf(denies));
  const byIndex = new Map(denies.map((deny) => [deny.statement.index, deny]));
  const statementOf = ({ source }: Grant): EffectiveStatement | undefined => byIndex.get(source.statement);
  let left = maxPairs;
  const grants = grantsOf(allows);
  return allows.flatMap(({ actions, principals }, at) => {
    const grant = grants[at];
    return actions.flatMap((action): readonly Taken[] => {
      if (left <= 0 || !grant) return [];
      const those = keepersOf(against, action, [grant]).filter((deny) =>
        includesPrincipals(statementOf(deny)?.principals ?? attached, principals),
      );
      left -= those.length * grant.resources.length;
      const takers = takersOf(those, grant, action, binding).flatMap((deny) => {
        const statement = statementOf(deny);
        const own = statement && actionFor(statement, deny, action);
        return own ? [{ statement, action: own }] : [];
      });
      return takers.length > 0 ? [{ action, by: takers }] : [];
    });
  });
}

/** The allows with an action that some deny may speak of: of the others nothing is taken away, and most policies have no more to look at. */
function deniable(
  statements: readonly EffectiveStatement[],
  denies: readonly EffectiveStatement[],
): readonly EffectiveStatement[] {
  const denied = denies.flatMap(({ actions }) => actions);
  const names = new Set(denied.filter(({ exact }) => exact).map(nameOf));
  const patterns = denied.filter(({ exact }) => !exact);
  const maySpeak = (pattern: PolicyAction, { service, name, exact }: PolicyAction): boolean =>
    pattern.form !== 'action' ||
    hasWildcard(pattern.service) ||
    (sameText(pattern.service, service) && (!exact || matches(pattern.name.toLowerCase(), name.toLowerCase())));
  return statements.filter(
    ({ effect, actions }) =>
      effect === 'allow' &&
      actions.some((action) => names.has(nameOf(action)) || patterns.some((pattern) => maySpeak(pattern, action))),
  );
}

const nameOf = ({ service, name }: PolicyAction): string => `${service}:${name}`.toLowerCase();

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** What one deny plainly takes away: of a policy that is longer than CAM takes, where all together would take too long. */
function plainlyTaken(policy: Policy): readonly Taken[] {
  const denials = denialsOf(policy);
  if (!denials.any) return [];
  return effectiveStatements(policy)
    .filter(({ effect }) => effect === 'allow')
    .flatMap(({ actions, resources, principals }) =>
      actions.flatMap((action): readonly Taken[] => {
        const denial = denials.covering(action, resources, principals);
        return denial ? [{ action, by: [{ statement: denial.by, action: denial.action }] }] : [];
      }),
    );
}

/** None where they leave something. */
function takersOf(
  denies: readonly Grant[],
  { resources }: Grant,
  { form }: PolicyAction,
  binding: Binding,
): readonly Grant[] {
  // What is in a numbered set is in no text.
  if (denies.length === 0 || form === 'set') return [];
  const places = resources.flatMap(({ bound }) => placesOf(bound));
  const takes = (deny: Grant, where: BoundResource): boolean => reaches(deny, where, binding, strict);
  const alone = denies.find((deny) => places.every((where) => takes(deny, where)));
  if (alone) return [alone];
  const found = places.map((where) => denies.find((deny) => takes(deny, where)));
  return found.includes(undefined) ? [] : [...new Set(found.flatMap((deny) => deny ?? []))];
}

/** The action of the deny that stands for the whole of `taken`, or else for some of it. */
const actionFor = ({ actions }: EffectiveStatement, deny: Grant, taken: PolicyAction): PolicyAction | undefined =>
  actions.find((action) => speaksOf({ ...deny, named: only(action) }, taken, strict)) ?? actions[0];

const only = (action: PolicyAction): Grant['named'] => ({
  exact: new Set(action.exact ? [`${action.service}:${action.name}`] : []),
  folded: new Set(),
  patterns: action.exact ? [] : [action],
});
