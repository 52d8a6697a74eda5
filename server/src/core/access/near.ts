/** The statements that nearly allow a request, and the part of each that fails. */
import type { Policy } from '../policy/model.js';
import { segmentNames } from '../policy/resource.js';
import { differing, type Candidate, type Request } from './candidates.js';
import { isMet } from './condition-test.js';
import { effectiveStatements } from './effective.js';
import type { AccessQuestion, Caller, Miss, Source } from './question.js';
import type { Reading } from './reading.js';
import { meetsAction, type World } from './request.js';

/** What fails last is nearest: the action, then the resource by the number of its segments, then the condition. */
interface Ranked {
  readonly miss: Miss;
  readonly rank: number;
}

/**
 * The nearest of the statements that would allow, in the order of the question; none where none speaks of the action's service. `lacking`: of the side that
 * does not allow, where one of the two does.
 */
export function nearest(
  question: AccessQuestion,
  candidates: readonly Candidate[],
  request: Request,
  world: World,
  reading: Reading,
  lacking: 'policies' | 'boundary' | 'both' = 'both',
): readonly Miss[] {
  const isLacking = ({ policy }: Source): boolean =>
    lacking === 'both' || (policy === 'boundary') === (lacking === 'boundary');
  const ranked = candidates
    .filter(({ effective, source }) => effective.effect === 'allow' && !effective.unclear && isLacking(source))
    .map((candidate) => missOf(candidate, request, world, reading, question.caller))
    .filter((miss) => miss !== undefined);
  const best = ranked.reduce((least, { rank }) => Math.min(least, rank), Infinity);
  return ranked.length > 0
    ? ranked.filter(({ rank }) => rank === best).map(({ miss }) => miss)
    : ofTheService(question, request, reading).filter(({ source }) => isLacking(source));
}

/** The statements that allow other actions of the service. One that allows this action is none: there it is the other side that fails. */
function ofTheService({ policies, boundary }: AccessQuestion, { action }: Request, reading: Reading): readonly Miss[] {
  const inPolicy = (policy: Policy, place: Source['policy']): readonly Miss[] =>
    effectiveStatements(policy)
      .filter(
        ({ effect, actions }) =>
          effect === 'allow' &&
          actions.some(({ service }) => service === action.service) &&
          !actions.some((pattern) => meetsAction(pattern, action, reading)),
      )
      .map(({ statement }) => ({
        source: { policy: place, statement: statement.index, span: statement.node },
        part: { kind: 'action' },
      }));
  return [...policies.flatMap(inPolicy), ...(boundary ? inPolicy(boundary, 'boundary') : [])];
}

function missOf(
  candidate: Candidate,
  request: Request,
  world: World,
  reading: Reading,
  caller: Caller | undefined,
): Ranked | undefined {
  const { source, effective, tests } = candidate;
  if (!effective.actions.some((pattern) => meetsAction(pattern, request.action, reading)))
    return { miss: { source, part: { kind: 'action' } }, rank: segmentNames.length + 1 };
  for (let resource = 0; resource < request.resources.length; resource++) {
    const segments = differing(candidate, request, resource, world, reading, caller);
    if (segments.length === 0) continue;
    const isStar = request.resources[resource]?.form === 'all';
    const part = isStar ? ({ kind: 'star' } as const) : ({ kind: 'resource', segments } as const);
    return { miss: { source, part }, rank: segments.length };
  }
  const failed = tests.find((test) => !isMet(test, world, reading));
  if (failed)
    return { miss: { source, part: { kind: 'condition', operator: failed.operatorText, key: failed.key } }, rank: 0 };
  return effective.principals.kind === 'named' ? { miss: { source, part: { kind: 'principal' } }, rank: 0 } : undefined;
}
