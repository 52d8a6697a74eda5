/** The inputs of the catalogue: layers that say something of one service each, later ones over earlier ones. */
import type { ActionData, LevelData, ServiceData, SourceData } from '../../server/src/core/catalogue/data.js';

/** The same shape with sources named by key instead of by index. */
type Keyed<T> = T extends readonly (infer U)[]
  ? readonly Keyed<U>[]
  : T extends object
    ? { readonly [K in keyof T]: K extends 'sources' ? readonly string[] : Keyed<T[K]> }
    : T;

export type LayerLevel = Keyed<LevelData>;

/** What a layer says of an action. */
export type LayerAction = Partial<Omit<Keyed<ActionData>, 'parameters' | 'link'>> & {
  /** As in the pack: `Name!:type Other:type`. */
  readonly parameters?: string;
  /** Why this contradicts an earlier layer. */
  readonly reason?: string;
};

/** Actions that get a level by a parameter of theirs, or by name, when nothing else says one. */
export interface Derivation {
  readonly parameter?: string;
  readonly required?: boolean;
  readonly actions?: readonly string[];
  readonly level: LayerLevel;
  readonly resourceTypes?: readonly string[];
}

export type Layer = Partial<Omit<Keyed<ServiceData>, 'sources' | 'actions' | 'names' | 'service'>> & {
  readonly service: string;
  readonly actions?: { readonly [name: string]: LayerAction };
  /** Names with nothing else to say of them. */
  readonly names?: readonly string[];
  /** Actions that a request has required parameters for → those, `Name:type Other:type`. */
  readonly required?: { readonly [name: string]: string };
  /** API products and versions other than the layer's `api` → the actions that belong there, `cbs@2017-03-12`. */
  readonly apis?: { readonly [productAndVersion: string]: readonly string[] };
  /** `[English, Chinese]` per action, in our own words. */
  readonly descriptions?: { readonly [name: string]: readonly [string, string] };
  /** Parameters that name the resource, for all actions of the service. */
  readonly resourceParameters?: readonly string[];
  readonly derive?: readonly Derivation[];
  /** Sources by key. */
  readonly sources?: { readonly [key: string]: SourceData };
  readonly reason?: string;
};
