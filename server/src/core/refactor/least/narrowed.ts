/** What a statement must keep for the actions that are used, and the edits that leave it with just that. */
import { addCopy } from '../../edits/statement-edits.js';
import { plainList, rewriteItems } from '../../edits/list.js';
import { operationLevelOf } from '../../knowledge/level.js';
import type { Facts } from '../../knowledge/facts.js';
import { hasWildcard, readAction } from '../../policy/action.js';
import { matchesAction } from '../../policy/action-pattern.js';
import type { PolicyAction, PolicyResource, Statement } from '../../policy/model.js';
import { readResource } from '../../policy/resource.js';
import type { Edit } from '../../span.js';
import type { EffectiveStatement } from '../../access/effective.js';
import type { Caller } from '../../access/question.js';
import { placeIn } from './place.js';
import type { Use } from './uses.js';

/** Actions of a statement that are used on the same resources. */
interface Part {
  /** `service:Name`. */
  readonly actions: ReadonlySet<string>;
  /** What each resource of the statement becomes; undefined: all stay as they are. */
  readonly resources: ReadonlyMap<PolicyResource, readonly string[]> | undefined;
}

/** A use, and the statement's resource that stands for it with what it can become; undefined: no one resource is known. */
interface Served {
  readonly use: Use;
  readonly at: { readonly resource: PolicyResource; readonly text: string } | undefined;
}

/** Of a use, whether the statement may serve it, and at which of its resources; undefined where it does not. */
export function servedBy(
  { actions, resources }: EffectiveStatement,
  use: Use,
  facts: Facts,
  caller: Caller,
): Served | undefined {
  const action = readAction(use.action);
  if (!actions.some((pattern) => matchesAction(pattern, action.service, action.name))) return undefined;
  const everywhere = { use, at: undefined };
  if (operationLevelOf(facts.catalogue, action))
    return resources.some(({ form }) => form === 'all') ? everywhere : undefined;
  if (use.resource === undefined || use.resource === '*') return everywhere;
  const asked = readResource(use.resource);
  for (const resource of resources) {
    const text = placeIn(resource, asked, facts, caller);
    if (text !== undefined) return { use, at: { resource, text } };
  }
  return undefined;
}

/** The edits that leave the statement with what `served` says; undefined where its lists hold what is no string. */
export function narrowed(
  text: string,
  { statement }: EffectiveStatement,
  served: readonly Served[],
): readonly Edit[] | undefined {
  const parts = partsOf(statement, served);
  const [first, ...others] = parts;
  if (!first || !plainList(statement.actions) || !plainList(statement.resources)) return undefined;
  const copies = others.flatMap((part) => addCopy(text, statement, partEdits(text, statement, part)));
  return [...copies, ...partEdits(text, statement, first)];
}

/** The actions by the resources that they are used on; those whose resources stay come first. */
function partsOf(statement: Statement, served: readonly Served[]): readonly Part[] {
  const byAction = new Map<string, Served[]>();
  for (const one of served) {
    const { service, name } = readAction(one.use.action);
    const key = `${service}:${name}`;
    byAction.set(key, [...(byAction.get(key) ?? []), one]);
  }
  const written = [...(statement.resources?.items ?? [])].map(({ text }) => text);
  const parts = new Map<string, { actions: Set<string>; resources: Part['resources'] }>();
  if (statement.actions?.items.some(({ form }) => form === 'set'))
    parts.set(keyOf(written), { actions: new Set(), resources: undefined });
  for (const [action, all] of byAction) {
    const resources = resourcesOf(all);
    const key = keyOf(resources ? [...resources.values()].flat() : written);
    const part = parts.get(key) ?? { actions: new Set(), resources: key === keyOf(written) ? undefined : resources };
    part.actions.add(action);
    parts.set(key, part);
  }
  return [...parts.values()].sort((a, b) => Number(a.resources !== undefined) - Number(b.resources !== undefined));
}

const keyOf = (texts: readonly string[]): string => [...new Set(texts)].sort().join('\n');

function resourcesOf(served: readonly Served[]): Part['resources'] {
  const found = new Map<PolicyResource, readonly string[]>();
  for (const { at } of served) {
    if (!at) return undefined;
    found.set(at.resource, [...new Set([...(found.get(at.resource) ?? []), at.text])]);
  }
  return found;
}

function partEdits(text: string, { actions, resources }: Statement, part: Part): readonly Edit[] {
  if (!actions || !resources) return [];
  const written = new Set(actions.items.map(({ service, name }) => `${service}:${name}`));
  const left = new Set([...part.actions].filter((action) => !written.has(action)));
  const textsOf = (item: PolicyAction): readonly string[] => {
    const own = text.slice(item.node.start, item.node.end);
    // Of a set nobody knows what it holds.
    if (item.form === 'set') return part.resources ? [] : [own];
    if (item.form === 'malformed') return [own];
    if (!hasWildcard(item.text)) return part.actions.has(`${item.service}:${item.name}`) ? [own] : [];
    const names = [...left].filter((action) => {
      const { service, name } = readAction(action);
      return matchesAction(item, service, name);
    });
    for (const name of names) left.delete(name);
    return names.map((name) => JSON.stringify(item.prefix + name));
  };
  return [
    ...rewriteItems(text, actions, textsOf),
    ...(part.resources
      ? rewriteItems(text, resources, (item) => (part.resources?.get(item) ?? []).map((each) => JSON.stringify(each)))
      : []),
  ];
}
