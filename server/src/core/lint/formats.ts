/** Which documented formats of resources belong to a service and to an action. */
import type { Action, Catalogue, Service } from '../catalogue/catalogue.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { readFormat, type ResourceFormat } from '../policy/resource-format.js';
import { actionsOf, isCurrent } from './level.js';

/** Read once per service: the catalogue's data does not change. */
const formatsOfServices = new WeakMap<Service, readonly ResourceFormat[]>();
const formatsOfActions = new WeakMap<Action, DocumentedFormats>();

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

/** The formats that an action takes, and the day of the document that says so where it is not today's word. */
export interface DocumentedFormats {
  readonly formats: readonly ResourceFormat[];
  /** Undefined where a current document says it, or the service is known as a whole. */
  readonly dated: string | undefined;
}

/**
 * What the action of a policy takes: no format for one that documents call operation-level, undefined where it may take anything,
 * being unknown, a wildcard, or documented without its formats.
 */
export function formatsOfAction(catalogue: Catalogue, pattern: ActionPattern): DocumentedFormats | undefined {
  if (pattern.form !== 'action' || hasWildcard(pattern.name)) return undefined;
  const [action] = actionsOf(catalogue, pattern);
  const level = action?.level;
  if (!action || !level || level.derived) return undefined;
  if (level.level === 'operation') return level.scope === 'action' ? { formats: [], dated: undefined } : undefined;
  if (action.resourceTypes.length === 0) return undefined;
  let documented = formatsOfActions.get(action);
  if (!documented) {
    const sources = action.service.sources(level.sources);
    documented = {
      formats: action.resourceTypes.map(({ format }) => readFormat(format)),
      dated: action.service.data.complete || sources.some(isCurrent) ? undefined : (sources[0]?.date ?? ''),
    };
    formatsOfActions.set(action, documented);
  }
  return documented;
}
