/** Makes a catalogue from a source of data. Loads a service when it is first asked for. */
import { memoByText } from '../memo.js';
import type { Action, Catalogue, CatalogueSource, Service } from './catalogue.js';
import { indexNearest, type FindNearest } from './nearest.js';
import { createService } from './service.js';

/** So many answers on bare names are kept, and so many services are loaded for one. */
const [rememberedNames, mostServices] = [200, 20];

/** A catalogue over `source`; nothing is loaded yet. An alias gives the service it stands for. */
export function createCatalogue(source: CatalogueSource): Catalogue {
  const { summaries, date } = source;
  const canonical = new Map<string, string>();
  for (const { service, aliases } of summaries) {
    canonical.set(service, service);
    for (const alias of aliases ?? []) if (!canonical.has(alias)) canonical.set(alias, service);
  }
  /** Loaded ones, by each name they were asked for. */
  const services = new Map<string, Service | undefined>();
  let findNearest: FindNearest | undefined;
  const load = (id: string): Service | undefined => {
    const data = source.load(id);
    return data && createService(data, () => source.details?.(data.service));
  };
  const ranks = new Map(summaries.map(({ service, rank }) => [service, rank ?? summaries.length]));
  const rankOf = (id: string): number => ranks.get(id) ?? summaries.length;
  const catalogue: Catalogue = {
    date,
    summaries,
    service(id) {
      const known = services.get(id);
      if (known) return known;
      const name = canonical.get(id);
      if (name === undefined || services.has(id)) return undefined;
      const service = services.has(name) ? services.get(name) : load(name);
      services.set(name, service).set(id, service);
      return service;
    },
    actionsNamed: memoByText(rememberedNames, (name) => {
      const ids = [...source.servicesWith(name)].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, mostServices);
      return sameCaseFirst(
        name,
        ids.flatMap((id) => catalogue.service(id) ?? []),
      );
    }),
    nearestServices: (id, limit) => (findNearest ??= indexNearest(canonical.keys()))(id, limit),
  };
  return catalogue;
}

/** The services' actions of this name: those in this case, or, where there are none, those in any. */
function sameCaseFirst(name: string, services: readonly Service[]): readonly Action[] {
  const exact = services.flatMap((service) => service.action(name) ?? []);
  return exact.length > 0 ? exact : services.flatMap((service) => service.actionIgnoringCase(name) ?? []);
}
