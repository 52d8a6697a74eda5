/** The statements that a question may hang on, with what they test. */
import type { Language } from '../catalogue/language.js';
import type { ActionPattern } from '../policy/action.js';
import type { Policy } from '../policy/model.js';
import type { ResourcePattern, SegmentName } from '../policy/resource.js';
import type { Spellings } from '../policy/resource-pattern.js';
import { isMet, type Test } from './condition-test.js';
import { conditionsOf, principalKey, principalTest } from './statement-tests.js';
import type { AccessQuestion, Caller, Source } from './question.js';
import { bindingOf, meetsResource, segmentsThatDiffer, type Binding, type BoundResource } from './binding.js';
import { meetsPath } from './paths.js';
import { ownAccount } from './segments.js';
import { lenient, type Reading } from './reading.js';
import { meetsAction, type World } from './request.js';
import type { Speaking } from './said.js';
import { speakingIn } from './speaking.js';

export interface Request {
  readonly action: ActionPattern;
  /** The action by the other names of its service. */
  readonly byOtherNames: readonly ActionPattern[];
  readonly resources: readonly ResourcePattern[];
  readonly spellings: Spellings;
}

/** A statement with an action of the requested service, if only in other case. */
export interface Candidate {
  readonly source: Source;
  readonly effective: Speaking;
  readonly tests: readonly Test[];
  /** Whether the statement applies to the request's resource of that number. */
  applies(request: Request, resource: number, world: World, reading: Reading): boolean;
}

/** The statements of the question's policies and of its boundary that may speak of the action, in their order. */
export const candidatesOf = (
  { policies, boundary }: AccessQuestion,
  request: Request,
  language: Language,
): readonly Candidate[] => [
  ...policies.flatMap((policy, index) => candidatesIn(policy, index, request, language)),
  ...(boundary ? candidatesIn(boundary, 'boundary', request, language) : []),
];

function candidatesIn(
  policy: Policy,
  place: Source['policy'],
  { action, byOtherNames }: Request,
  language: Language,
): readonly Candidate[] {
  const own = speakingIn(policy, action);
  const others = byOtherNames.flatMap((other) => speakingIn(policy, other)).filter((one) => !own.includes(one));
  const all =
    others.length === 0 ? own : [...own, ...new Set(others)].sort((a, b) => a.statement.index - b.statement.index);
  return all.map((effective) => candidate(effective, place, policy.tree.text, language));
}

function candidate(effective: Speaking, place: Source['policy'], text: string, language: Language): Candidate {
  const { statement } = effective;
  const tests = conditionsOf(effective, text, language);
  const who = principalTest(effective, language);
  const found: Candidate = {
    source: { policy: place, statement: statement.index, span: statement.node },
    effective,
    tests,
    applies: (request, resource, world, reading) =>
      speaksOf(effective, request, reading) &&
      meetsOne(effective, request, resource, world.binding, reading) &&
      speaksToCaller(who, world, reading) &&
      tests.every((test) => isMet(test, world, reading)),
  };
  return found;
}

const speaksOf = ({ actions }: Speaking, { action, byOtherNames }: Request, reading: Reading): boolean =>
  actions.some((pattern) => meetsAction(pattern, action, reading)) ||
  (byOtherNames.some((other) => actions.some((pattern) => meetsAction(pattern, other, reading))) &&
    reading.holds({ flag: 'secondName' }));

/** Whether a statement may apply to a resource of the request for some caller, in some context and in some reading. */
export function createMayApply({ resources, spellings }: Request, caller: Caller = {}): (one: Candidate) => boolean {
  const { uin = '', owner = '', appId = '' } = caller;
  const known = [uin, owner, appId].every((text) => text !== '');
  const binding = bindingOf({ uin, owner, appId }, spellings);
  const asked = resources.map(binding.asked);
  return ({ effective }) =>
    effective.resources.some((resource) => {
      const pattern = binding.pattern(resource);
      const isFixed = known || !resource.text.includes('${');
      return asked.some((one) => mayMeet(pattern, one, binding, known, isFixed));
    });
}

/** `known`: whose the account is; `isFixed`: the path is the same for all callers. */
function mayMeet(pattern: BoundResource, asked: BoundResource, binding: Binding, known: boolean, isFixed: boolean) {
  const isMet = (path: string): boolean => meetsPath(path, asked.path, lenient);
  if (!pattern.all && !asked.all && isFixed && !isMet(pattern.path) && !isMet(pattern.inCos ?? pattern.path))
    return false;
  return segmentsThatDiffer(pattern, asked, binding, lenient).every(
    (name) => !known && !asked.all && (name === 'account' || name === 'path'),
  );
}

function meetsOne(
  { resources }: Speaking,
  request: Request,
  resource: number,
  binding: Binding,
  reading: Reading,
): boolean {
  const asked = request.resources[resource];
  return (
    asked !== undefined &&
    resources.some((pattern) => meetsResource(binding.pattern(pattern), binding.asked(asked), binding, reading))
  );
}

/**
 * The segments of the nearest of the statement's resources in which it differs from a requested one; none: it stands for it. The account is none of several where it
 * may be the own one, as far as `caller` says.
 */
export function differing(
  { effective }: Candidate,
  { resources }: Request,
  resource: number,
  { binding }: World,
  reading: Reading,
  { owner, appId }: Caller = {},
): readonly SegmentName[] {
  const asked = resources[resource];
  let best: readonly SegmentName[] | undefined;
  if (!asked) return [];
  for (const pattern of effective.resources) {
    const [own, other] = [binding.pattern(pattern), binding.asked(asked)];
    const all = segmentsThatDiffer(own, other, binding, reading);
    if (all.length === 0) return all;
    const mayBeOwn = (owner === undefined || appId === undefined) && [own.account, other.account].includes(ownAccount);
    const differs = mayBeOwn && all.length > 1 ? all.filter((name) => name !== 'account') : all;
    if (!best || differs.length < best.length) best = differs;
  }
  return best ?? ['path'];
}

/** Policies of resources name whom they speak of; whether that is the caller is known only where the context says it. */
const speaksToCaller = (who: Test | undefined, world: World, reading: Reading): boolean =>
  !who || (world.context.has(principalKey) ? isMet(who, world, reading) : reading.holds({ opaque: 'principal' }));
