/**
 * What the statements of a policy come to: what is allowed and what is denied, as patterns of actions on patterns of resources.
 * Deny outweighs allow, and what no statement speaks of is denied. Source: CAM evaluation logic page.
 */
import { hasWildcard, type ActionPattern } from './action.js';
import { coversAction } from './action-pattern.js';
import type { Effect } from './elements.js';
import type { Policy, PolicyAction, PolicyResource, Statement } from './model.js';
import type { JsonNode } from '../syntax/json.js';
import type { ResourcePattern } from './resource.js';
import { coversResource } from './resource-pattern.js';

/** A statement that has an effect, actions and resources. */
export interface EffectiveStatement {
  readonly statement: Statement;
  readonly effect: Effect;
  /** Without malformed ones, which CAM refuses. */
  readonly actions: readonly PolicyAction[];
  readonly resources: readonly PolicyResource[];
  /** It applies to some requests only. */
  readonly conditional: boolean;
  /** Whom it speaks of, as text without white space; empty for those whom the policy is attached to. */
  readonly principal: string;
}

/** Read once per policy, however many rules ask. */
const known = new WeakMap<Policy, readonly EffectiveStatement[]>();

/** The statements that do something, in the order of the text; those of a role's trust policy, which name no resource, are none. */
export function effectiveStatements(policy: Policy): readonly EffectiveStatement[] {
  let found = known.get(policy);
  if (!found) {
    found = policy.statements.flatMap((statement) => effective(statement, policy));
    known.set(policy, found);
  }
  return found;
}

function effective(statement: Statement, policy: Policy): readonly EffectiveStatement[] {
  const { effect, element } = statement;
  const actions = statement.actions?.items.filter(({ form }) => form !== 'malformed') ?? [];
  const resources = statement.resources?.items.filter(({ form }) => form !== 'malformed') ?? [];
  if (!effect || actions.length === 0 || resources.length === 0) return [];
  const who = (element.principal ?? policy.element.principal)?.value;
  const principal = who ? policy.tree.text.slice(who.start, who.end).replace(/\s+/gu, '') : '';
  return [{ statement, effect, actions, resources, conditional: isRestricted(element.condition?.value), principal }];
}

/** An empty condition restricts nothing; anything else might. */
const isRestricted = (condition: JsonNode | undefined): boolean =>
  condition !== undefined && !(condition.kind === 'object' && condition.closed && condition.properties.length === 0);

/** Actions, resources and principals that a lookup compares at most; a policy that CAM takes has not that many. */
const maxCompared = 100;

/** A deny statement and the one of its actions that says it. */
export interface Denial {
  readonly action: PolicyAction;
  readonly by: EffectiveStatement;
}

/** Looks up what a policy denies whatever the request; one walk over its deny statements makes it. */
export interface Denials {
  /** Whether there is any. */
  readonly any: boolean;
  /**
   * A deny that surely covers `action` on all of `resources` for `principal`; undefined where there is none, or only several together.
   * A deny without principal, or of everyone, covers every principal.
   */
  covering(action: ActionPattern, resources: readonly ResourcePattern[], principal?: string): Denial | undefined;
}

const denialsOfPolicies = new WeakMap<Policy, Denials>();

/** The unconditional denies of `policy`. */
export function denialsOf(policy: Policy): Denials {
  let denials = denialsOfPolicies.get(policy);
  if (!denials) {
    denials = createDenials(effectiveStatements(policy));
    denialsOfPolicies.set(policy, denials);
  }
  return denials;
}

function createDenials(statements: readonly EffectiveStatement[]): Denials {
  /** Plain actions by `service:Name`; those with a wildcard in their name by service; those with one in their service below `*`. */
  const exact = new Map<string, Denial[]>();
  const patterns = new Map<string, Denial[]>();
  const seen = new Set<string>();
  for (const by of statements) {
    if (by.effect !== 'deny' || by.conditional) continue;
    const where = by.resources.map(({ node }) => node.value).join(' ');
    for (const action of by.actions) {
      const name = `${action.service}:${action.name}`;
      const plain = action.form === 'action' && !hasWildcard(name);
      const list = listIn(plain ? exact : patterns, plain ? name : hasOwnService(action) ? action.service : '*');
      // The same said twice need not be compared twice.
      const said = `${name} ${by.principal} ${where}`;
      if (list.length >= maxCompared || seen.has(said)) continue;
      seen.add(said);
      list.push({ action, by });
    }
  }
  return {
    any: exact.size > 0 || patterns.size > 0,
    covering(action, resources, principal = '') {
      const covers = ({ action: denied, by }: Denial): boolean =>
        coversAction(denied, action) &&
        (by.principal === principal || isEveryone(by.principal)) &&
        coversResources(by.resources, resources);
      const own = action.form === 'action' ? exact.get(`${action.service}:${action.name}`) : undefined;
      const sameService = hasOwnService(action) ? patterns.get(action.service) : undefined;
      return own?.find(covers) ?? sameService?.find(covers) ?? patterns.get('*')?.find(covers);
    },
  };
}

/** It is about one service. */
const hasOwnService = ({ form, service }: ActionPattern): boolean => form === 'action' && !hasWildcard(service);

function listIn<Item>(lists: Map<string, Item[]>, name: string): Item[] {
  let list = lists.get(name);
  if (!list) lists.set(name, (list = []));
  return list;
}

const isEveryone = (principal: string): boolean => principal === '"*"' || principal === '{"qcs":["*"]}';

/** Whether each of `inner` is surely covered by one of `outer`. */
export function coversResources(outer: readonly ResourcePattern[], inner: readonly ResourcePattern[]): boolean {
  if (outer.slice(0, maxCompared).some(({ form }) => form === 'all')) return true;
  if (outer.length > maxCompared || inner.length > maxCompared) return false;
  return inner.every((resource) => outer.some((other) => coversResource(other, resource)));
}
