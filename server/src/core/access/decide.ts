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
  /** Whether the policies, and the boundary where one is set, allow it but for the denies. */
  readonly policies: boolean;
  readonly boundary: boolean;
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
  const denied = all.filter(({ verdict }) => verdict === 'denied');
  const cut = denied.filter(isGranted);
  if (by)
    return {
      is: 'conditional',
      by,
      also: [...new Set(allowed.flatMap((outcome) => outcome.by))].filter((source) => source !== by),
      denies: [...new Set(cut.flatMap((outcome) => outcome.by))],
      keys: keysOf(outcomes, worlds),
      notes,
    };
  const [deny] = (denied.length === all.length ? denied : cut)[0]?.by ?? [];
  if (deny) return { is: 'denied', by: deny, notes };
  const lacking = asked.question.boundary && lackingIn(all);
  return {
    is: 'not-allowed',
    near: nearest(asked.question, asked.speaking, asked.request, worlds.at(0), reading, lacking),
    ...(lacking && { lacking }),
    notes,
  };
}

const isGranted = ({ policies, boundary }: Pick<Outcome, 'policies' | 'boundary'>): boolean => policies && boundary;

/** Which side allows it in no request. */
function lackingIn(outcomes: readonly Outcome[]): 'policies' | 'boundary' | 'both' | undefined {
  if (outcomes.every(({ policies }) => policies)) return 'boundary';
  if (outcomes.every(({ boundary }) => boundary)) return 'policies';
  return outcomes.every(({ policies, boundary }) => !policies && !boundary) ? 'both' : undefined;
}

/** The statement that allows in every world, else all that allow in some. */
function deciding(outcomes: readonly Outcome[]): readonly Source[] {
  const everywhere = outcomes[0]?.by.find((source) => outcomes.every(({ by }) => by.includes(source)));
  return everywhere ? [everywhere] : [...new Set(outcomes.flatMap(({ by }) => by))];
}

function outcomeIn(
  { request, candidates, question }: Case,
  applies: (candidate: Candidate, resource: number) => boolean,
): Outcome {
  const by = new Set<Source>();
  const sides = { policies: true, boundary: true };
  for (let resource = 0; resource < request.resources.length; resource++) {
    const met = candidates.filter((candidate) => applies(candidate, resource));
    const deny = met.find(({ effective }) => effective.effect === 'deny');
    const allows = met.filter(({ effective }) => effective.effect === 'allow');
    const grants = allows.filter(({ source }) => source.policy !== 'boundary');
    const own = {
      policies: grants.length > 0,
      boundary: question.boundary === undefined || allows.length > grants.length,
    };
    if (deny) return { verdict: 'denied', by: [deny.source], ...own };
    sides.policies &&= own.policies;
    sides.boundary &&= own.boundary;
    for (const { source } of grants) by.add(source);
  }
  return { verdict: isGranted(sides) ? 'allowed' : 'none', by: [...by], ...sides };
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
