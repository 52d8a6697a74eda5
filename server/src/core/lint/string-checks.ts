/** Asks every rule once about an action or resource string, and keeps the answers with the string. */
import { perFacts, type Facts } from '../knowledge/facts.js';
import { memoByObject } from '../memo.js';
import type { ActionPattern } from '../policy/action.js';
import type { ResourcePattern } from '../policy/resource.js';
import type { Rules } from './lint.js';
import type { Rule } from './rule.js';

/** What one rule has to say of a string. */
export interface Found {
  /** The rule's place among the rules. */
  readonly index: number;
  /** What its `find` gave. */
  readonly found?: unknown;
  /** What its `find` threw instead. */
  readonly failure?: { readonly error: unknown };
}

/** The rules that have something to report on a string, in the order of the rules. */
export interface StringFindings {
  readonly ofAction: (action: ActionPattern) => readonly Found[];
  readonly ofResource: (resource: ResourcePattern) => readonly Found[];
}

/** The findings of `rules` on `facts`. The same rules and facts give the same object, which remembers. */
export const stringFindings = (rules: Rules, facts: Facts): StringFindings => remembered(rules)(facts);

const remembered = memoByObject((rules: Rules) => perFacts((facts) => create(rules, facts)));

function create(rules: Rules, facts: Facts): StringFindings {
  const all = Object.values(rules);
  return {
    ofAction: memoByObject((action) =>
      findAll(
        all,
        ({ check }) => check.action,
        (check) => check.find(action, facts),
      ),
    ),
    ofResource: memoByObject((resource) =>
      findAll(
        all,
        ({ check }) => check.resource,
        (check) => check.find(resource, facts),
      ),
    ),
  };
}

/** Most strings concern no rule. */
const none: readonly Found[] = [];

function findAll<Check extends { readonly alone?: true }>(
  rules: readonly Rule[],
  checkOf: (rule: Rule) => Check | undefined,
  find: (check: Check) => unknown,
): readonly Found[] {
  let all: Found[] | undefined;
  for (const [index, rule] of rules.entries()) {
    const check = checkOf(rule);
    if (!check) continue;
    try {
      const found = find(check);
      if (found === undefined) continue;
      if (check.alone) return [{ index, found }];
      (all ??= []).push({ index, found });
    } catch (error) {
      (all ??= []).push({ index, failure: { error } });
    }
  }
  return all ?? none;
}
