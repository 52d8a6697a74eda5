/**
 * What an edit newly allows, and what it takes away: exact for all requests there may be, with an example of each. Where it hangs on something that no
 * document says, or a limit is reached, it says so.
 */
import type { Facts } from '../knowledge/facts.js';
import type { Policy } from '../policy/model.js';
import { comparedOf, isOperation, listedActions, type Bound, type Compared } from './comparing.js';
import type { CompareQuestion, Comparison, Difference, Found } from './comparison.js';
import { foundOf } from './example.js';
import { extentOf } from './extent.js';
import { gainsOf, type Gains, type Search } from './gains.js';
import { unkeptOf } from './kept.js';
import { overReadings, type Cap, type Doubt, type Reading } from './reading.js';
import { createSolver } from './solve.js';

/** So many differences are shown. */
const maxFound = 50;

/** What the intersections of patterns may cost in one comparison; see `glob.ts`. */
const maxSteps = 300_000;

/** Compares what two states of policies allow. Never throws. */
export function compare(question: CompareQuestion, facts: Facts): Comparison {
  const compared = comparedOf(question, facts);
  return {
    gained: differenceOf(compared, false, question, facts),
    lost: differenceOf(compared, true, question, facts),
  };
}

/** Whether both policies allow the same. What no document says is taken as the default reading has it. */
export function same(
  before: Policy,
  after: Policy,
  facts: Facts,
  actions: CompareQuestion['actions'] = 'any',
): boolean {
  const { gained, lost } = compare({ before: { policies: [before] }, after: { policies: [after] }, actions }, facts);
  return [gained, lost].every((each) => each.is === 'none' || (each.is === 'undecided' && each.otherwise === 'none'));
}

/** What comes out for one reading. */
interface Outcome {
  readonly is: 'none' | 'some' | 'depends' | 'cap';
  readonly caps: readonly Cap[];
  readonly shown: Result | undefined;
}

interface Result {
  readonly gains: Gains;
  readonly search: Search;
}

function differenceOf(compared: Compared, turned: boolean, question: CompareQuestion, facts: Facts): Difference {
  const budget = { steps: maxSteps };
  const base = compared.base();
  const [from, to] = turned ? [base.after, base.before] : [base.before, base.after];
  const unkept = unkeptOf(from, to, base.binding);
  if (unkept.allows?.size === 0 && unkept.denies.size === 0) return { is: 'none' };
  const searchIn = ({ binding, before, after }: Bound, reading: Reading): Search => ({
    before: turned ? after : before,
    after: turned ? before : after,
    binding,
    reading,
    solve: createSolver(binding, reading, budget),
    unkept,
    budget,
    actionsIn: question.actions === 'known' ? (action) => listedActions(action, facts) : (action) => [action],
    isOperation: (service, name) => isOperation(facts, service, name),
    limit: maxFound,
  });
  const { answer, because } = overReadings(
    (reading) => outcomeOf(compared, (bound) => searchIn(bound, reading)),
    (a, b) => a.is === b.is,
  );
  const doubts: readonly Doubt[] = [...because, ...(answer.is === 'cap' ? answer.caps.map((cap) => ({ cap })) : [])];
  return differenceFrom(answer, doubts, allFound(answer, question, compared, facts));
}

function allFound({ shown }: Outcome, question: CompareQuestion, compared: Compared, facts: Facts): readonly Found[] {
  if (!shown) return [];
  const { search, gains } = shown;
  const extent = question.counted ? extentOf(search, facts) : undefined;
  return gains.found.map((gain) => {
    const known = extent?.(gain);
    return { ...foundOf(gain, search, question, compared, facts), ...(known && { known }) };
  });
}

function differenceFrom({ is }: Outcome, because: readonly Doubt[], found: readonly Found[]): Difference {
  if (because.length > 0) return { is: 'undecided', because, otherwise: found.length > 0 ? 'some' : 'none', found };
  if (is === 'depends') return { is, on: 'account', found };
  return is === 'some' ? { is, found, cut: found.length >= maxFound } : { is: 'none' };
}

/** Each account gains something, or none does, or it hangs on whose account it is. Any caller will do. */
function outcomeOf({ accounts, callers }: Compared, searchIn: (bound: Bound) => Search): Outcome {
  const caps = new Set<Cap>();
  const results: Result[] = [];
  for (const account of accounts) {
    const found = firstOf(account, searchIn, caps);
    if (found) results.push(found);
  }
  const [shown] = results;
  if (results.length === accounts.length) return { is: 'some', caps: [], shown };
  if (!callers.complete) caps.add('callers');
  if (caps.size > 0) return { is: 'cap', caps: [...caps], shown };
  return { is: shown ? 'depends' : 'none', caps: [], shown };
}

function firstOf(
  account: Compared['accounts'][number],
  searchIn: (bound: Bound) => Search,
  caps: Set<Cap>,
): Result | undefined {
  const own = new Set<Cap>();
  for (const bound of account) {
    const search = searchIn(bound());
    const gains = gainsOf(search);
    if (gains.found.length > 0) return { gains, search };
    for (const cap of gains.caps) own.add(cap);
  }
  for (const cap of own) caps.add(cap);
  return undefined;
}
