/**
 * What the policy makes of one action or one resource of an allow statement, where that is not plain. Only the statements that speak of it are looked at:
 * a person waits for the answer, and the whole policy may be long.
 */
import type { Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { hasWildcard } from '../../policy/action.js';
import { matchesAction } from '../../policy/action-pattern.js';
import type { Policy, PolicyAction, PolicyResource, Statement } from '../../policy/model.js';
import { coversResource, overlapsResource, type Spellings } from '../../policy/resource-pattern.js';
import type { Exception, Scope } from './explanation.js';
import { serviceOf } from './reached.js';
import { exceptionsTo, grantsOf, isPlainlyAllowed, isReached, speakingOf } from './speaking-of.js';

/** A deny that takes away from what is looked at. */
export interface Denial {
  readonly by: Exception;
  /** The names that are denied, sorted; undefined: whatever is looked at, or as the deny has them. */
  readonly names: readonly string[] | undefined;
  /** The service whose actions are denied, where what is looked at is not of this one only. */
  readonly of: string | undefined;
}

export interface Standing {
  /** Its condition is what the answer hangs on; undefined: on none. */
  readonly condition: Scope | undefined;
  /** Another statement allows some of it, too. */
  readonly also: boolean;
  readonly denied: readonly Denial[];
  /** Actions that are asked with `*`, which no statement that allows them names. */
  readonly unreached: readonly string[];
}

/** Of an action of an allow statement; undefined where the statement allows nothing that is known of it. */
export function actionStanding(
  policy: Policy,
  statement: Statement,
  action: PolicyAction,
  facts: Facts,
): Standing | undefined {
  const service = serviceOf(action);
  const [grant] = grantsOf(statement, policy, facts, (one) => one === service);
  if (!grant) return undefined;
  const others = speakingOf([action], 'allow', policy).filter((one) => one.statement !== statement);
  const isExact = !hasWildcard(action.name);
  const names = grant.unreached.filter((name) => matchesAction(action, action.service, name));
  const isPlain = isConditional(grant.scope) && isPlainlyAllowed(action, grant, others, policy, facts);
  return {
    condition: isConditional(grant.scope) && !isPlain ? grant.scope : undefined,
    also: others.length > 0,
    denied: exceptionsTo([grant], [action], grant.scope.resources, policy, facts).flatMap((by) =>
      denialOf(by, action, service, isExact),
    ),
    unreached: names.length > 0 && isReached(action, others, policy, facts) ? [] : names,
  };
}

/** Of a resource of an allow statement. */
export function resourceStanding(
  policy: Policy,
  statement: Statement,
  resource: PolicyResource,
  facts: Facts,
): Standing | undefined {
  const spellings = spellingsOf(facts);
  const grants = grantsOf(statement, policy, facts);
  const [first] = grants;
  if (!first) return undefined;
  const denied = exceptionsTo(grants, statement.actions?.items ?? [], [resource], policy, facts)
    .filter(
      ({ resources }) => resources.length === 0 || resources.some((one) => overlapsResource(one, resource, spellings)),
    )
    .map((by) => ({
      by: onlyAt(by, resource, spellings),
      names: undefined,
      of: grants.every(({ scope }) => scope.service === by.service) ? undefined : by.service,
    }));
  // Which of its actions other statements allow here is told at the actions.
  return { condition: isConditional(first.scope) ? first.scope : undefined, also: true, denied, unreached: [] };
}

/** The deny with those of its resources that meet this one; with none where one holds all of it. */
const onlyAt = (by: Exception, resource: PolicyResource, spellings: Spellings): Exception => ({
  ...by,
  resources: by.resources.some((one) => coversResource(one, resource, spellings))
    ? []
    : by.resources.filter((one) => overlapsResource(one, resource, spellings)),
});

const isConditional = ({ tests, unreadCondition }: Scope): boolean => tests.length > 0 || unreadCondition;

function denialOf(by: Exception, action: PolicyAction, service: string, isExact: boolean): readonly Denial[] {
  const { all, classes, unknown } = by.reached;
  const of = by.service === service ? undefined : by.service;
  if (all) return [{ by, names: undefined, of }];
  const names = [...classes.flatMap((one) => one.names), ...unknown].filter((name) =>
    matchesAction(action, of ?? action.service, name),
  );
  if (names.length === 0) return [];
  return [{ by, names: isExact ? undefined : names.sort(), of }];
}
