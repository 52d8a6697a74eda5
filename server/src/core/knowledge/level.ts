/** What the catalogue says of the resource-level support of an action as a policy writes it. */
import type { Action, Catalogue, Service } from '../catalogue/catalogue.js';
import type { LevelData } from '../catalogue/data.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { memoByObject } from '../memo.js';
import { isCurrent, isFresh } from './age.js';

/** The actions that a policy's action string stands for; empty where they are not known. */
export function actionsOf(catalogue: Catalogue, { form, service: id, name }: ActionPattern): readonly Action[] {
  if (form !== 'action' || hasWildcard(id)) return [];
  const service = catalogue.service(id);
  if (!service) return [];
  if (hasWildcard(name)) return service.matching(name);
  const action = service.action(name) ?? service.actionIgnoringCase(name);
  return action ? [action] : [];
}

export interface OperationLevel {
  readonly action: Action;
  readonly level: LevelData;
}

/**
 * The action that makes it sure that `pattern` has no resource-level support: the action itself, or for a wildcard the one whose fact is weakest,
 * and then only where every action it stands for is operation-level and the service's list is complete.
 */
export const operationLevelOf = (catalogue: Catalogue, pattern: ActionPattern): OperationLevel | undefined =>
  levels(catalogue)(pattern);

const levels = memoByObject((catalogue: Catalogue) =>
  memoByObject((pattern: ActionPattern) => weakestOf(catalogue, pattern)),
);

function weakestOf(catalogue: Catalogue, pattern: ActionPattern): OperationLevel | undefined {
  const actions = actionsOf(catalogue, pattern);
  const today = catalogue.date;
  let weakest: OperationLevel | undefined;
  for (const action of actions) {
    const { level } = action;
    if (level?.level !== 'operation' || !isWarranted(action, catalogue)) return undefined;
    if (
      !weakest ||
      (isCertain(weakest.action.service, weakest.level, today) && !isCertain(action.service, level, today))
    )
      weakest = { action, level };
  }
  return hasWildcard(pattern.name) && !weakest?.action.service.data.complete ? undefined : weakest;
}

/**
 * The actions inside a wildcard that have no resource-level support, sorted by name; empty for anything but a wildcard, and where `operationLevelOf` speaks
 * of all of them.
 */
export const operationLevelInside = (catalogue: Catalogue, pattern: ActionPattern): readonly Action[] =>
  inside(catalogue)(pattern);

const inside = memoByObject((catalogue: Catalogue) =>
  memoByObject((pattern: ActionPattern): readonly Action[] =>
    hasWildcard(pattern.name) && !weakestOf(catalogue, pattern)
      ? actionsOf(catalogue, pattern).filter(
          (action) => action.level?.level === 'operation' && isWarranted(action, catalogue),
        )
      : [],
  ),
);

/** Whether findings may rest on the action's level: what is said of the product as a whole loses its force in two years. */
const isWarranted = ({ service, level }: Action, { date }: Catalogue): boolean =>
  level?.scope !== 'product' || service.sources(level.sources).some((source) => isFresh(source, date));

/** Whether a document that counts as current on the day `today` says it of this very action. */
export const isCertain = (service: Service, { scope, derived, sources }: LevelData, today: string): boolean =>
  scope === 'action' && !derived && service.sources(sources).some((source) => isCurrent(source, today));
