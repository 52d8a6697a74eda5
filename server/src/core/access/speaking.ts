/** The statements of a policy that may speak of an action, found by its name. Remembered with the policy: many questions are asked of one. */
import { memoByObject, memoByText } from '../memo.js';
import type { ActionPattern } from '../policy/action.js';
import type { Policy } from '../policy/model.js';
import { lenient } from './reading.js';
import { meetsAction } from './request.js';
import { saidIn, type Speaking } from './said.js';

/** So many actions are remembered for each policy. */
const maxRemembered = 100;

/** Statements, by their place among those that take effect. */
interface Index {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  /** Those that have patterns or numbered sets. */
  readonly open: readonly number[];
}

const keyOf = ({ service, name }: { readonly service: string; readonly name: string }): string =>
  `${service}:${name}`.toLowerCase();

const indexOf = memoByObject((policy: Policy): Index => {
  const exact = new Map<string, number[]>();
  const open: number[] = [];
  for (const [at, { actions }] of saidIn(policy).entries()) {
    if (actions.some((action) => !action.exact)) open.push(at);
    for (const key of new Set(actions.filter((action) => action.exact).map(keyOf))) {
      const own = exact.get(key);
      if (own) own.push(at);
      else exact.set(key, [at]);
    }
  }
  return { exact, open };
});

const remembered = memoByObject((policy: Policy) =>
  memoByText(maxRemembered, (asked): readonly Speaking[] => {
    const at = asked.indexOf(':');
    const [service, name] = [asked.slice(0, at), asked.slice(at + 1)];
    const all = saidIn(policy);
    const { exact, open } = indexOf(policy);
    const found = new Set(exact.get(asked.toLowerCase()));
    for (const index of open)
      if (all[index]?.actions.some((pattern) => meetsAction(pattern, { service, name }, lenient))) found.add(index);
    return [...found].sort((a, b) => a - b).flatMap((index) => all[index] ?? []);
  }),
);

/** In some reading, in the order of the text. */
export const speakingIn = (policy: Policy, { service, name }: ActionPattern): readonly Speaking[] =>
  remembered(policy)(`${service}:${name}`);
