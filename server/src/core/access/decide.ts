/** The answer to a question in one reading: what happens to each request that fits it. */
import type { Candidate, Request } from './candidates.js';
import { nearest } from './near.js';
import type { AccessQuestion, Decision, Note, Source } from './question.js';
import type { Reading } from './reading.js';
import { isImpossible, type Worlds } from './worlds.js';

/** A question with all that was found out about it. */
export interface Case {
  readonly question: AccessQuestion;
  readonly request: Request;
  /** The statements that speak of the action. */
  readonly speaking: readonly Candidate[];
  /** Those of them that may apply to a resource of the request. */
  readonly candidates: readonly Candidate[];
  readonly worlds: Worlds;
  readonly notes: readonly Note[];
}

type Verdict = 'allowed' | 'denied' | 'none';

interface Outcome {
  readonly verdict: Verdict;
  readonly by: readonly Source[];
  /** Whether it would be allowed but for the denies. */
  readonly granted: boolean;
}

/** What the question comes to in one reading. Never `undecided`. */
export function decide(asked: Case, reading: Reading): Decision {
  const { worlds, notes } = asked;
  const outcomes = Array.from({ length: worlds.size }, (_, index): Outcome | undefined => {
    const world = worlds.at(index);
    return isImpossible(world)
      ? undefined
      : outcomeIn(asked, (candidate, resource) => candidate.applies(asked.request, resource, world, reading));
  });
  const all = outcomes.filter((outcome) => outcome !== undefined);
  const allowed = all.filter(({ verdict }) => verdict === 'allowed');
  const [first] = allowed;
  if (first && allowed.length === all.length) return { is: 'allowed', by: deciding(allowed), notes };
  const [by] = first?.by ?? [];
  if (by) return { is: 'conditional', by, keys: keysOf(outcomes, worlds), notes };
  const denied = all.filter(({ verdict }) => verdict === 'denied');
  const decisive = denied.length === all.length ? denied[0] : denied.find(({ granted }) => granted);
  const [deny] = decisive?.by ?? [];
  if (deny) return { is: 'denied', by: deny, notes };
  return {
    is: 'not-allowed',
    near: nearest(asked.question, asked.speaking, asked.request, worlds.at(0), reading),
    notes,
  };
}

/** The statement that allows in every world, else all that allow in some. */
function deciding(outcomes: readonly Outcome[]): readonly Source[] {
  const everywhere = outcomes[0]?.by.find((source) => outcomes.every(({ by }) => by.includes(source)));
  return everywhere ? [everywhere] : [...new Set(outcomes.flatMap(({ by }) => by))];
}

function outcomeIn(
  { request, candidates, question: { boundary } }: Case,
  applies: (candidate: Candidate, resource: number) => boolean,
): Outcome {
  const by = new Set<Source>();
  let granted = true;
  for (let resource = 0; resource < request.resources.length; resource++) {
    const met = candidates.filter((candidate) => applies(candidate, resource));
    const deny = met.find(({ effective }) => effective.effect === 'deny');
    const allows = met.filter(({ effective }) => effective.effect === 'allow');
    const grants = allows.filter(({ source }) => source.policy !== 'boundary');
    const inBoundary = boundary === undefined || allows.length > grants.length;
    const allowed = grants.length > 0 && inBoundary;
    if (deny) return { verdict: 'denied', by: [deny.source], granted: allowed };
    granted &&= allowed;
    for (const { source } of grants) by.add(source);
  }
  return { verdict: granted ? 'allowed' : 'none', by: [...by], granted };
}

/** What the question leaves open and the answer hangs on: filled in otherwise, and nothing else, the answer is another one. */
function keysOf(outcomes: readonly (Outcome | undefined)[], { open }: Worlds): readonly string[] {
  let stride = 1;
  const names = open.flatMap(({ kind, names: own, values }) => {
    const step = stride;
    stride *= values.length;
    const isAllowed = (index: number): boolean => outcomes[index]?.verdict === 'allowed';
    const hangs = outcomes.some((outcome, index) => {
      const start = index - (Math.floor(index / step) % values.length) * step;
      return outcome !== undefined && outcomes[start] !== undefined && isAllowed(index) !== isAllowed(start);
    });
    if (!hangs) return [];
    return kind === 'caller' && !own.includes('uin') ? ['account'] : own;
  });
  return [...new Set(names)];
}
