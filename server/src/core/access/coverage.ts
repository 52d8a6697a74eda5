/**
 * What the unconditional statements of one effect surely cover. One walk over them makes an index; a question then compares few of them.
 * Deny outweighs allow, and what no statement speaks of is denied. Source: CAM evaluation logic page, 598/10605.
 */
import { memoByObject } from '../memo.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { coversAction, overlapsAction } from '../policy/action-pattern.js';
import type { Effect } from '../policy/elements.js';
import type { Policy, PolicyAction } from '../policy/model.js';
import type { ResourcePattern } from '../policy/resource.js';
import { coversResource, overlapsResource } from '../policy/resource-pattern.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import { attached, includesPrincipals, keyOfPrincipals, type Principals } from './principals.js';

/** Actions and resources that a question compares at most; a policy that CAM takes has not that many. */
const maxCompared = 60;

/** A statement and the one of its actions that covers what was asked. */
export interface Cover {
  readonly action: PolicyAction;
  readonly by: EffectiveStatement;
}

export interface Coverage {
  /** Whether any statement has the effect and no condition. */
  readonly any: boolean;
  /**
   * A statement that surely covers `action` on all of `resources` for `principals` (those whom the policy is attached to, where nothing is said);
   * undefined where there is none, or only several together.
   */
  covering(action: ActionPattern, resources: readonly ResourcePattern[], principals?: Principals): Cover | undefined;
}

/** What `policy` denies whatever the request. */
export const denialsOf = memoByObject((policy: Policy): Coverage =>
  createCoverage(effectiveStatements(policy), 'deny'),
);

/** What the allow statements of `policy` say whatever the request. A deny may take it away again. */
export const allowancesOf = memoByObject((policy: Policy): Coverage =>
  createCoverage(effectiveStatements(policy), 'allow'),
);

/** Whether a deny of `policy`, under a condition or not, may speak of `action` on one of `resources`; false is sure. */
export function mayDeny(policy: Policy, action: ActionPattern, resources: readonly ResourcePattern[]): boolean {
  return effectiveStatements(policy).some(
    (statement) =>
      statement.effect === 'deny' &&
      statement.actions.some((denied) => overlapsAction(denied, action)) &&
      statement.resources.some((denied) => resources.some((resource) => overlapsResource(denied, resource))),
  );
}

/** Statements that say the same action or pattern, those on every resource apart. */
interface Covers {
  readonly everywhere: Cover[];
  readonly somewhere: Cover[];
}

/** Those of one service: of single actions by their name, and of patterns. */
interface ServiceCovers {
  readonly exact: Map<string, Covers>;
  readonly patterns: Covers;
}

interface Index {
  readonly services: Map<string, ServiceCovers>;
  /** Those of `*` and of services that are patterns, too. */
  readonly general: Covers;
}

const newCovers = (): Covers => ({ everywhere: [], somewhere: [] });

function createCoverage(statements: readonly EffectiveStatement[], effect: Effect): Coverage {
  const index: Index = { services: new Map(), general: newCovers() };
  const seen = new Set<string>();
  for (const by of statements) if (by.effect === effect && !by.conditional) addStatement(index, by, seen);
  const any = seen.size > 0;
  return {
    any,
    covering(action, resources, principals = attached) {
      if (!any) return undefined;
      const own = action.form === 'action' ? index.services.get(action.service) : undefined;
      return (
        coveringIn(own?.exact.get(action.name), action, resources, principals) ??
        coveringIn(own?.patterns, action, resources, principals) ??
        coveringIn(index.general, action, resources, principals)
      );
    },
  };
}

/** Adds the actions of a statement; `seen` holds what was added, so that the same said twice is compared once. */
function addStatement(index: Index, by: EffectiveStatement, seen: Set<string>): void {
  const all = by.resources.some(({ form }) => form === 'all');
  const where = all ? '*' : by.resources.map(({ text }) => text).join(' ');
  const who = keyOfPrincipals(by.principals);
  for (const action of by.actions) {
    const said = `${action.service}:${action.name} ${who} ${where}`;
    if (seen.has(said)) continue;
    seen.add(said);
    const covers = coversFor(index, action);
    const part = all ? covers.everywhere : covers.somewhere;
    if (part.length < maxCompared) part.push({ action, by });
  }
}

/** Where statements with this action are kept. */
function coversFor({ services, general }: Index, { form, service, name }: ActionPattern): Covers {
  if (form !== 'action' || hasWildcard(service)) return general;
  const own = services.get(service) ?? { exact: new Map<string, Covers>(), patterns: newCovers() };
  services.set(service, own);
  if (hasWildcard(name)) return own.patterns;
  const covers = own.exact.get(name) ?? newCovers();
  own.exact.set(name, covers);
  return covers;
}

/** The first one that surely covers the action on all the resources. */
function coveringIn(
  covers: Covers | undefined,
  action: ActionPattern,
  resources: readonly ResourcePattern[],
  principals: Principals,
): Cover | undefined {
  if (!covers) return undefined;
  const speaksOf = (cover: Cover): boolean =>
    coversAction(cover.action, action) && includesPrincipals(cover.by.principals, principals);
  const found = covers.everywhere.find(speaksOf);
  // Only what is on every resource covers that.
  if (found || covers.somewhere.length === 0 || resources.some(({ form }) => form === 'all')) return found;
  return covers.somewhere.find((cover) => speaksOf(cover) && coversResources(cover.by.resources, resources));
}

/** Whether each of `inner` is surely covered by one of `outer`. */
function coversResources(outer: readonly ResourcePattern[], inner: readonly ResourcePattern[]): boolean {
  if (outer.length > maxCompared || inner.length > maxCompared) return false;
  return inner.every((resource) => outer.some((other) => coversResource(other, resource)));
}
