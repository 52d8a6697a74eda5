/** Which documented formats of resources belong to a service and to an action. */
import type { Action, Catalogue, Service } from '../catalogue/catalogue.js';
import type { VariableData } from '../catalogue/data.js';
import type { ActionPattern } from '../policy/action.js';
import { readFormat, type ResourceFormat } from '../policy/resource-format.js';
import { memoByObject, memoByText } from '../memo.js';
import { isCurrent } from './age.js';
import { actionsOf } from './level.js';

/** The formats of the service's own resources; empty where none is documented. */
export const formatsOfService = memoByObject(({ data }: Service): readonly ResourceFormat[] => {
  const { resourceTypes = [], service: id, aliases = [] } = data;
  return resourceTypes
    .map(({ format }) => readFormat(format))
    .filter((format) => format.service === id || aliases.includes(format.service));
});

/** A format, and the kind of the variable that each of its parts is; undefined for literal parts and those that hold more than a variable. */
export interface DocumentedType {
  readonly format: ResourceFormat;
  readonly kinds: readonly (VariableData['kind'] | undefined)[];
}

/** The types of the service's own resources. */
export const typesOfService = memoByObject((service: Service): readonly DocumentedType[] => {
  const own = new Set(formatsOfService(service));
  return (service.data.resourceTypes ?? []).flatMap(({ format: text, variables = [] }): readonly DocumentedType[] => {
    const format = readFormat(text);
    const kindOf = (part: string): VariableData['kind'] | undefined =>
      variables.find(({ name }) => part === `\${${name}}`)?.kind;
    return own.has(format) ? [{ format, kinds: format.parts.map(kindOf) }] : [];
  });
});

/** The formats that an action takes, and the day of the document that says so where it is not today's word. */
export interface DocumentedFormats {
  /** Mostly one shared list, as many actions take the same formats. */
  readonly formats: readonly ResourceFormat[];
  /** Undefined where a current document says it, or the service is known as a whole. */
  readonly dated: string | undefined;
}

/**
 * What the action of a policy takes: no format for one that documents call operation-level, undefined where it may take anything,
 * being unknown, a wildcard, or documented without its formats.
 */
export const formatsOfAction = (catalogue: Catalogue, pattern: ActionPattern): DocumentedFormats | undefined =>
  formatsIn(catalogue)(pattern);

const formatsIn = memoByObject((catalogue: Catalogue) =>
  memoByObject((pattern: ActionPattern): DocumentedFormats | undefined => {
    const [action] = pattern.exact ? actionsOf(catalogue, pattern) : [];
    return action && documentedFormats(action, catalogue.date);
  }),
);

const none: DocumentedFormats = { formats: [], dated: undefined };

function documentedFormats({ level, resourceTypes, service }: Action, today: string): DocumentedFormats | undefined {
  if (!level || level.derived) return undefined;
  if (level.level === 'operation') return level.scope === 'action' ? none : undefined;
  if (resourceTypes.length === 0) return undefined;
  const sources = service.sources(level.sources);
  return {
    formats: listOf(resourceTypes.map(({ format }) => format).join('\n')),
    dated:
      service.data.complete || sources.some((source) => isCurrent(source, today))
        ? undefined
        : (sources[0]?.date ?? ''),
  };
}

/** As many as the services have that a policy speaks of. */
const rememberedLists = 1000;

const listOf = memoByText(rememberedLists, (texts): readonly ResourceFormat[] => texts.split('\n').map(readFormat));
