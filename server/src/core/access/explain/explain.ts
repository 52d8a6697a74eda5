/** Puts together what a policy allows. Facts only: whether that is wise is the linter's to say. */
import { groupBy } from '../../group-by.js';
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { memoByObject } from '../../memo.js';
import type { Policy, PolicyAction, Statement } from '../../policy/model.js';
import { testsOf } from '../condition-test.js';
import { trustStatements, type EffectiveStatement } from '../effective.js';
import type { Cover } from '../surely.js';
import { takenIn } from '../taken.js';
import { unclearIn } from '../unclear.js';
import { createCut, indexDenies, isTakenAway, type Cut } from './exceptions.js';
import type { Explanation, Grant, Reached, ServiceAccess, Trust } from './explanation.js';
import { idleIn, isEmpty, isGone, withSpare, type Judged } from './idle.js';
import { isOtherwiseWritten } from './loose-names.js';
import { reachedBy } from './reached.js';
import { saidIn, type Said } from './scopes.js';

/** More pairs of an allow and a deny are not compared. A policy that CAM takes has not that many. */
const maxPairs = 10_000;

/** What the policy allows, whatever the account. Remembered with the policy. Never throws. */
export const explain = (policy: Policy, facts: Facts): Explanation => explanations(facts)(policy);

const explanations = perFacts((facts) => memoByObject((policy: Policy) => made(policy, facts)));

function made(policy: Policy, facts: Facts): Explanation {
  const said = saidIn(policy, facts);
  const allows = said.filter(({ effective: { effect } }) => effect === 'allow');
  const denies = said.filter(({ effective: { effect } }) => effect === 'deny');
  const index = indexDenies(denies, facts);
  const cut = createCut(facts);
  const together = new Map(takenIn(policy, facts).map(({ action, by }) => [action, by]));
  let left = maxPairs;
  const grants = allows.map((allow) => {
    const own = index.of(allow.scope.service).slice(0, left);
    left -= own.length;
    const moreDenies = own.length < index.of(allow.scope.service).length;
    return grantOf(allow, { denies: own, moreDenies, together }, cut, facts);
  });
  const cutting = new Set(grants.flatMap(({ cut }) => cut));
  const trust = trustStatements(policy).map((one) => trustOf(one, policy, facts));
  return {
    services: grouped(grants.filter((one) => !isGone(one)).map(({ grant }) => grant)),
    gone: grants.filter(isGone).map(({ grant }) => grant),
    denials: denies.filter((deny) => !cutting.has(deny) && !isEmpty(deny.scope.reached)).map(({ scope }) => scope),
    trust,
    unclear: unclearIn(policy),
    idle: withSpare(idleIn(policy, grants, denies, trust), policy, facts),
  };
}

function trustOf(trusting: EffectiveStatement, policy: Policy, { language }: Facts): Trust {
  const { statement, effect, principals, conditional } = trusting;
  const tests = conditional ? testsOf(statement, policy.tree.text, language) : [];
  const actions = [...new Set(trusting.actions.map(({ name }) => name))];
  return { statement, effect, actions, tests, unreadCondition: conditional && tests.length === 0, principals };
}

/** What may take away from an allow. */
interface Takers {
  readonly denies: readonly Said[];
  readonly moreDenies: boolean;
  /** The actions that denies take away altogether, with these. */
  readonly together: ReadonlyMap<PolicyAction, readonly Cover[]>;
}

function grantOf(allow: Said, { denies, moreDenies, together }: Takers, cut: Cut, facts: Facts): Judged {
  const found = denies.flatMap((deny) => cut(allow, deny).map((exception) => ({ deny, exception })));
  const whole = found.filter(({ exception }) => exception.wholly).map(({ deny }) => deny);
  const except = found.map(({ exception }) => exception);
  const taken = allow.actions.filter((action) => together.has(action));
  // What is written otherwise than in the catalogue takes no known name away from others.
  const known = taken.filter((action) => !isOtherwiseWritten(action, facts));
  const unreached = new Set(allow.unreached);
  const isTaken = isTakenAway(allow, whole);
  // Equal ones are one object.
  const gone = new Set(except.filter(({ wholly }) => wholly).map((exception) => exception.reached));
  const reached = without(allow.scope.reached, known.length > 0 ? [...gone, reachedBy(known, facts)] : [...gone]);
  return {
    grant: { ...allow.scope, reached, except, moreDenies, unreached: allow.unreached },
    cut: found.map(({ deny }) => deny),
    taken: isTaken ? whole.map(({ effective }) => effective.statement) : takersOf(allow, together),
    whole: [
      ...whole.map(({ effective }) => effective.statement),
      ...statementsOf(
        taken.filter(({ name }) => !unreached.has(name)),
        together,
      ),
    ],
    isDenied: isTaken || (taken.length === allow.actions.length && unreached.size === 0),
    isUnreached: isEmpty(allow.scope.reached) && allow.unreached.length > 0,
  };
}

/** The statements that take all of the grant away together; undefined: something is left. */
const takersOf = ({ actions }: Said, together: Takers['together']): readonly Statement[] | undefined =>
  actions.every((action) => together.has(action)) ? statementsOf(actions, together) : undefined;

const statementsOf = (actions: readonly PolicyAction[], together: Takers['together']): readonly Statement[] =>
  actions.flatMap((action) => (together.get(action) ?? []).map((one) => one.statement.statement));

/** The actions without those that are taken away wherever they are given. */
function without(reached: Reached, taken: readonly Reached[]): Reached {
  const gone = new Set(taken.flatMap(({ classes, unknown }) => [...classes.flatMap(({ names }) => names), ...unknown]));
  if (gone.size === 0) return reached;
  const classes = reached.classes.map(({ access, names }) => ({
    access,
    names: names.filter((name) => !gone.has(name)),
  }));
  return {
    ...reached,
    classes: classes.filter(({ names }) => names.length > 0),
    unknown: reached.unknown.filter((name) => !gone.has(name)),
  };
}

const grouped = (grants: readonly Grant[]): readonly ServiceAccess[] =>
  [...groupBy(grants, ({ service }) => service)].map(([service, of]) => ({ service, grants: of }));
