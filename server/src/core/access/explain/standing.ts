/** What the policy makes of one action or one resource of an allow statement, where that is not plain. */
import { groupBy } from '../../group-by.js';
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { spellingsOf } from '../../knowledge/spellings.js';
import { hasWildcard } from '../../policy/action.js';
import { coversAction, matchesAction, overlapsAction } from '../../policy/action-pattern.js';
import type { Policy, PolicyAction, PolicyResource, Statement } from '../../policy/model.js';
import { coversResource, overlapsResource, type Spellings } from '../../policy/resource-pattern.js';
import { memoByObject } from '../../memo.js';
import { includesPrincipals } from '../principals.js';
import { explain } from './explain.js';
import type { Exception, Grant } from './explanation.js';

/** A deny that takes away from what is looked at. */
export interface Denial {
  readonly by: Exception;
  /** The names that are denied, sorted; undefined: whatever is looked at, or as the deny has them. */
  readonly names: readonly string[] | undefined;
}

export interface Standing {
  /** Its condition is what the answer hangs on; undefined: on none. */
  readonly condition: Grant | undefined;
  /** Another statement allows some of it, too. */
  readonly also: boolean;
  readonly denied: readonly Denial[];
  /** Actions that are asked with `*`, which no statement that allows them names. */
  readonly unreached: readonly string[];
}

interface Grants {
  readonly all: readonly Grant[];
  readonly of: ReadonlyMap<Statement, readonly Grant[]>;
}

const grantsOf = perFacts((facts) =>
  memoByObject((policy: Policy): Grants => {
    const { services, gone } = explain(policy, facts);
    const all = [...services.flatMap(({ grants }) => grants), ...gone];
    return { all, of: groupBy(all, ({ statement }) => statement) };
  }),
);

/** Of an action of an allow statement; undefined where the statement allows nothing that is known of it. */
export function actionStanding(
  policy: Policy,
  statement: Statement,
  action: PolicyAction,
  facts: Facts,
): Standing | undefined {
  const { all, of } = grantsOf(facts)(policy);
  const grant = of.get(statement)?.find((one) => speaksOf(one, action, facts));
  if (!grant) return undefined;
  const others = all.filter((one) => one.statement !== statement && mentions(one, action));
  const isPlain = others.some((one) => allowsPlainly(one, grant, action, spellingsOf(facts)));
  const isExact = !hasWildcard(action.name);
  return {
    condition: !isPlain && isConditional(grant) ? grant : undefined,
    also: others.length > 0,
    denied: grant.except.flatMap((by) => denialOf(by, action, isExact)),
    unreached: others.some(({ resources }) => resources.length === 0)
      ? []
      : grant.unreached.filter((name) => matchesAction(action, action.service, name)),
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
  const grants = grantsOf(facts)(policy).of.get(statement) ?? [];
  const [first] = grants;
  if (!first) return undefined;
  const denied = grants
    .flatMap(({ except }) => except)
    .filter(
      ({ resources }) => resources.length === 0 || resources.some((one) => overlapsResource(one, resource, spellings)),
    )
    .map((by) => ({ by: onlyAt(by, resource, spellings), names: undefined }));
  // Which of its actions other statements allow here is told at the actions.
  return { condition: isConditional(first) ? first : undefined, also: true, denied, unreached: [] };
}

/** The deny with those of its resources that meet this one; with none where one holds all of it. */
const onlyAt = (by: Exception, resource: PolicyResource, spellings: Spellings): Exception => ({
  ...by,
  resources: by.resources.some((one) => coversResource(one, resource, spellings))
    ? []
    : by.resources.filter((one) => overlapsResource(one, resource, spellings)),
});

const speaksOf = ({ service }: Grant, { form, service: id, text }: PolicyAction, { catalogue }: Facts): boolean =>
  service === (form === 'all' ? '*' : form === 'set' ? text : (catalogue.service(id)?.data.service ?? id));

const isConditional = ({ tests, unreadCondition }: Grant): boolean => tests.length > 0 || unreadCondition;

const mentions = ({ statement }: Grant, action: PolicyAction): boolean =>
  statement.actions?.items.some((one) => overlapsAction(one, action)) ?? false;

/** Whether another grant allows the action wherever this one does, without a condition. */
const allowsPlainly = (other: Grant, grant: Grant, action: PolicyAction, spellings: Spellings): boolean =>
  !isConditional(other) &&
  includesPrincipals(other.principals, grant.principals) &&
  (other.statement.actions?.items.some((one) => coversAction(one, action)) ?? false) &&
  (other.resources.length === 0 ||
    (grant.resources.length > 0 &&
      grant.resources.every((one) => other.resources.some((wide) => coversResource(wide, one, spellings)))));

function denialOf(by: Exception, action: PolicyAction, isExact: boolean): readonly Denial[] {
  const { all, classes, unknown } = by.reached;
  if (all) return [{ by, names: undefined }];
  const names = [...classes.flatMap((one) => one.names), ...unknown].filter((name) =>
    matchesAction(action, action.service, name),
  );
  if (names.length === 0) return [];
  return [{ by, names: isExact ? undefined : names.sort() }];
}
