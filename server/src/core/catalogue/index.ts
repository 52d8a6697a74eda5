/** Makes a catalogue from a source of data. Loads a service when it is first asked for. */
import type { Catalogue, CatalogueSource, Service } from './catalogue.js';
import { indexNearest, type FindNearest } from './nearest.js';
import { createService } from './service.js';

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
  return {
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
    nearestServices: (id, limit) => (findNearest ??= indexNearest(canonical.keys()))(id, limit),
  };
}
