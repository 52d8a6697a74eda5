/** Look-ups over injected catalogue data. A service is loaded and indexed on first use; no look-up scans other services. */
import type { Access, ActionData, LevelData, ResourceTypeData, ServiceData, SourceData, Text } from './data.js';
import type { ActionDetails, PackedDetails } from './details.js';

/** What the catalogue lists without loading a service. */
export interface ServiceSummary {
  readonly service: string;
  readonly product: Text;
  /** Other abbreviations for which `Catalogue.service` returns this service. */
  readonly aliases?: readonly string[];
  /** Rank by the number of policies that name the service, 0 for the most used one; absent if no counted policy names it. */
  readonly rank?: number;
}

/** Brings a service's data; called at most once per service. */
export interface CatalogueSource {
  /** All services, sorted by abbreviation. */
  readonly summaries: readonly ServiceSummary[];
  /** The day the data was made, `2026-11-22`. */
  readonly date: string;
  load(service: string): ServiceData | undefined;
  /** The services that have an action of this name in any case, and perhaps others; read on first use. */
  servicesWith(name: string): readonly string[];
  /** Loads a service's details; called at most once per service. */
  details?(service: string): PackedDetails | undefined;
}

/** An action with its service's tables resolved. */
export interface Action {
  readonly service: Service;
  readonly name: string;
  readonly access: Access;
  /** What is known of its resource-level support; undefined if nothing is. */
  readonly level: LevelData | undefined;
  readonly resourceTypes: readonly ResourceTypeData[];
  /** Rank among the service's actions by the number of policies that name them, 0 for the most used one; undefined if no counted policy names it. */
  readonly rank: number | undefined;
  /** The rest of its entry; undefined if only the name and access class are known. */
  readonly facts: ActionData | undefined;
}

export interface Service {
  readonly data: ServiceData;
  /** The action of exactly this name. */
  action(name: string): Action | undefined;
  /** The action of this name, ignoring case; the first by name if several differ only in case. */
  actionIgnoringCase(name: string): Action | undefined;
  /** All actions, sorted by name. */
  actions(): readonly Action[];
  /** The actions that match a pattern with `*`, sorted by name; cached per pattern. */
  matching(pattern: string): readonly Action[];
  /** Names that a misspelt `name` probably means, best first, at most `limit` (default 3, maximum 10); empty if none is near. Cached per name. */
  nearest(name: string, limit?: number): readonly string[];
  /** The details of the action of exactly this name; read on first use. */
  details(name: string): ActionDetails | undefined;
  /** The sources for indices in this service's data. */
  sources(indices: readonly number[] | undefined): readonly SourceData[];
}

export interface Catalogue {
  readonly date: string;
  readonly summaries: readonly ServiceSummary[];
  /** The service of exactly this abbreviation or alias. */
  service(id: string): Service | undefined;
  /**
   * The actions of this name in all services, those of most used services first; in any case, unless one has this case. At most 20: the services are loaded.
   * Cached per name.
   */
  actionsNamed(name: string): readonly Action[];
  /** Abbreviations that a misspelt `id` probably means, best first, at most `limit` (default 3). */
  nearestServices(id: string, limit?: number): readonly string[];
}
