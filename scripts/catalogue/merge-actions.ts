/** Merges what the layers say of each action, and derives what follows from it. */
import type { ActionData } from '../../server/src/core/catalogue/data.js';
import type { Classify } from './access.js';
import type { Layer } from './layer.js';
import type { Resolved, ResolvedAction, ResolvedDerivation } from './resolve-sources.js';

/** An action with its parameters still as one string. */
export type CompiledAction = Omit<ActionData, 'parameters' | 'link'> & { readonly parameters?: string };

/** The service's actions, and the names by access class of which nothing else is known. */
export function mergeActions(
  service: string,
  layers: readonly Layer[],
  resolved: readonly Resolved[],
  classify: Classify,
  problems: string[],
) {
  const merged = new Map<string, ResolvedAction>();
  resolved.forEach((layer, index) => {
    for (const name of layers[index]?.names ?? []) merged.set(name, merged.get(name) ?? {});
    for (const [name, action] of Object.entries(layer.actions ?? {}))
      merged.set(name, override(`${service}:${name}`, merged.get(name) ?? {}, action, problems));
    for (const [name, [en, zh]] of Object.entries(layers[index]?.descriptions ?? {})) {
      const known = merged.get(name);
      if (known) merged.set(name, { ...known, description: { en, zh } });
      else problems.push(`${service}:${name}: a description of an action that no layer has`);
    }
  });
  const derive = resolved.flatMap((layer) => layer.derive ?? []);
  for (const { actions: named = [] } of derive)
    for (const name of named)
      if (!merged.has(name) || merged.get(name)?.level)
        problems.push(`${service}:${name}: a derivation for an action that no layer has, or whose level is known`);
  const marks = new Set(layers.flatMap((layer) => layer.resourceParameters ?? []));
  const actions: Record<string, CompiledAction> = {};
  const unnamed: Partial<Record<ActionData['access'], string>> = {};
  for (const [name, facts] of [...merged].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rule = classify(service, name);
    const access = facts.access ?? rule;
    if (!access) problems.push(`${service}:${name}: no access class; add its verb to server/catalogue/access.json`);
    else if (facts.access === rule)
      problems.push(`${service}:${name}: the rules give access ${access} already; drop it from the overlay`);
    const whole = { ...deriveLevel(name, markResource(facts, marks), derive), access: access ?? 'read' };
    if (Object.keys(whole).length > 1) actions[name] = whole;
    else unnamed[whole.access] = unnamed[whole.access] === undefined ? name : `${unnamed[whole.access] ?? ''} ${name}`;
  }
  return { actions, unnamed };
}

/** `next` over `known`; a contradiction needs a reason. The reason itself does not ship. */
function override(
  action: string,
  known: ResolvedAction,
  { reason, ...next }: ResolvedAction,
  problems: string[],
): ResolvedAction {
  if (known.level && next.level && known.level.level !== next.level.level && reason === undefined)
    problems.push(`${action}: contradicts an earlier layer's level without a reason`);
  if (
    known.level &&
    next.level &&
    known.level.level === next.level.level &&
    known.level.sources.join() === next.level.sources.join()
  )
    problems.push(`${action}: says the level again; drop it`);
  return { ...known, ...next };
}

function markResource(facts: ResolvedAction, marks: ReadonlySet<string>): ResolvedAction {
  if (facts.parameters === undefined || marks.size === 0) return facts;
  const parameters = facts.parameters
    .split(' ')
    .map((parameter) => (marks.has(/^\w+/.exec(parameter)?.[0] ?? '') ? parameter.replace(':', '=:') : parameter));
  return { ...facts, parameters: parameters.join(' ') };
}

function deriveLevel(name: string, facts: ResolvedAction, rules: readonly ResolvedDerivation[]): ResolvedAction {
  if (facts.level) return facts;
  const rule = rules.find(
    ({ actions, parameter, required }) =>
      actions?.includes(name) === true ||
      (parameter !== undefined &&
        new RegExp(`(^| )${parameter}${required ? '!' : '[!=]*'}=?:`).test(facts.parameters ?? '')),
  );
  return rule
    ? { ...facts, level: rule.level, ...(rule.resourceTypes && { resourceTypes: rule.resourceTypes }) }
    : facts;
}
