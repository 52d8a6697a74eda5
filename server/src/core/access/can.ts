/**
 * May this caller do this? Explicit denies outweigh what is allowed, what no statement allows is refused, and a boundary must allow, too.
 * Source: CAM evaluation logic page, 598/10605; the boundary's denies are taken to count as well.
 */
import { operationLevelOf } from '../knowledge/level.js';
import { spellingsOf } from '../knowledge/spellings.js';
import type { Facts } from '../knowledge/facts.js';
import { readAction, type ActionPattern } from '../policy/action.js';
import { readResource } from '../policy/resource.js';
import { candidatesOf, createMayApply, type Candidate, type Request } from './candidates.js';
import { decide, type Case } from './decide.js';
import type { AccessQuestion, Decision, Note, Source } from './question.js';
import { lenient, overReadings } from './reading.js';
import { openTags } from './open-tags.js';
import { isImpossible, worldsOf, type Worlds } from './worlds.js';

/** Answers a question about access. Never throws; the answer is sure unless it is `undecided`, and then says what it hangs on. */
export function can(question: AccessQuestion, facts: Facts): Decision {
  const read = readQuestion(question, facts);
  if ('part' in read) return { is: 'unreadable', part: read.part };
  const { caller } = question;
  if (caller?.uin !== undefined && caller.uin === caller.owner) return { is: 'allowed', by: [], notes: ['root'] };
  const decision = answer(question, read.request, read.notes, facts);
  const { resources } = read.request;
  const tags = resources.length > 1 && isRefusal(decision) ? openTags(question) : undefined;
  if (tags === undefined) return decision;
  // Each of the resources has tags of its own: all of them together may be allowed.
  const each = resources.map((one) => answer(question, { ...read.request, resources: [one] }, read.notes, facts));
  return each.some(isRefusal)
    ? decision
    : { is: 'undecided', because: [{ opaque: tags, why: 'tags' }], otherwise: decision };
}

/**
 * The statements that apply to some request that fits the question, whether they decide it or not, in the order of the policies; none where it cannot be read.
 * What no document decides is taken to hold.
 */
export function reached(question: AccessQuestion, facts: Facts): readonly Source[] {
  const read = readQuestion(question, facts);
  if ('part' in read) return [];
  const { request } = read;
  const candidates = candidatesOf(question, request, facts.language).filter(createMayApply(request, question.caller));
  const texts = accountTexts(question, request.resources, candidates);
  const found = candidates
    .filter((candidate) => {
      // Each by itself: what others ask of the request makes no difference.
      const worlds = worldsOf(question, candidate.tests, texts, false, request.spellings);
      return Array.from({ length: worlds.size }, (_, index) => worlds.at(index)).some(
        (world) =>
          !isImpossible(world) &&
          request.resources.some((_, resource) => candidate.applies(request, resource, world, lenient)),
      );
    })
    .map(({ source }) => source);
  // What a statement may say besides does not make it two.
  const known = new Map(found.map((source) => [`${source.policy} ${source.statement}`, source]));
  return [...known.values()].filter(({ statement }) => statement >= 0);
}

type UnreadablePart = Extract<Decision, { is: 'unreadable' }>['part'];

interface Read {
  readonly request: Request;
  readonly notes: readonly Note[];
}

function readQuestion(question: AccessQuestion, facts: Facts): Read | { readonly part: UnreadablePart } {
  const action = readAction(question.action);
  if (!action.exact) return { part: 'action' };
  const { resource, level, context = {} } = question;
  const texts = typeof resource === 'string' ? [resource] : resource;
  const resources = texts.map(readResource);
  if (
    texts.length === 0 ||
    resources.some(({ form, text }) => form === 'malformed' || (form === 'six' && text.includes('*')))
  )
    return { part: 'resource' };
  if (isImpossible({ context: new Map(Object.entries(context)) })) return { part: 'context' };
  const asStar = level === undefined ? operationLevelOf(facts.catalogue, action) !== undefined : level === 'operation';
  return {
    request: {
      action,
      byOtherNames: byOtherNames(action, facts),
      resources: asStar ? [readResource('*')] : resources,
      spellings: spellingsOf(facts),
    },
    notes: asStar && !texts.every((text) => text === '*') ? ['operation'] : [],
  };
}

function byOtherNames({ service: id, name }: ActionPattern, { catalogue }: Facts): Request['byOtherNames'] {
  const data = catalogue.service(id)?.data;
  const names = data?.aliases ? [data.service, ...data.aliases] : [];
  return names.filter((other) => other !== id).map((other) => readAction(`${other}:${name}`));
}

/** Which of the two it is may hang on a doubt that does not change what may be done. */
const isRefusal = ({ is }: Decision): boolean => is === 'denied' || is === 'not-allowed';

function answer(question: AccessQuestion, request: Request, notes: readonly Note[], facts: Facts): Decision {
  const speaking = candidatesOf(question, request, facts.language);
  const candidates = speaking.filter(createMayApply(request, question.caller));
  const tests = candidates.flatMap((candidate) => candidate.tests);
  const texts = accountTexts(question, request.resources, candidates);
  const over = (free: boolean): { readonly worlds: Worlds; readonly decision: Decision } => {
    const worlds = worldsOf(question, tests, texts, free, request.spellings);
    const asked: Case = { request, speaking, candidates, worlds, notes, question };
    const { answer: decision, because } = overReadings(
      (reading) => decide(asked, reading),
      (a, b) => a.is === b.is || (isRefusal(a) && isRefusal(b)),
    );
    return { worlds, decision: because.length > 0 ? { is: 'undecided', because, otherwise: decision } : decision };
  };
  const { worlds, decision } = over(false);
  if (worlds.complete || decision.is === 'conditional') return decision;
  // Another request might show that it hangs on something else.
  if (decision.is === 'undecided') return { ...decision, because: [{ cap: 'search' }, ...decision.because] };
  // Not every request was tried: the answer is sure where it is the same however the conditions turn out.
  const freely = over(true);
  const { is } = freely.decision;
  if (freely.worlds.complete && (is === decision.is || (isRefusal(freely.decision) && isRefusal(decision))))
    return decision;
  return { is: 'undecided', because: [{ cap: 'search' }], otherwise: decision };
}

const accountTexts = (
  { context = {} }: AccessQuestion,
  asked: Request['resources'],
  candidates: readonly Candidate[],
): readonly string[] => [
  ...Object.values(context).flatMap((value) => value ?? []),
  ...asked.map(({ text }) => text),
  ...candidates.flatMap(({ effective, tests }) => [
    ...effective.resources.map(({ text }) => text),
    ...tests.flatMap(({ values }) => values),
  ]),
];
