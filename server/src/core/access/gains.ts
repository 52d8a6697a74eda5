/**
 * What one side allows and another does not, for one caller and in one reading. The heart of it: the text of a pattern in which each `*` is a sign that
 * no policy holds is meant by no more patterns than any other text of it. So of each set of requests one is looked at, and none is missed.
 */
import type { ActionPattern } from '../policy/action.js';
import type { Binding, BoundResource } from './binding.js';
import { isMet } from './condition-test.js';
import type { Budget } from './glob.js';
import { reaches, speaksOf, type Grant, type Grants, type Side } from './grants.js';
import { isKept, isKeptBy, keepersOf, placeOf, type Unkept } from './kept.js';
import { liftedDenies, mayBeLifted, type Lifted } from './lifted.js';
import type { Reading } from './reading.js';
import { common, pointOf, regionsOf, type Point, type Region } from './regions.js';
import type { Filling } from './key-groups.js';
import type { Solution, Solver } from './solve.js';

/** Requests that are new. */
export interface Gain {
  readonly grant: Grant;
  /** As the statement writes them. */
  readonly action: ActionPattern;
  readonly resource: string;
  readonly region: Region;
  readonly point: Point;
  /** The statements that together allow it: the grant, and one of the boundary. */
  readonly needs: readonly Grant[];
  /** What has no such allow on the side before; undefined where that side denies it. */
  readonly missing: 'allows' | 'limits' | undefined;
  readonly deniedBy: Grant | undefined;
  readonly context: Filling;
}

export interface Search {
  readonly before: Side;
  readonly after: Side;
  readonly binding: Binding;
  readonly reading: Reading;
  readonly solve: Solver;
  /** What need not be looked at, as it is kept for every caller, is not in it. */
  readonly unkept: Unkept;
  readonly budget: Budget;
  /** The actions to look at that a pattern stands for: the pattern itself, or all that are known. */
  readonly actionsIn: (action: ActionPattern) => Iterable<ActionPattern>;
  /** Whether the action, which is no pattern, is asked with the lone `*` only. */
  readonly isOperation: (service: string, name: string) => boolean;
  /** So many gains are enough. */
  readonly limit: number;
}

export interface Gains {
  readonly found: readonly Gain[];
  /** Limits that were reached: where nothing was found, there may be something. */
  readonly caps: ReadonlySet<'search' | 'globs'>;
}

interface State extends Search {
  readonly found: Gain[];
  readonly caps: Set<'search' | 'globs'>;
  /** The denies of the side before that the side after has not kept, as regions. */
  readonly lifted: readonly Lifted[];
}

/** An allow of the side after, with all statements that must apply. */
interface Claim {
  readonly needs: readonly Grant[];
  readonly region: Region;
  /** Whether some allow before surely has the same; the same of the boundary. */
  readonly allowed: boolean;
  readonly limited: boolean;
}

/** The gains, one at most for each pair of an action and a resource. */
export function gainsOf(search: Search): Gains {
  const state: State = { ...search, found: [], caps: new Set(), lifted: liftedDenies(search) };
  const { after, actionsIn } = search;
  for (const [at, grant] of after.allows.all.entries())
    for (const [place, written] of grant.actions.entries()) {
      const open = openResources(state, at, place);
      if (open.length === 0) continue;
      const kept = open.every((resource) => resource.kept);
      for (const action of actionsIn(written)) {
        if (kept && !mayBeLifted(state.lifted, action)) continue;
        const keepers = keepersOf(search.before.allows, action, [grant]);
        for (const { text, bound, kept } of open) {
          if (state.found.length >= search.limit) return state;
          const allowed = kept || isKeptBy(keepers, action, bound, search.binding);
          const gain = firstGain(state, grant, action, bound, allowed);
          if (gain) state.found.push({ ...gain, grant, action: written, resource: text });
        }
      }
    }
  return state;
}

/** The resources on which an action of an allow may be new: those not kept, and where denies are gone, all. */
function openResources({ after, unkept, lifted }: State, at: number, place: number) {
  const all = (after.allows.all[at]?.resources ?? []).map((resource, index) => ({
    ...resource,
    kept: unkept.allows?.has(placeOf(at, place, index)) === false,
  }));
  return lifted.length > 0 ? all : all.filter(({ kept }) => !kept);
}

type Bare = Omit<Gain, 'grant' | 'action' | 'resource'>;

function firstGain(
  state: State,
  grant: Grant,
  action: ActionPattern,
  resource: BoundResource,
  allowed: boolean,
): Bare | undefined {
  for (const claim of claimsOf(state, grant, action, resource, allowed)) {
    if (isNeverAsked(state, claim.region)) continue;
    const gain = gainOf(state, claim);
    if (gain && claim.region.if.every((doubt) => state.reading.holds(doubt))) return gain;
  }
  return undefined;
}

/** An action without resource-level support is asked with the lone `*` only. */
const isNeverAsked = ({ isOperation }: State, { service, name, where }: Region): boolean =>
  !where.all && !service.includes('*') && !name.includes('*') && isOperation(service, name);

/** What the pair claims: where a boundary is set, as far as that allows it. What hangs on a doubt comes last. */
function claimsOf(
  state: State,
  grant: Grant,
  action: ActionPattern,
  resource: BoundResource,
  allowed: boolean,
): readonly Claim[] {
  const { after, before } = state;
  const { sure, doubtful } = regionsOf(action, resource);
  const regions = [...sure, ...doubtful];
  if (!after.limits)
    return regions.map((region) => ({
      needs: [grant],
      region,
      allowed,
      limited: before.limits === undefined || isKept(state.binding, before.limits, action, resource, [grant]),
    }));
  return after.limits.all.flatMap((limit) => claimsWithin(state, grant, regions, allowed, limit));
}

function claimsWithin(
  state: State,
  grant: Grant,
  regions: readonly Region[],
  allowed: boolean,
  limit: Grant,
): readonly Claim[] {
  const { before, binding, budget, caps } = state;
  return limit.actions.flatMap((action) =>
    limit.resources.flatMap(({ bound }) => {
      const bounds = regionsOf(action, bound);
      let limited: boolean | undefined;
      return regions.flatMap((region) =>
        [...bounds.sure, ...bounds.doubtful].flatMap((other) => {
          const both = common(region, other, binding, budget);
          if (!both) caps.add('globs');
          if (!both || both.length === 0) return [];
          limited ??= before.limits === undefined || isKept(state.binding, before.limits, action, bound, [limit]);
          const within = limited;
          return both.map((each) => ({ needs: [grant, limit], region: each, allowed, limited: within }));
        }),
      );
    }),
  );
}

/** A request of the claim that is allowed after, and before was not. */
function gainOf(state: State, claim: Claim): Bare | undefined {
  const { needs, region } = claim;
  const reading = assuming(state.reading, region);
  const point = pointOf(region);
  for (const missing of ['allows', 'limits'] as const) {
    if (missing === 'allows' ? claim.allowed : claim.limited) continue;
    const context = contextAt(state, { needs, missing, deniedBy: undefined }, point, reading);
    if (typeof context !== 'string') return { region, point, needs, missing, deniedBy: undefined, context };
    if (context === 'cap') state.caps.add('search');
  }
  for (const { grant, near } of state.lifted)
    for (const denied of near(region)) {
      const gain = liftedGain(state, claim, grant, denied);
      if (gain) return gain;
    }
  return undefined;
}

function liftedGain(state: State, claim: Claim, deny: Grant, denied: Region): Bare | undefined {
  const both = common(claim.region, denied, state.binding, state.budget);
  if (!both) state.caps.add('globs');
  for (const region of both ?? []) {
    if (isNeverAsked(state, region)) continue;
    const point = pointOf(region);
    const way = { needs: claim.needs, missing: undefined, deniedBy: deny };
    const context = contextAt(state, way, point, assuming(state.reading, region));
    if (context === 'cap') state.caps.add('search');
    // What the claim itself hangs on is asked by whoever made it.
    const more = region.if.slice(claim.region.if.length);
    if (typeof context !== 'string' && more.every((doubt) => state.reading.holds(doubt)))
      return { region, point, ...way, context };
  }
  return undefined;
}

type Way = Pick<Gain, 'needs' | 'missing' | 'deniedBy'>;

/** A context in which the request is gained in that way: all that is needed applies, and neither what is missing nor a deny of the side after. */
export function contextAt(search: Search, way: Way, point: Point, reading: Reading): Solution {
  const { need, avoid } = conditionsAt(search, way, point, reading);
  return avoid ? search.solve(need, avoid) : 'none';
}

/** Whether the request is gained in that way in the given context. */
export function isGained(search: Search, way: Way, point: Point, context: Filling, reading: Reading): boolean {
  const { need, avoid } = conditionsAt(search, way, point, reading);
  const world = { binding: search.binding, context, forced: new Map<object, boolean>() };
  const applies = ({ tests }: Grant): boolean => tests.every((test) => isMet(test, world, reading));
  return avoid !== undefined && need.every(applies) && !avoid.some(applies);
}

/** The statements that must apply, and those that must not; undefined: one of them does whatever the context. */
function conditionsAt(
  search: Search,
  { needs, missing, deniedBy }: Way,
  point: Point,
  reading: Reading,
): { readonly need: readonly Grant[]; readonly avoid: readonly Grant[] | undefined } {
  const lacking = missing && search.before[missing];
  const avoid = lacking ? covering(search, lacking, point, reading) : [];
  const denies = avoid && covering(search, search.after.denies, point, reading);
  return { need: deniedBy ? [...needs, deniedBy] : needs, avoid: denies && [...avoid, ...denies] };
}

/** The statements that stand for the point under some condition; undefined where one does under none. */
function covering({ binding }: Search, grants: Grants, point: Point, reading: Reading): readonly Grant[] | undefined {
  const found: Grant[] = [];
  for (const grant of grants.speakingOf(point)) {
    if (!speaksOf(grant, point, reading) || !reaches(grant, point.where, binding, reading)) continue;
    if (grant.tests.length === 0) return undefined;
    found.push(grant);
  }
  return found;
}

/** The reading in which what the region hangs on holds. */
export function assuming(reading: Reading, { if: doubts }: Region): Reading {
  if (doubts.length === 0) return reading;
  const held = new Set(doubts.map((doubt) => JSON.stringify(doubt)));
  return { holds: (doubt) => held.has(JSON.stringify(doubt)) || reading.holds(doubt) };
}
