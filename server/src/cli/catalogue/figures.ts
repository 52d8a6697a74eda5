/** What the catalogue holds, in numbers. */
import type { Access, Catalogue, Level, Service, SourceData } from '../../core/index.js';

/** Of how many actions what is known. */
export interface Counts {
  readonly actions: number;
  /** By what they do; classes without any are left out. */
  readonly access: { readonly [access in Access]?: number };
  /** By whether they can be restricted to resources. */
  readonly levels: { readonly [level in Level | 'unknown']: number };
}

export interface CatalogueFigures extends Counts {
  /** The day the data was made. */
  readonly date: string;
  readonly sources: { readonly documents: number; readonly oldest?: string; readonly newest?: string };
  readonly services: readonly {
    readonly service: string;
    readonly product: Service['data']['product'];
    readonly actions: number;
  }[];
}

export interface ServiceFigures extends Counts {
  readonly service: string;
  readonly product: Service['data']['product'];
  readonly aliases: readonly string[];
  /** Whether the list of actions is whole enough that an unknown name is probably a mistake. */
  readonly complete: boolean;
  /** The forms that resources of the service have. */
  readonly resources: readonly string[];
  readonly sources: readonly SourceData[];
}

function countsOf(services: readonly Service[]): Counts {
  const access = new Map<Access, number>();
  const levels = { resource: 0, operation: 0, unknown: 0 };
  let actions = 0;
  for (const service of services)
    for (const action of service.actions()) {
      actions++;
      access.set(action.access, (access.get(action.access) ?? 0) + 1);
      levels[action.level?.level ?? 'unknown']++;
    }
  return { actions, access: Object.fromEntries(access), levels };
}

/** The newest first; each once. */
function distinct(sources: readonly SourceData[]): readonly SourceData[] {
  const byName = new Map(sources.map((source) => [`${source.document ?? source.title} ${source.date ?? ''}`, source]));
  return [...byName.values()].sort((a, b) => ((a.date ?? '') > (b.date ?? '') ? -1 : 1));
}

/** Looks at every service. */
export function catalogueFigures(catalogue: Catalogue): CatalogueFigures {
  const services = catalogue.summaries.flatMap(({ service }) => catalogue.service(service) ?? []);
  const sources = distinct(services.flatMap(({ data }) => data.sources ?? []));
  const dates = sources.flatMap(({ date }) => date ?? []);
  const [newest, oldest] = [dates[0], dates.at(-1)];
  return {
    date: catalogue.date,
    ...countsOf(services),
    sources: { documents: sources.length, ...(oldest && { oldest }), ...(newest && { newest }) },
    services: services.map((service) => ({
      service: service.data.service,
      product: service.data.product,
      actions: service.actions().length,
    })),
  };
}

export function serviceFigures(service: Service): ServiceFigures {
  const { data } = service;
  return {
    service: data.service,
    product: data.product,
    aliases: data.aliases ?? [],
    complete: data.complete === true,
    ...countsOf([service]),
    resources: (data.resourceTypes ?? []).map(({ format }) => format),
    sources: distinct(data.sources ?? []),
  };
}
