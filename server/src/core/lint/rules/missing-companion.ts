/** Services whose console or SDK needs further permissions that the policy does not give. */
import type { CompanionData } from '../../catalogue/data.js';
import { readAction } from '../../policy/action.js';
import { coversAction } from '../../policy/action-pattern.js';
import { addGrants } from '../../edits/add-statement.js';
import { allowancesOf, denialsOf, type Surely } from '../../access/surely.js';
import type { Facts } from '../../knowledge/facts.js';
import { effectiveStatements, type EffectiveStatement } from '../../access/effective.js';
import type { Policy, PolicyAction } from '../../policy/model.js';
import { readResource } from '../../policy/resource.js';
import { maxPatterns } from '../limits.js';
import { hasSureBounds } from '../../syntax/sure.js';
import { rule, type FixOf } from '../rule.js';

type Use = CompanionData['for'];

/** The first action of each service that the policy allows. */
function firstActions(allows: readonly EffectiveStatement[]): ReadonlyMap<string, PolicyAction> {
  const first = new Map<string, PolicyAction>();
  for (const { actions } of allows)
    for (const action of actions) {
      if (first.size >= maxPatterns) return first;
      if (action.form === 'action' && !first.has(action.service)) first.set(action.service, action);
    }
  return first;
}

interface Need {
  readonly companion: CompanionData;
  /** `named`: word for word; `covered`: by a wildcard; `refused`: denied, so it is not wanted. */
  readonly state: 'named' | 'covered' | 'refused' | 'missing';
}

function needOf(companion: CompanionData, allowed: readonly PolicyAction[], denials: Surely): Need {
  const wanted = readAction(companion.action);
  if (denials.covering(wanted, [readResource(companion.resource)]).length > 0) return { companion, state: 'refused' };
  let state: Need['state'] = 'missing';
  for (const action of allowed) {
    if (!coversAction(action, wanted)) continue;
    if (coversAction(wanted, action)) return { companion, state: 'named' };
    state = 'covered';
  }
  return { companion, state };
}

/**
 * The uses that the policy does not provide for though it may be meant for them. It is not, where it names all that another use needs
 * word for word, or where what is missing is denied.
 */
function openUses(needs: readonly Need[]): readonly Use[] {
  const of = (use: Use): readonly Need[] => needs.filter(({ companion }) => companion.for === use);
  const uses = (['console', 'sdk'] as const).filter((use) => of(use).length > 0);
  const isServed = (use: Use): boolean => of(use).every(({ state }) => state === 'named' || state === 'covered');
  const isNamed = (use: Use): boolean => of(use).every(({ state }) => state === 'named');
  if (uses.some((use) => isNamed(use)) || (uses.includes('console') && isServed('console'))) return [];
  const open = uses.filter((use) => !isServed(use) && !of(use).some(({ state }) => state === 'refused'));
  // Where a wildcard serves one use whole, the console is the one that people miss.
  return open.length < uses.length ? open.filter((use) => use === 'console') : open;
}

function fixFor(policy: Policy, companions: readonly CompanionData[], use: Use, facts: Facts): FixOf<Use> {
  const grants = companions.map(({ action, resource }) => ({ actions: [action], resources: [resource] }));
  return {
    title: use,
    data: { actions: companions.map(({ action }) => action).join(', ') },
    edits: () => addGrants(policy, grants, allowancesOf(policy, facts))?.edits ?? [],
  };
}

/** Whether it is sure where its statements end. */
const isWhole = ({ tree, node }: Policy): boolean => node !== undefined && hasSureBounds(tree, node);

export default rule({
  group: 'safety',
  severity: 'hint',
  summary: {
    en: 'A policy for a service should also allow what the service’s console or SDK needs.',
    zh: '针对某服务的策略也应允许其控制台或 SDK 所需的操作。',
  },
  messages: {
    console: {
      en: 'For the console the policy also needs {console}. {reason}',
      zh: '用于控制台时还需要 {console}。{reason}',
    },
    sdk: {
      en: 'For calls through an SDK the policy also needs {sdk}. {reason}',
      zh: '用于 SDK 调用时还需要 {sdk}。{reason}',
    },
    both: {
      en: 'For the console the policy also needs {console}. Calls through an SDK need {sdk}. {reason}',
      zh: '用于控制台时还需要 {console}。用于 SDK 调用时还需要 {sdk}。{reason}',
    },
  },
  fixes: {
    console: { en: 'Allow what the console needs: {actions}', zh: '允许控制台所需的操作：{actions}' },
    sdk: { en: 'Allow what SDK calls need: {actions}', zh: '允许 SDK 调用所需的操作：{actions}' },
  },
  check: {
    policy(policy, context) {
      const { catalogue, report } = context;
      const allows = effectiveStatements(policy).filter(({ effect }) => effect === 'allow');
      if (allows.some(({ principals }) => principals.kind !== 'attached')) return;
      let allowed: readonly PolicyAction[] | undefined;
      for (const [service, action] of firstActions(allows)) {
        const companions = catalogue.service(service)?.data.companions ?? [];
        if (companions.length === 0) continue;
        const denials = denialsOf(policy, context, 'presumed');
        const all = (allowed ??= allows.flatMap(({ actions }) => actions));
        const needs = companions.map((companion) => needOf(companion, all, denials));
        const open = openUses(needs);
        const [first, second] = open;
        if (first === undefined) continue;
        const missing = (use: Use): readonly CompanionData[] =>
          needs
            .filter(({ companion, state }) => companion.for === use && state === 'missing')
            .map((each) => each.companion);
        const list = (use: Use): string =>
          missing(use)
            .map((each) => `\`${each.action}\``)
            .join(', ');
        report(action.node, second === undefined ? first : 'both', {
          data: { console: list('console'), sdk: list('sdk'), reason: missing(first)[0]?.reason ?? '' },
          suggestions: isWhole(policy) ? open.map((use) => fixFor(policy, missing(use), use, context)) : [],
        });
        return;
      }
    },
  },
});
