/**
 * What the statements of a policy come to: what is allowed and what is denied, as patterns of actions on patterns of resources.
 * Deny outweighs allow, and what no statement speaks of is denied. Source: CAM evaluation logic page.
 */
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { coversAction } from '../policy/action-pattern.js';
import type { Effect } from '../policy/elements.js';
import type { Policy, PolicyAction, PolicyResource, Statement } from '../policy/model.js';
import type { JsonNode } from '../syntax/json.js';
import { onceIn } from '../memo.js';
import type { ResourcePattern } from '../policy/resource.js';
import { coversResource } from '../policy/resource-pattern.js';

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

/** The statements that do something, in the order of the text; those of a role's trust policy, which name no resource, are none. */
export const effectiveStatements = onceIn((policy: Policy): readonly EffectiveStatement[] => {
  const found: EffectiveStatement[] = [];
  for (const statement of policy.statements) {
    const one = effective(statement, policy);
    if (one) found.push(one);
  }
  return found;
});

/** The items without malformed ones; nearly always all of them. */
const wellFormed = <Item extends { readonly form: string }>(items: readonly Item[] = []): readonly Item[] =>
  items.some(({ form }) => form === 'malformed') ? items.filter(({ form }) => form !== 'malformed') : items;

function effective(statement: Statement, policy: Policy): EffectiveStatement | undefined {
  const { effect, element } = statement;
  const actions = wellFormed(statement.actions?.items);
  const resources = wellFormed(statement.resources?.items);
  if (!effect || actions.length === 0 || resources.length === 0) return undefined;
  const who = (element.principal ?? policy.element.principal)?.value;
  const principal = who ? policy.tree.text.slice(who.start, who.end).replace(/\s+/gu, '') : '';
  return { statement, effect, actions, resources, conditional: isRestricted(element.condition?.value), principal };
}

/** An empty condition restricts nothing; anything else might. */
const isRestricted = (condition: JsonNode | undefined): boolean =>
  condition !== undefined && !(condition.kind === 'object' && condition.closed && condition.properties.length === 0);

/** Actions, resources and principals that a lookup compares at most; a policy that CAM takes has not that many. */
const maxCompared = 60;

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

/** The unconditional denies of `policy`. */
export const denialsOf = onceIn((policy: Policy): Denials => createDenials(effectiveStatements(policy)));

/** Denies of the same name or the same service, those on every resource first. */
interface DenialList {
  readonly everywhere: Denial[];
  readonly somewhere: Denial[];
}

const newList = (): DenialList => ({ everywhere: [], somewhere: [] });

/** The denies of one service: of single actions by their name, and of patterns. */
interface ServiceDenials {
  readonly exact: Map<string, DenialList>;
  readonly patterns: DenialList;
}

function createDenials(statements: readonly EffectiveStatement[]): Denials {
  const services = new Map<string, ServiceDenials>();
  /** Those of `*` and of services that are patterns, too. */
  const general = newList();
  const seen = new Set<string>();
  const listFor = ({ form, service, name }: ActionPattern): DenialList => {
    if (form !== 'action' || hasWildcard(service)) return general;
    const own = services.get(service) ?? { exact: new Map<string, DenialList>(), patterns: newList() };
    services.set(service, own);
    if (hasWildcard(name)) return own.patterns;
    const list = own.exact.get(name) ?? newList();
    own.exact.set(name, list);
    return list;
  };
  for (const by of statements) {
    if (by.effect !== 'deny' || by.conditional) continue;
    const all = by.resources.some(({ form }) => form === 'all');
    const where = all ? '*' : by.resources.map(({ node }) => node.value).join(' ');
    for (const action of by.actions) {
      // The same said twice need not be compared twice.
      const said = `${action.service}:${action.name} ${by.principal} ${where}`;
      if (seen.has(said)) continue;
      seen.add(said);
      const list = listFor(action);
      const part = all ? list.everywhere : list.somewhere;
      if (part.length < maxCompared) part.push({ action, by });
    }
  }
  const any = seen.size > 0;
  return {
    any,
    covering(action, resources, principal = '') {
      if (!any) return undefined;
      const own = action.form === 'action' ? services.get(action.service) : undefined;
      return (
        coveringIn(own?.exact.get(action.name), action, resources, principal) ??
        coveringIn(own?.patterns, action, resources, principal) ??
        coveringIn(general, action, resources, principal)
      );
    },
  };
}

/** The first of the list that surely covers the action on all the resources. */
function coveringIn(
  list: DenialList | undefined,
  action: ActionPattern,
  resources: readonly ResourcePattern[],
  principal: string,
): Denial | undefined {
  if (!list) return undefined;
  for (const denial of list.everywhere) if (coversFor(denial, action, principal)) return denial;
  // Only what is on every resource covers that.
  if (list.somewhere.length === 0 || resources.some(({ form }) => form === 'all')) return undefined;
  for (const denial of list.somewhere)
    if (coversFor(denial, action, principal) && coversResources(denial.by.resources, resources)) return denial;
  return undefined;
}

const coversFor = ({ action: denied, by }: Denial, action: ActionPattern, principal: string): boolean =>
  coversAction(denied, action) && (by.principal === principal || isEveryone(by.principal));

const isEveryone = (principal: string): boolean => principal === '"*"' || principal === '{"qcs":["*"]}';

/** Whether each of `inner` is surely covered by one of `outer`. */
export function coversResources(outer: readonly ResourcePattern[], inner: readonly ResourcePattern[]): boolean {
  if (outer.slice(0, maxCompared).some(({ form }) => form === 'all')) return true;
  if (outer.length > maxCompared || inner.length > maxCompared) return false;
  return inner.every((resource) => outer.some((other) => coversResource(other, resource)));
}
