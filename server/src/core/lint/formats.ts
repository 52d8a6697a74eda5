/** Which documented formats of resources belong to a service and to an action. */
import type { Action, Catalogue, Service } from '../catalogue/catalogue.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { readFormat, type ResourceFormat } from '../policy/resource-format.js';
import { actionsOf } from './level.js';

/** Read once per service: the catalogue's data does not change. */
const formatsOfServices = new WeakMap<Service, readonly ResourceFormat[]>();
const formatsOfActions = new WeakMap<Action, readonly ResourceFormat[]>();

/** The formats of the service's own resources; empty where none is documented. */
export function formatsOfService(service: Service): readonly ResourceFormat[] {
  let formats = formatsOfServices.get(service);
  if (!formats) {
    const { resourceTypes = [], service: id, aliases = [] } = service.data;
    formats = resourceTypes
      .map(({ format }) => readFormat(format))
      .filter((format) => format.service === id || aliases.includes(format.service));
    formatsOfServices.set(service, formats);
  }
  return formats;
}

/**
 * The formats that the action of a policy takes: none for one that documents call operation-level, undefined where the action may take anything,
 * being unknown, a wildcard, or documented without its formats.
 */
export function formatsOfAction(catalogue: Catalogue, pattern: ActionPattern): readonly ResourceFormat[] | undefined {
  if (pattern.form !== 'action' || hasWildcard(pattern.name)) return undefined;
  const [action] = actionsOf(catalogue, pattern);
  const level = action?.level;
  if (!action || !level || level.derived) return undefined;
  if (level.level === 'operation') return level.scope === 'action' ? [] : undefined;
  if (action.resourceTypes.length === 0) return undefined;
  let formats = formatsOfActions.get(action);
  if (!formats) {
    formats = action.resourceTypes.map(({ format }) => readFormat(format));
    formatsOfActions.set(action, formats);
  }
  return formats;
}
