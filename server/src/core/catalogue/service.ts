/** Indexes one service's data for lookups. Knows nothing of other services. */
import { memoByText } from '../memo.js';
import { matches } from '../wildcard.js';
import type { Action, Service } from './catalogue.js';
import type { Access, ResourceTypeData, ServiceData, SourceData } from './data.js';
import { readDetails, type ActionDetails, type PackedDetails, type ReadDetails } from './details.js';
import { indexNearest, type FindNearest } from './nearest.js';
import { ranksOf } from './pack.js';

/** How many answers are cached per service and kind of question. */
const rememberedAnswers = 100;

/** The largest number of near names that can be asked for. */
const mostNearest = 10;

/** Indexes `data`, once, in time proportional to the service's own actions. `loadDetails` is called once, on first use. */
export function createService(data: ServiceData, loadDetails?: () => PackedDetails | undefined): Service {
  const byName = new Map<string, Action>();
  let byLowerName: ReadonlyMap<string, Action> | undefined;
  let findNearest: FindNearest | undefined;
  let packedDetails: ReadDetails | undefined;
  const nearest = memoByText(rememberedAnswers, (name) =>
    (findNearest ??= indexNearest(byName.keys()))(name, mostNearest),
  );
  const service: Service = {
    data,
    action: (name) => byName.get(name),
    actionIgnoringCase(name) {
      byLowerName ??= indexByLowerName(byName);
      return byLowerName.get(name.toLowerCase());
    },
    actions: () => sorted,
    matching: memoByText(rememberedAnswers, (pattern) =>
      pattern === '*' ? sorted : sorted.filter(({ name }) => matches(pattern, name)),
    ),
    details(name) {
      packedDetails ??= readDetails(loadDetails?.(), sorted.map(nameOf), data.api);
      return withFacts(byName.get(name), packedDetails(name));
    },
    nearest: (name, limit = 3) => nearest(name).slice(0, limit),
    sources: (indices) =>
      (indices ?? []).flatMap((index): SourceData[] => (data.sources?.[index] ? [data.sources[index]] : [])),
  };
  const sorted = actionsOf(service);
  for (const action of sorted) byName.set(action.name, action);
  return service;
}

const nameOf = ({ name }: Action): string => name;

/** For a first-class action its own facts take precedence over the pack of details. */
function withFacts(action: Action | undefined, packed: ActionDetails | undefined): ActionDetails | undefined {
  if (!action) return undefined;
  const { facts } = action;
  const description = facts?.description ?? packed?.description;
  const link = facts?.link ?? packed?.link;
  return {
    ...(description && { description }),
    parameters: facts?.parameters ?? packed?.parameters ?? [],
    ...(link !== undefined && { link }),
  };
}

/** All actions of the service, sorted by name, with ids of resource types resolved. */
function actionsOf(service: Service): readonly Action[] {
  const { data } = service;
  const types = new Map((data.resourceTypes ?? []).map((type) => [type.id, type]));
  const rest = data.levelOfRest;
  const ranks = ranksOf(data.used);
  const actions: Action[] = [];
  for (const [access, names] of Object.entries(data.names ?? {}) as [Access, string][]) {
    for (const name of names.split(' ')) {
      actions.push({ service, name, access, level: rest, resourceTypes: [], rank: ranks.get(name), facts: undefined });
    }
  }
  for (const [name, facts] of Object.entries(data.actions ?? {})) {
    const resourceTypes = (facts.resourceTypes ?? []).flatMap((id): ResourceTypeData[] => {
      const type = types.get(id);
      return type ? [type] : [];
    });
    actions.push({
      service,
      name,
      access: facts.access,
      level: facts.level ?? rest,
      resourceTypes,
      rank: ranks.get(name),
      facts,
    });
  }
  return actions.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function indexByLowerName(byName: ReadonlyMap<string, Action>): ReadonlyMap<string, Action> {
  const index = new Map<string, Action>();
  for (const [name, action] of byName) {
    const lower = name.toLowerCase();
    if (!index.has(lower)) index.set(lower, action);
  }
  return index;
}
