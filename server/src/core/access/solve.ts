/** Whether some context meets all tests of some statements, and of each of others not all; and such a context. */
import { isMet, type Test } from './condition-test.js';
import type { Binding } from './binding.js';
import type { Budget } from './glob.js';
import { asksNoMore, type Grant } from './grants.js';
import { groupsOf, type Filling, type KeyGroup } from './key-groups.js';
import type { Reading } from './reading.js';
import type { World } from './request.js';

/** The condition keys that matter and what is said of them; `none`: there is no such context; `cap`: the search was given up. */
export type Solution = Filling | 'none' | 'cap';

/** More steps than this are not taken to find one context. */
const maxNodes = 20_000;

/** More ways to fill in one group of keys than this are not compared with each other. */
const maxCompared = 400;

export type Solver = (need: readonly Grant[], avoid: readonly Grant[]) => Solution;

/** Solves for the caller of `binding` in one reading; equal questions are answered once. `budget`: what overlapping patterns may cost. */
export function createSolver(binding: Binding, reading: Reading, budget: Budget): Solver {
  const known = new Map<string, Solution>();
  // What tests say may be as long as a policy, and is put together for each question: numbers stand for it.
  const numbers = new Map<string, number>();
  const numberOf = ({ testsKey }: Grant): number => {
    const number = numbers.get(testsKey) ?? numbers.size;
    numbers.set(testsKey, number);
    return number;
  };
  const keys = (grants: readonly Grant[]): string => [...new Set(grants.map(numberOf))].sort((a, b) => a - b).join();
  return (need, avoid) => {
    if (avoid.some((grant) => asksNoMore(grant, need))) return 'none';
    if (need.every(({ tests }) => tests.length === 0) && avoid.length === 0) return nothing;
    const key = `${keys(need)} ${keys(avoid)}`;
    const found = known.get(key) ?? solve(distinct(need), distinct(avoid), binding, reading, budget);
    known.set(key, found);
    return found;
  };
}

const nothing: Filling = new Map();

const distinct = (grants: readonly Grant[]): readonly Grant[] => [
  ...new Map(grants.map((grant) => [grant.testsKey, grant])).values(),
];

/** One way to fill in a group of keys: which of the statements to avoid it still leaves possible. */
interface Choice {
  readonly filling: Filling;
  readonly left: readonly number[];
}

function solve(
  need: readonly Grant[],
  avoid: readonly Grant[],
  binding: Binding,
  reading: Reading,
  budget: Budget,
): Solution {
  const needed = need.flatMap(({ tests }) => tests);
  const worldOf = (context: Filling): World => ({ binding, context, forced: noTests });
  const meets = (test: Test, context: Filling): boolean => isMet(test, worldOf(context), reading);
  // A test of which nothing can be read is the same in every context.
  const fixed = (test: Test): boolean => !test.operator;
  if (needed.some((test) => fixed(test) && !meets(test, nothing))) return 'none';
  const open = avoid.filter(({ tests }) => tests.every((test) => !fixed(test) || meets(test, nothing)));
  const avoided = open.map(({ tests }) => tests.filter((test) => !fixed(test)));
  if (avoided.some((tests) => tests.length === 0)) return 'none';
  const groups = groupsOf([...needed, ...avoided.flat()], undefined, budget);
  const choices = groups.map((group) => choicesOf(group, needed, avoided, meets)).sort((a, b) => a.length - b.length);
  const missed = groups.every(({ complete }) => complete) ? 'none' : 'cap';
  if (choices.some((each) => each.length === 0)) return missed;
  const found = search(choices, avoided.length);
  return found === 'none' ? missed : found;
}

const noTests: World['forced'] = new Map();

/** The ways to fill in the group that meet what is needed, without those that leave more possible than another one does. */
function choicesOf(
  { keys, fillings }: KeyGroup,
  needed: readonly Test[],
  avoided: readonly (readonly Test[])[],
  meets: (test: Test, context: Filling) => boolean,
): readonly Choice[] {
  const own = ({ key }: Test): boolean => keys.includes(key);
  const must = needed.filter(own);
  const mustNot = avoided.map((tests) => tests.filter(own));
  const byLeft = new Map<string, Choice>();
  for (const filling of fillings) {
    if (!must.every((test) => meets(test, filling))) continue;
    const left = [...mustNot.keys()].filter((index) => mustNot[index]?.every((test) => meets(test, filling)) ?? true);
    const key = left.join();
    if (!byLeft.has(key)) byLeft.set(key, { filling, left });
  }
  const choices = [...byLeft.values()].sort((a, b) => a.left.length - b.left.length);
  if (choices.length > maxCompared) return choices;
  const best: (Choice & { readonly set: ReadonlySet<number> })[] = [];
  for (const choice of choices) {
    const set = new Set(choice.left);
    if (!best.some((other) => other.left.every((index) => set.has(index)))) best.push({ ...choice, set });
  }
  return best;
}

/** One choice for each group, such that together they leave none of the `count` statements possible. */
function search(groups: readonly (readonly Choice[])[], count: number): Solution {
  let nodes = 0;
  // From each group on, the statements that a choice can still rule out.
  const ruledOut = groups.map((_, at) => {
    const later = groups.slice(at).map((choices) => choices.map(({ left }) => new Set(left)));
    return (index: number): boolean => later.some((choices) => choices.some((left) => !left.has(index)));
  });
  const from = (at: number, left: readonly number[]): readonly Filling[] | 'none' | 'cap' => {
    if (++nodes > maxNodes) return 'cap';
    const group = groups[at];
    if (!group) return left.length === 0 ? [] : 'none';
    if (!left.every((index) => ruledOut[at]?.(index))) return 'none';
    let given: 'none' | 'cap' = 'none';
    for (const choice of group) {
      const still = new Set(choice.left);
      const rest = from(
        at + 1,
        left.filter((index) => still.has(index)),
      );
      if (typeof rest !== 'string') return [choice.filling, ...rest];
      if (rest === 'cap') given = 'cap';
      if (nodes > maxNodes) return 'cap';
    }
    return given;
  };
  const found = from(
    0,
    Array.from({ length: count }, (_, index) => index),
  );
  return typeof found === 'string' ? found : new Map(found.flatMap((filling) => [...filling]));
}
