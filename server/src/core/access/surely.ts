/**
 * What the allows or the denies of a policy surely say, whatever the request and however documents are read: asked of the statements as comparisons read
 * them. Deny outweighs allow, and what no statement speaks of is denied. Source: CAM evaluation logic page, 598/10605.
 */
import type { Facts } from '../knowledge/facts.js';
import { perFacts } from '../knowledge/facts.js';
import { spellingsOf } from '../knowledge/spellings.js';
import { memoByObject, once } from '../memo.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { overlapsAction } from '../policy/action-pattern.js';
import type { Effect } from '../policy/elements.js';
import type { Policy, PolicyAction } from '../policy/model.js';
import { readResource, segment, type ResourcePattern } from '../policy/resource.js';
import { isDocumentedPath, overlapsResource } from '../policy/resource-pattern.js';
import { bindingOf, meetsResource, type Binding, type BoundResource } from './binding.js';
import { strangerTo } from './callers.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import { generic } from './glob.js';
import { grantsIn, indexed, reaches, speaksOf, type Grant } from './grants.js';
import { keepersOf, placesOf } from './kept.js';
import { attached, includesPrincipals } from './principals.js';
import { strict } from './reading.js';
import { isUnclear } from './unclear.js';

/** A statement, with the first of its actions that counts. */
export interface Cover {
  readonly statement: EffectiveStatement;
  readonly action: PolicyAction;
}

/** So many pairs of resources may be compared still. */
export interface PairBudget {
  pairs: number;
}

/** A policy that CAM takes has hardly that many pairs. */
const maxPairs = 50_000;

/** A budget for one question, or for several that share it. */
export const pairBudget = (): PairBudget => ({ pairs: maxPairs });

export interface Surely {
  /**
   * The statements that stand for `action` on all of `resources`: one that does so alone, or else several together; none where something is left, or the
   * budget is spent. `where`: only wherever that statement applies, for those of whom it speaks; without it whatever the request, for those whom the policy is
   * attached to. `isMeant`: of the statements only these.
   */
  readonly covering: (
    action: ActionPattern,
    resources: readonly ResourcePattern[],
    where?: EffectiveStatement,
    budget?: PairBudget,
    isMeant?: (statement: EffectiveStatement) => boolean,
  ) => readonly Cover[];
}

/** What the policy denies. `presumed`: also what it does if a `*` stands for any text wherever it is written, for those who are silent then. */
export const denialsOf = (policy: Policy, facts: Facts, stars: Stars = 'documented'): Surely =>
  (stars === 'documented' ? denials : presumed)(facts)(policy);

/** What the policy allows, though a deny may take it away again. */
export const allowancesOf = (policy: Policy, facts: Facts): Surely => allowances(facts)(policy);

/** Which wildcards of resources are read as such: those that documents have, or all. */
type Stars = 'documented' | 'presumed';

const denials = perFacts((facts) => memoByObject((policy: Policy) => createSurely(policy, 'deny', facts)));
const presumed = perFacts((facts) => memoByObject((policy: Policy) => createSurely(policy, 'deny', facts, 'presumed')));
const allowances = perFacts((facts) => memoByObject((policy: Policy) => createSurely(policy, 'allow', facts)));

/** Whether a deny of `policy`, under a condition or not, may speak of `action` on one of `resources`; false is sure. */
export function mayDeny(policy: Policy, action: ActionPattern, resources: readonly ResourcePattern[]): boolean {
  return effectiveStatements(policy).some(
    (statement) =>
      statement.effect === 'deny' &&
      statement.actions.some((denied) => overlapsAction(denied, action)) &&
      statement.resources.some((denied) => resources.some((resource) => overlapsResource(denied, resource))),
  );
}

const nothing: Surely = { covering: () => [] };

function createSurely(policy: Policy, effect: Effect, facts: Facts, stars: Stars = 'documented'): Surely {
  const statements = effectiveStatements(policy).filter(
    (one) => one.effect === effect && !isUnclear(policy, one.statement),
  );
  if (statements.length === 0) return nothing;
  // Most questions are about services of which no statement speaks.
  const isOfService = once(() => speakersOf(statements));
  const find = once(() => createCovering(policy, statements, facts, stars));
  return {
    covering: (action, resources, where, budget = pairBudget(), isMeant = () => true) =>
      budget.pairs > 0 && isOfService()(action) ? find()(action, resources, where, budget, isMeant) : [],
  };
}

/** Whether a statement may speak of the service of an action; false is sure. */
function speakersOf(statements: readonly EffectiveStatement[]): (action: ActionPattern) => boolean {
  const services = new Set<string>();
  for (const { actions } of statements)
    for (const { form, service } of actions) {
      if (form !== 'action' || hasWildcard(service)) return () => true;
      services.add(service.toLowerCase());
    }
  return ({ form, service }) => form !== 'action' || hasWildcard(service) || services.has(service.toLowerCase());
}

/** `covering`, with everything said. */
function createCovering(policy: Policy, statements: readonly EffectiveStatement[], facts: Facts, stars: Stars) {
  // What is so for a caller of whom no text says anything is so for all.
  const binding = bindingOf(strangerTo([policy.tree.text]), spellingsOf(facts));
  const grantsOf = (some: readonly EffectiveStatement[]): readonly Grant[] =>
    grantsIn(policy, 0, binding, facts.language, some);
  const all = indexed(grantsOf(statements));
  const byIndex = new Map(statements.map((statement) => [statement.statement.index, statement]));
  const statementOf = ({ source }: Grant): EffectiveStatement | undefined => byIndex.get(source.statement);
  const coversWithin = createCovers(binding, stars);
  const needs = memoByObject((where: EffectiveStatement) => grantsOf([where]));
  return (
    action: ActionPattern,
    resources: readonly ResourcePattern[],
    where: EffectiveStatement | undefined,
    budget: PairBudget,
    isMeant: (statement: EffectiveStatement) => boolean,
  ): readonly Cover[] => {
    const speaking = keepersOf(all, action, where ? needs(where) : []).filter((grant) => {
      const statement = statementOf(grant);
      return (
        statement !== undefined &&
        isMeant(statement) &&
        includesPrincipals(statement.principals, where?.principals ?? attached)
      );
    });
    budget.pairs -= speaking.length * resources.length;
    const places = resources.flatMap((asked) => placesOf(binding.pattern(asked)).map((where) => ({ where, asked })));
    const covers = (grant: Grant, place: Place): boolean => coversWithin(grant, place, budget);
    return coverersOf(speaking, action, places, covers).flatMap((grant) => {
      const statement = statementOf(grant);
      const own = statement && actionFor(statement, grant, action);
      return own ? [{ statement, action: own }] : [];
    });
  };
}

/** Requests that what is asked stands for: of each set of them the one that the fewest patterns stand for. */
interface Place {
  readonly where: BoundResource;
  readonly asked: ResourcePattern;
}

/** Whether a statement stands for a resource, found once; false also where the budget is spent. */
function createCovers(binding: Binding, stars: Stars): (grant: Grant, place: Place, budget: PairBudget) => boolean {
  const known = new Map<Grant, Map<BoundResource, boolean>>();
  return (grant, place, budget) => {
    const { where } = place;
    const own = known.get(grant) ?? new Map<BoundResource, boolean>();
    known.set(grant, own);
    const before = own.get(where);
    if (before !== undefined) return before;
    budget.pairs -= grant.resources.length;
    if (budget.pairs <= 0) return false;
    const found =
      reaches(grant, where, binding, strict) &&
      (stars === 'presumed' ||
        grant.resources.some(
          ({ text, bound }) => isDocumented(text, bound, place) && meetsResource(bound, where, binding, strict),
        ));
    own.set(where, found);
    return found;
  };
}

/** Whether documents say what a resource's wildcards stand for, but for those that what is asked has as well. */
function isDocumented(text: string, bound: BoundResource, { where, asked }: Place): boolean {
  const resource = readResource(text);
  return (
    bound.all ||
    ((isDocumentedPath(bound.path) || generic(bound.path) === where.path) &&
      codes.every((name) => !segment(resource, name).includes('*') || segment(resource, name) === segment(asked, name)))
  );
}

const codes = ['service', 'region', 'account'] as const;

/** None where they leave something. */
function coverersOf(
  grants: readonly Grant[],
  { form }: ActionPattern,
  places: readonly Place[],
  covers: (grant: Grant, place: Place) => boolean,
): readonly Grant[] {
  // What is in a numbered set is in no text.
  if (grants.length === 0 || form === 'set' || form === 'malformed') return [];
  const alone = grants.find((grant) => places.every((place) => covers(grant, place)));
  if (alone) return [alone];
  const found = places.map((place) => grants.find((grant) => covers(grant, place)));
  return found.includes(undefined) ? [] : [...new Set(found.flatMap((grant) => grant ?? []))];
}

/** The action of the statement that stands for the whole of `asked`, or else for some of it. */
const actionFor = ({ actions }: EffectiveStatement, grant: Grant, asked: ActionPattern): PolicyAction | undefined =>
  actions.find((action) => speaksOf({ ...grant, named: only(action) }, asked, strict)) ?? actions[0];

const only = (action: PolicyAction): Grant['named'] => ({
  exact: new Set(action.exact ? [`${action.service}:${action.name}`] : []),
  folded: new Set(),
  patterns: action.exact ? [] : [action],
});
