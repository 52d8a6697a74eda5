/** Puts together what a policy allows. Facts only: whether that is wise is the linter's to say. */
import { groupBy } from '../../group-by.js';
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { memoByObject } from '../../memo.js';
import type { Policy, PolicyAction, Statement } from '../../policy/model.js';
import { isTrust } from '../../policy/statement-kind.js';
import { effectiveStatements } from '../effective.js';
import { spareIn } from '../spare.js';
import type { Cover } from '../surely.js';
import { takenIn } from '../taken.js';
import { createCut, indexDenies, isTakenAway, type Cut } from './exceptions.js';
import type { Explanation, Grant, Idle, Reached, ServiceAccess } from './explanation.js';
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
  const index = indexDenies(denies);
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
  const trust = policy.statements.filter((statement) => isTrust(statement, policy) && !statement.resources);
  return {
    services: grouped(grants.filter((one) => !isGone(one)).map(({ grant }) => grant)),
    gone: grants.filter(isGone).map(({ grant }) => grant),
    denials: denies.filter((deny) => !cutting.has(deny) && !isEmpty(deny.scope.reached)).map(({ scope }) => scope),
    trust,
    idle: withSpare(idleIn(policy, grants, denies, trust), policy, facts),
  };
}

/** What an allow statement comes to. */
interface Judged {
  readonly grant: Grant;
  /** The denies that take something away. */
  readonly cut: readonly Said[];
  /** The statements that take all away together; undefined: something is left. */
  readonly taken: readonly Statement[] | undefined;
}

/** What may take away from an allow. */
interface Takers {
  readonly denies: readonly Said[];
  readonly moreDenies: boolean;
  /** The actions that denies take away altogether, with these. */
  readonly together: ReadonlyMap<PolicyAction, readonly Cover[]>;
}

function grantOf(allow: Said, { denies, moreDenies, together }: Takers, cut: Cut, facts: Facts): Judged {
  const found = denies.flatMap((deny) => {
    const exception = cut(allow, deny);
    return exception ? [{ deny, exception }] : [];
  });
  const whole = found.filter(({ exception }) => exception.wholly).map(({ deny }) => deny);
  const except = found.map(({ exception }) => exception);
  const taken = allow.actions.filter((action) => together.has(action));
  // Equal ones are one object.
  const gone = new Set(except.filter(({ wholly }) => wholly).map((exception) => exception.reached));
  const reached = without(allow.scope.reached, taken.length > 0 ? [...gone, reachedBy(taken, facts)] : [...gone]);
  return {
    grant: { ...allow.scope, reached, except, moreDenies, unreached: allow.unreached },
    cut: found.map(({ deny }) => deny),
    taken: takersOf(allow, whole, together),
  };
}

/** The statements that take all of the grant away; undefined: something is left. */
function takersOf(allow: Said, whole: readonly Said[], together: Takers['together']): readonly Statement[] | undefined {
  if (isTakenAway(allow, whole)) return whole.map(({ effective }) => effective.statement);
  const by = allow.actions.map((action) => together.get(action));
  return by.includes(undefined) ? undefined : by.flatMap((some = []) => some.map((one) => one.statement.statement));
}

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

const isGone = ({ grant, taken }: Judged): boolean => taken !== undefined || isEmpty(grant.reached);

const isEmpty = ({ classes, unknown, open, all, patterns }: Reached): boolean =>
  classes.length + unknown.length === 0 && !open && !all && patterns.every((pattern) => !pattern.startsWith('permid/'));

const grouped = (grants: readonly Grant[]): readonly ServiceAccess[] =>
  [...groupBy(grants, ({ service }) => service)].map(([service, of]) => ({ service, grants: of }));

/** And those that change nothing as others say the same. */
function withSpare(idle: readonly Idle[], policy: Policy, facts: Facts): readonly Idle[] {
  const spare = spareIn(policy, facts, new Set(idle.map(({ statement }) => statement)));
  const more = spare.map(({ statement, by }): Idle => ({ statement, why: { kind: 'same', by } }));
  return [...idle, ...more].sort((a, b) => a.statement.index - b.statement.index);
}

/** The statements that change nothing by themselves or as they are denied, in the order of the text. */
function idleIn(
  policy: Policy,
  grants: readonly Judged[],
  denies: readonly Said[],
  trust: readonly Statement[],
): readonly Idle[] {
  const effective = new Set(effectiveStatements(policy).map(({ statement }) => statement));
  const allowed = groupBy(grants, ({ grant }) => grant.statement);
  const denied = groupBy(denies, ({ scope }) => scope.statement);
  const trusted = new Set(trust);
  return policy.statements.flatMap((statement): readonly Idle[] => {
    if (trusted.has(statement)) return [];
    if (!effective.has(statement)) return [{ statement, why: { kind: 'incomplete' } }];
    const own = allowed.get(statement);
    const why = own ? whyIdle(own) : denyIsIdle(denied.get(statement) ?? []);
    return why ? [{ statement, why }] : [];
  });
}

function whyIdle(parts: readonly Judged[]): Idle['why'] | undefined {
  if (parts.every(({ taken }) => taken)) {
    const by = parts.flatMap(({ taken = [] }) => taken);
    return { kind: 'denied', by: [...new Set(by)].sort((a, b) => a.index - b.index) };
  }
  return parts.every(({ grant }) => isEmpty(grant.reached) && grant.unreached.length > 0)
    ? { kind: 'unreached' }
    : undefined;
}

const denyIsIdle = (parts: readonly Said[]): Idle['why'] | undefined =>
  parts.every(({ scope, unreached }) => isEmpty(scope.reached) && unreached.length > 0)
    ? { kind: 'unreached' }
    : undefined;
