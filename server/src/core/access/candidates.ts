/** The statements that a question may hang on, with what they test. */
import type { Language } from '../catalogue/language.js';
import type { ActionPattern } from '../policy/action.js';
import type { Policy } from '../policy/model.js';
import type { ResourcePattern, SegmentName } from '../policy/resource.js';
import type { Spellings } from '../policy/resource-pattern.js';
import { isMet, testsOf, type Test } from './condition-test.js';
import { effectiveStatements, type EffectiveStatement } from './effective.js';
import type { AccessQuestion, Caller, Source } from './question.js';
import type { Reading } from './reading.js';
import { meetsAction, segmentsThatDiffer, type World } from './request.js';

export interface Request {
  readonly action: ActionPattern;
  readonly resources: readonly ResourcePattern[];
  readonly spellings: Spellings;
}

/** A statement with an action of the requested service, if only in other case. */
export interface Candidate {
  readonly source: Source;
  readonly effective: EffectiveStatement;
  readonly tests: readonly Test[];
  /** Whether the statement applies to the request's resource of that number. */
  applies(request: Request, resource: number, world: World, reading: Reading): boolean;
}

/** The statements of the question's policies and of its boundary that may speak of `action`, in their order. */
export const candidatesOf = (
  { policies, boundary }: AccessQuestion,
  action: ActionPattern,
  language: Language,
): readonly Candidate[] => [
  ...policies.flatMap((policy, index) => candidatesIn(policy, index, action, language)),
  ...(boundary ? candidatesIn(boundary, 'boundary', action, language) : []),
];

function candidatesIn(
  policy: Policy,
  place: Source['policy'],
  action: ActionPattern,
  language: Language,
): readonly Candidate[] {
  return effectiveStatements(policy)
    .filter(({ actions }) => actions.some((pattern) => speaksOf(pattern, action)))
    .map((effective) => candidate(effective, place, policy.tree.text, language));
}

/** Whether the pattern may stand for the action in some reading. */
const speaksOf = (pattern: ActionPattern, action: ActionPattern): boolean =>
  meetsAction(pattern, action, { holds: () => true });

function candidate(
  effective: EffectiveStatement,
  place: Source['policy'],
  text: string,
  language: Language,
): Candidate {
  const { statement } = effective;
  const tests = testsOf(statement, text, language);
  // A condition in which nothing can be read is still a condition.
  const unread = effective.conditional && tests.length === 0;
  const found: Candidate = {
    source: { policy: place, statement: statement.index, span: statement.node },
    effective,
    tests,
    applies: (request, resource, world, reading) =>
      effective.actions.some((pattern) => meetsAction(pattern, request.action, reading)) &&
      differing(found, request, resource, world, reading).length === 0 &&
      speaksToCaller(effective, reading) &&
      tests.every((test) => isMet(test, world, reading)) &&
      (!unread || reading.holds({ opaque: 'condition' })),
  };
  return found;
}

/** Whether the statement applies to a resource of the request for some caller, in some context and in some reading. */
export function mayApply({ effective }: Candidate, { resources, spellings }: Request, caller: Caller = {}): boolean {
  const { uin = '', owner = '', appId = '' } = caller;
  const known = [uin, owner, appId].every((text) => text !== '');
  const world: World = { caller: { uin, owner, appId }, context: new Map(), forced: new Map() };
  const mayMeet = (pattern: ResourcePattern, asked: ResourcePattern): boolean =>
    segmentsThatDiffer(pattern, asked, world, { holds: () => true }, spellings).every(
      (name) => !known && asked.form === 'six' && (name === 'account' || name === 'path'),
    );
  return effective.resources.some((pattern) => resources.some((asked) => mayMeet(pattern, asked)));
}

/** The segments of the nearest of the statement's resources in which it differs from a requested one; none: it stands for it. */
export function differing(
  { effective }: Candidate,
  { resources, spellings }: Request,
  resource: number,
  world: World,
  reading: Reading,
): readonly SegmentName[] {
  const asked = resources[resource];
  let best: readonly SegmentName[] | undefined;
  if (!asked) return [];
  for (const pattern of effective.resources) {
    const differs = segmentsThatDiffer(pattern, asked, world, reading, spellings);
    if (differs.length === 0) return differs;
    if (!best || differs.length < best.length) best = differs;
  }
  return best ?? ['path'];
}

/** Policies of resources name whom they speak of; whether that is the caller is not looked at. */
const speaksToCaller = ({ principals }: EffectiveStatement, reading: Reading): boolean =>
  principals.kind !== 'named' || reading.holds({ opaque: 'principal' });
