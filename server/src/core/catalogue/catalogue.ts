/** Lookups over injected catalogue data. A service is loaded and indexed when it is first asked for; nothing here scans other services. */
import type { Access, ActionData, LevelData, ResourceTypeData, ServiceData, SourceData, Text } from './data.js';
import type { ActionDetails, PackedDetails } from './details.js';

/** What the catalogue lists without loading a service. */
export interface ServiceSummary {
  readonly service: string;
  readonly product: Text;
  /** Other abbreviations that `Catalogue.service` takes for it. */
  readonly aliases?: readonly string[];
  /** Place among all services by how many policies name them, 0 for the most used one; absent where none was seen to. */
  readonly rank?: number;
}

/** Brings a service's data; called at most once per service. */
export interface CatalogueSource {
  /** All services, sorted by abbreviation. */
  readonly summaries: readonly ServiceSummary[];
  /** The day the data was made, `2026-11-22`. */
  readonly date: string;
  load(service: string): ServiceData | undefined;
  /** What the pack of details has of a service; called at most once per service. */
  details?(service: string): PackedDetails | undefined;
}

/** An action with its service's tables resolved. */
export interface Action {
  readonly service: Service;
  readonly name: string;
  readonly access: Access;
  /** What is known of its resource-level support; undefined: nothing. */
  readonly level: LevelData | undefined;
  readonly resourceTypes: readonly ResourceTypeData[];
  /** Place among the service's actions by how many policies name them, 0 for the most used one; undefined where none was seen to. */
  readonly rank: number | undefined;
  /** The rest of its entry; undefined where only the name and access class are known. */
  readonly facts: ActionData | undefined;
}

export interface Service {
  readonly data: ServiceData;
  /** The action of exactly this name. */
  action(name: string): Action | undefined;
  /** The action of this name in any case; where several differ by case only, the first by name. */
  actionIgnoringCase(name: string): Action | undefined;
  /** All actions, sorted by name. */
  actions(): readonly Action[];
  /** The actions that a pattern with `*` stands for, sorted by name; remembered per pattern. */
  matching(pattern: string): readonly Action[];
  /** Names likely meant by `name`, best first, at most `limit` (3, 10 at most); empty where nothing is near. Remembered per name. */
  nearest(name: string, limit?: number): readonly string[];
  /** What is shown of the action of exactly this name beside its facts: read when first asked for. */
  details(name: string): ActionDetails | undefined;
  /** The sources behind indices found in this service's data. */
  sources(indices: readonly number[] | undefined): readonly SourceData[];
}

export interface Catalogue {
  readonly date: string;
  readonly summaries: readonly ServiceSummary[];
  /** The service of exactly this abbreviation or alias. */
  service(id: string): Service | undefined;
  /** Abbreviations likely meant by `id`, best first, at most `limit` (3). */
  nearestServices(id: string, limit?: number): readonly string[];
}
