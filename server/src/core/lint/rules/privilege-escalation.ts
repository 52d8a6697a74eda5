/** Actions by which someone can come to more rights than the policy means to give. */
import { readAction } from '../../policy/action.js';
import { coversAction } from '../../policy/action-pattern.js';
import type { Facts } from '../../knowledge/facts.js';
import { denialsOf } from '../../access/surely.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import type { Policy, PolicyAction } from '../../policy/model.js';
import { shown, type Text } from '../../text.js';
import type { Escalation } from '../escalations.js';
import { createLookup, type Step } from '../escalation-steps.js';
import { isEverything, reachesAllOf, reachesAllOfType } from '../../access/reach.js';
import { rule } from '../rule.js';

/** Whether the statement's resources reach what the step needs: CAM asks about `*` for most of its actions. */
const reaches = ({ resources }: EffectiveStatement, { way, action }: Step): boolean =>
  resources.some((resource) => (way.everyone ? reachesAllOfType : reachesAllOf)(resource, action.service));

/** How many other places a finding points to, of each kind. */
const maxRelated = 10;

interface Found {
  readonly action: PolicyAction;
  /** The first of the ways that this action opens and none before it. */
  readonly first: Step;
  readonly ways: Set<Escalation>;
  /** Further actions that open one of them, as many as are shown. */
  readonly others: Map<PolicyAction, Escalation>;
}

function findIn(policy: Policy, allows: readonly EffectiveStatement[], facts: Facts): readonly Found[] {
  const look = createLookup();
  const denials = denialsOf(policy, facts, 'presumed');
  const opened = new Map<Escalation, Found>();
  const found: Found[] = [];
  for (const effective of allows)
    for (const action of effective.actions) {
      const dangers = look(action);
      if (dangers.length === 0) continue;
      const open = dangers.filter(
        (step) =>
          reaches(effective, step) && denials.covering(step.action, effective.resources, effective).length === 0,
      );
      const [first] = open.filter(({ way }) => !opened.has(way));
      const own: Found | undefined = first && { action, first, ways: new Set(), others: new Map() };
      if (own) found.push(own);
      for (const { way } of open) {
        const before = opened.get(way);
        if (before) {
          if (before !== own && before.others.size < maxRelated && !before.others.has(action))
            before.others.set(action, way);
        } else if (own) {
          own.ways.add(way);
          opened.set(way, own);
        }
      }
    }
  return found;
}

/** Actions elsewhere in the policy with which the holder can do still more, and what. */
function companionsOf(
  { ways, action, others }: Found,
  allows: readonly EffectiveStatement[],
): readonly { readonly action: PolicyAction; readonly adds: Text }[] {
  const wanted = [...ways]
    .flatMap((way) => way.with ?? [])
    .map((addition) => ({ pattern: readAction(addition.action), adds: addition.adds }));
  if (wanted.length === 0) return [];
  const found: { readonly action: PolicyAction; readonly adds: Text }[] = [];
  for (const { actions } of allows)
    for (const candidate of actions) {
      if (candidate === action || others.has(candidate)) continue;
      const addition = wanted.find(({ pattern }) => coversAction(candidate, pattern));
      if (addition) found.push({ action: candidate, adds: addition.adds });
      if (found.length >= maxRelated) return found;
    }
  return found;
}

export default rule({
  group: 'safety',
  severity: 'warning',
  summary: {
    en: 'With these actions a user can raise their own rights.',
    zh: '不应允许可用于提升自身权限的操作。',
  },
  messages: {
    one: {
      en: '`{action}` lets its holder raise their own rights. They can {how}.',
      zh: '拥有 `{action}` 者可提升自身权限。他们可{how}。',
    },
    wildcard: {
      en: '`{action}` lets its holder raise their own rights. It includes `{step}`, with which they can {how}.',
      zh: '拥有 `{action}` 者可提升自身权限。它包含 `{step}`，凭此可{how}。',
    },
    many: {
      en: '`{action}` lets its holder raise their own rights in {count} ways. With `{step}`, for one, they can {how}.',
      zh: '拥有 `{action}` 者可通过 {count} 种方式提升自身权限。例如凭 `{step}` 可{how}。',
    },
    same: { en: '`{action}` does so, too. With it they can {how}.', zh: '`{action}` 也是如此。凭它可{how}。' },
    with: { en: 'With `{action}` they can also {adds}.', zh: '凭 `{action}` 还可{adds}。' },
  },
  check: {
    policy(policy, context) {
      const allows = effectiveStatements(policy).filter(
        ({ effect, principals }) => effect === 'allow' && principals.kind === 'attached',
      );
      const unlimited = allows.some(
        ({ actions, resources, conditional }) =>
          !conditional && actions.some(({ form }) => form === 'all') && resources.some(isEverything),
      );
      if (unlimited) return;
      for (const found of findIn(policy, allows, context)) {
        const { action, first, ways, others } = found;
        const plain = coversAction(first.action, action);
        context.report(action.node, ways.size > 1 ? 'many' : plain ? 'one' : 'wildcard', {
          data: { action: shown(action.node.value), step: first.text, count: ways.size, how: first.way.how },
          related: [
            ...[...others].map(([{ node }, { how }]) => {
              return { span: node, message: 'same', data: { action: shown(node.value), how } } as const;
            }),
            ...companionsOf(found, allows).map(({ action: { node }, adds }) => {
              return { span: node, message: 'with', data: { action: shown(node.value), adds } } as const;
            }),
          ],
        });
      }
    },
  },
});
