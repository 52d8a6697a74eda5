/** Wildcards on narrowed resources that hold actions which CAM checks against `*` only: those are left out. */
import type { Action } from '../../catalogue/catalogue.js';
import { denialsOf } from '../../access/surely.js';
import type { Facts } from '../../knowledge/facts.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import { replaceItem } from '../../edits/list.js';
import { addCopy, setResourceToAll } from '../../edits/statement-edits.js';
import { operationLevelInside } from '../../knowledge/level.js';
import { patternsOf } from '../../knowledge/reading-part.js';
import { countedResources } from '../../knowledge/resource-flaw.js';
import { readAction, type ActionPattern } from '../../policy/action.js';
import { coversAction } from '../../policy/action-pattern.js';
import type { Effect } from '../../policy/elements.js';
import type { Policy, PolicyAction, Statement } from '../../policy/model.js';
import { narrows, readResource } from '../../policy/resource.js';
import { removeMembers } from '../../edits/members.js';
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

/** The actions inside wildcards that no statement of the effect speaks of, and no deny takes away. */
function createLookup(policy: Policy, effect: Effect, facts: Facts): (action: string) => readonly Action[] {
  const isWide = wideActions(effectiveStatements(policy), effect);
  const isDenied = (action: ActionPattern): boolean =>
    effect === 'allow' && denialsOf(policy, facts).covering(action, [everything]).length > 0;
  const look = budget(maxPatterns, (text): readonly Action[] => {
    const pattern = readAction(text);
    return operationLevelInside(facts.catalogue, pattern).filter(({ name }) => {
      const action = readAction(`${pattern.service}:${name}`);
      return !isWide(action) && !isDenied(action);
    });
  });
  return (text) => look(text) ?? [];
}

function splitOff(
  text: string,
  statement: Statement,
  action: PolicyAction,
  left: readonly Action[],
): FixOf<'split'> | undefined {
  const list = statement.actions;
  const gone = new Set(left);
  const others = left[0]?.service.actions().filter((other) => !gone.has(other)) ?? [];
  const items = patternsOf(left, others).map((name) => JSON.stringify(`${action.prefix}${action.service}:${name}`));
  if (!list || items.length > maxItems) return undefined;
  return {
    title: 'split',
    data: { count: left.length },
    edits: () =>
      addCopy(text, statement, [
        ...(list.array ? removeMembers(text, list.array, (item) => item !== action.node) : []),
        ...replaceItem(text, list, action.node, items),
        ...setResourceToAll(statement),
      ]),
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
      en: 'Of `{action}` {count} actions are not allowed here: they need resource "*". Give them a statement of their own. One is `{example}`.',
      zh: '`{action}` 中有 {count} 个操作在此未被允许：其 resource 必须为 "*"。请为其另写语句。例如 `{example}`。',
    },
    'allow-one': {
      en: 'Of `{action}` one action is not allowed here: it needs resource "*". Give `{example}` a statement of its own.',
      zh: '`{action}` 中有 1 个操作在此未被允许：其 resource 必须为 "*"。请为 `{example}` 另写语句。',
    },
    deny: {
      en: 'Of `{action}` {count} actions are not denied here: they need resource "*". Give them a statement of their own. One is `{example}`.',
      zh: '`{action}` 中有 {count} 个操作在此未被拒绝：其 resource 必须为 "*"。请为其另写语句。例如 `{example}`。',
    },
    'deny-one': {
      en: 'Of `{action}` one action is not denied here: it needs resource "*". Give `{example}` a statement of its own.',
      zh: '`{action}` 中有 1 个操作在此未被拒绝：其 resource 必须为 "*"。请为 `{example}` 另写语句。',
    },
  },
  fixes: {
    split: {
      en: 'Add a statement for the actions that need resource "*" ({count})',
      zh: '为 resource 必须为 "*" 的操作（{count} 个）添加语句',
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
        for (const action of actions) {
          const left = action.exact ? [] : lookups[effect](action.text);
          const [first] = left;
          if (!first) continue;
          const fix = isFlawless(policy.tree, statement.node) ? splitOff(text, statement, action, left) : undefined;
          report(action.node, left.length === 1 ? `${effect}-one` : effect, {
            data: {
              count: left.length,
              action: `${action.service}:${action.name}`,
              example: `${action.service}:${first.name}`,
            },
            suggestions: fix && [fix],
          });
        }
      }
    },
  },
});
