/** Wildcards on narrowed resources that hold actions which CAM checks against `*` only: those are left out. */
import type { Action } from '../../catalogue/catalogue.js';
import { denialsOf } from '../../access/surely.js';
import type { Facts } from '../../knowledge/facts.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import { replaceItem } from '../../edits/list.js';
import { addCopy, setResourceToAll } from '../../edits/statement-edits.js';
import { operationLevelInside } from '../../knowledge/level.js';
import { once } from '../../memo.js';
import { patternsOf } from '../../knowledge/reading-part.js';
import { countedResources } from '../../knowledge/resource-flaw.js';
import { readAction, type ActionPattern } from '../../policy/action.js';
import { coversAction } from '../../policy/action-pattern.js';
import type { Effect } from '../../policy/elements.js';
import type { Policy, PolicyAction, Statement } from '../../policy/model.js';
import { narrows, readResource } from '../../policy/resource.js';
import { removeMembers } from '../../edits/members.js';
import type { Edit, Span } from '../../span.js';
import { isFlawless } from '../../syntax/sure.js';
import { budget, maxPatterns } from '../limits.js';
import { rule, type FixOf } from '../rule.js';

const everything = readResource('*');

/** More actions and patterns than this make no statement that anyone reads. */
const maxItems = 100;

/**
 * Whether statements of an effect that are not narrowed speak of an action, under a condition or not. Where there are more patterns than anyone compares, it
 * is said of all.
 */
function wideActions(statements: readonly EffectiveStatement[], effect: Effect): (action: ActionPattern) => boolean {
  const exact = new Set<string>();
  const patterns: ActionPattern[] = [];
  for (const statement of statements) {
    if (statement.effect !== effect || statement.resources.every(narrows)) continue;
    for (const action of statement.actions) {
      if (action.exact) exact.add(`${action.service}:${action.name}`);
      else if (patterns.length < maxPatterns) patterns.push(action);
      else return () => true;
    }
  }
  return (action) => exact.has(action.text) || patterns.some((pattern) => coversAction(pattern, action));
}

/**
 * The actions inside wildcards that no statement of the effect speaks of, and no deny takes away. Of a deny only those that the policy allows elsewhere: the
 * others are not allowed anyway, unless it is a policy of denials, which takes from what other policies allow.
 */
function createLookup(policy: Policy, effect: Effect, facts: Facts): (action: string) => readonly Action[] {
  const statements = effectiveStatements(policy);
  const isWide = once(() => wideActions(statements, effect));
  const isAllowed = once(() =>
    statements.some((statement) => statement.effect === 'allow') ? wideActions(statements, 'allow') : () => true,
  );
  const counts = (action: ActionPattern): boolean =>
    effect === 'allow' ? denialsOf(policy, facts).covering(action, [everything]).length === 0 : isAllowed()(action);
  const look = budget(maxPatterns, (text): readonly Action[] => {
    const pattern = readAction(text);
    return operationLevelInside(facts.catalogue, pattern).filter(({ name }) => {
      const action = readAction(`${pattern.service}:${name}`);
      return !isWide()(action) && counts(action);
    });
  });
  return (text) => look(text) ?? [];
}

/** A wildcard and what it leaves out. */
interface Found {
  readonly action: PolicyAction;
  readonly left: readonly [Action, ...Action[]];
}

/** A wildcard without `name/`. */
const writtenOf = ({ action: { service, name } }: Pick<Found, 'action'>): string => `${service}:${name}`;

/** What is left out, in the shortest patterns, as items of a list. */
function itemsOf({ action, left }: Found): readonly string[] {
  const gone = new Set<Action>(left);
  const others = left[0].service.actions().filter((other) => !gone.has(other));
  return patternsOf(left, others).map((name) => JSON.stringify(`${action.prefix}${action.service}:${name}`));
}

/** Patterns are never more than what they stand for. */
const hasTooMany = (found: Found): boolean => found.left.length > maxItems && itemsOf(found).length > maxItems;

/** The fix for each of the wildcards of a statement: a copy on all resources, with what it leaves out. Several of them need one copy only. */
function createFixes(
  text: string,
  statement: Statement,
  found: readonly Found[],
): (index: number) => FixOf<'split'> | undefined {
  const { actions: list } = statement;
  const edits = (indices: readonly number[]): readonly Edit[] => {
    const meant = found.filter((_, index) => indices.includes(index));
    const nodes = new Set<Span>(meant.map(({ action }) => action.node));
    if (!list) return [];
    return addCopy(text, statement, [
      ...(list.array ? removeMembers(text, list.array, (item) => !nodes.has(item)) : []),
      ...meant.flatMap((each) => replaceItem(text, list, each.action.node, itemsOf(each))),
      ...setResourceToAll(statement),
    ]);
  };
  return (index) => {
    const one = found[index];
    if (!list || !one || hasTooMany(one)) return undefined;
    return { title: 'split', data: { action: writtenOf(one) }, edits: () => edits([index]), among: { index, edits } };
  };
}

export default rule({
  group: 'resource',
  severity: 'information',
  summary: {
    en: 'On specific resources a wildcard does not apply to actions that need `"resource": "*"`.',
    zh: '限定资源的通配符不包含必须使用 `"resource": "*"` 的操作。',
  },
  messages: {
    allow: {
      en: '`{action}` does not allow {count} actions here: they need resource "*". Give them a statement of their own. One is `{example}`.',
      zh: '`{action}` 中有 {count} 个操作在此未被允许：其 resource 必须为 "*"。请为其另写语句。例如 `{example}`。',
    },
    'allow-one': {
      en: '`{action}` does not allow one action here: it needs resource "*". Give `{example}` a statement of its own.',
      zh: '`{action}` 中有 1 个操作在此未被允许：其 resource 必须为 "*"。请为 `{example}` 另写语句。',
    },
    deny: {
      en: '`{action}` does not deny {count} actions here: they need resource "*". Give them a statement of their own. One is `{example}`.',
      zh: '`{action}` 中有 {count} 个操作在此未被拒绝：其 resource 必须为 "*"。请为其另写语句。例如 `{example}`。',
    },
    'deny-one': {
      en: '`{action}` does not deny one action here: it needs resource "*". Give `{example}` a statement of its own.',
      zh: '`{action}` 中有 1 个操作在此未被拒绝：其 resource 必须为 "*"。请为 `{example}` 另写语句。',
    },
  },
  // What is left out is one thing to think of, whatever the wildcards.
  together: ({ messageId }) => messageId.replace(/-one$/u, ''),
  fixes: {
    split: {
      en: 'Add a statement with resource "*" for what {action} leaves out',
      zh: '为 {action} 未包含的操作添加 resource 为 "*" 的语句',
    },
  },
  check: {
    policy(policy, context) {
      const { report, text } = context;
      const lookups = {
        allow: createLookup(policy, 'allow', context),
        deny: createLookup(policy, 'deny', context),
      };
      for (const effective of effectiveStatements(policy)) {
        const { statement, effect, principals, actions } = effective;
        const resources = countedResources(statement.resources?.items ?? [], context);
        if (principals.kind !== 'attached' || !resources.every(narrows)) continue;
        const found = actions.flatMap((action): readonly Found[] => {
          const [first, ...others] = action.exact ? [] : lookups[effect](action.text);
          return first ? [{ action, left: [first, ...others] }] : [];
        });
        const fixOf = isFlawless(policy.tree, statement.node) ? createFixes(text, statement, found) : () => undefined;
        for (const [index, { action, left }] of found.entries()) {
          const fix = fixOf(index);
          report(action.node, left.length === 1 ? `${effect}-one` : effect, {
            data: {
              count: left.length,
              action: writtenOf({ action }),
              example: `${action.service}:${left[0].name}`,
            },
            suggestions: fix && [fix],
          });
        }
      }
    },
  },
});
