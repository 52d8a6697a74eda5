/**
 * The shape of the catalogue's data: what is known of each Tencent Cloud service, as plain JSON.
 * The files are written by `npm run generate` from `server/catalogue/`; `schemas/catalogue.schema.json` says the same of them.
 * Absent always means "not known", never "no".
 */

import type { Text } from '../text.js';

export type { Text };

/** Where a fact is from. Facts name their sources by index into `ServiceData.sources`. */
export interface SourceData {
  readonly title: string;
  /** The title in Chinese, where it is another one. */
  readonly zh?: string;
  /** Tencent Cloud's document number, such as `647/39549`. */
  readonly document?: string;
  readonly url?: string;
  /** The day (or month) the source speaks for, `2026-01-16` or `2026-01`. */
  readonly date?: string;
  /** The source counts as today's word whatever its date, as CMQ's last documents do. */
  readonly current?: boolean;
}

/** `permission`: changes who may do what; `tagging`: changes tags only. */
export type Access = 'read' | 'list' | 'write' | 'permission' | 'tagging';

/** `operation`: CAM is asked about `*` only, so a statement restricted to a resource never applies to the action. */
export type Level = 'resource' | 'operation';

/** What says so: this very action's row, the product's granularity, or a general instruction. */
export type LevelScope = 'action' | 'product' | 'instruction';

export interface LevelData {
  readonly level: Level;
  readonly scope: LevelScope;
  /** `derived`: follows by a rule of ours that the text names; otherwise a document says it. */
  readonly derived?: Text;
  readonly sources: readonly number[];
}

export interface ParameterData {
  readonly name: string;
  readonly type: string;
  readonly required?: true;
  /** The parameter whose value stands in the resource string. */
  readonly resource?: true;
}

export interface ActionData {
  readonly access: Access;
  readonly description?: Text;
  /** Absent: whether the action can be restricted to resources is not known. */
  readonly level?: LevelData;
  /** Ids of `ServiceData.resourceTypes` that the action takes. */
  readonly resourceTypes?: readonly string[];
  /** The documented reason why the action cannot be restricted to resources. */
  readonly restriction?: Text;
  readonly parameters?: readonly ParameterData[];
  /** The heading under which the product's page lists the API. */
  readonly category?: Text;
  /** Pages of the product's console that call it, `A > B`. */
  readonly consolePages?: readonly Text[];
  /** `console`: called by the console's pages only; `pseudo`: no API, a permission that a client needs. */
  readonly kind?: 'server' | 'console' | 'pseudo';
  /** Whether conditions on tags, and on the caller's IP address, work on this very action; absent: see the service. */
  readonly conditions?: { readonly tag?: boolean; readonly ip?: boolean };
  /** Renamed or gone; either name may still be the one CAM checks. */
  readonly status?: {
    readonly kind: 'renamed' | 'gone';
    readonly successor?: string;
    readonly sources: readonly number[];
  };
  /** Where sources conflict: what each says, which one is followed and why. */
  readonly conflict?: Text;
  readonly link?: string;
  readonly sources?: readonly number[];
}

/** A variable part of a resource format, `${name}` in it. */
export interface VariableData {
  readonly name: string;
  readonly kind: 'region' | 'account' | 'id' | 'name' | 'path';
  readonly description?: Text;
}

export interface ResourceTypeData {
  readonly id: string;
  readonly name?: Text;
  /** Six segments in one notation: `qcs::trtc::uin/${uin}:sdkappid/${SdkAppId}`. */
  readonly format: string;
  readonly variables?: readonly VariableData[];
  /** A form of older documents: accepted, and not offered. */
  readonly older?: true;
  readonly conflict?: Text;
  readonly sources?: readonly number[];
}

export interface PresetData {
  readonly name: string;
  readonly scope: Text;
  readonly sources?: readonly number[];
}

export interface RoleData {
  readonly name: string;
  readonly purpose: Text;
  /** When it is needed, when not, and who makes it. */
  readonly when?: Text;
  readonly principal?: string;
  readonly sources?: readonly number[];
}

/** Something to set up before a service can be used, and what fails without it. */
export interface ScenarioData {
  readonly name: Text;
  /** For everyone; otherwise for some uses only. */
  readonly required: boolean;
  /** How its absence shows. */
  readonly symptom: Text;
  /** Who has to do what. */
  readonly remedy: Text;
  /** Actions that the symptom names, `cam:GetRole`. */
  readonly actions?: readonly string[];
  readonly presets?: readonly string[];
  readonly roles?: readonly string[];
  readonly sources?: readonly number[];
}

/** Another action that use of this service needs, and for what (`console`, `sdk`). */
export interface CompanionData {
  readonly action: string;
  readonly resource: string;
  readonly for: 'console' | 'sdk';
  readonly reason: Text;
  readonly sources?: readonly number[];
}

export interface ServiceConditionKeyData {
  readonly key: string;
  /** Names of the actions it is documented for; absent: the whole service. */
  readonly actions?: readonly string[];
  readonly description?: Text;
  readonly sources?: readonly number[];
}

/** Whether a kind of condition works: all of a product's actions, some of them, or none. */
export type Support = 'yes' | 'partially' | 'no';

export interface ConditionsData {
  readonly tag?: { readonly support: Support; readonly sources: readonly number[] };
  readonly ip?: { readonly support: Support; readonly sources: readonly number[] };
}

export interface ServiceData {
  /** The abbreviation CAM uses in actions and resources. */
  readonly service: string;
  readonly product: Text;
  /** Other abbreviations of the same product (`consolevod` of `vod`). */
  readonly aliases?: readonly string[];
  /** SDK modules whose actions these are, where they are named otherwise. */
  readonly sdk?: readonly string[];
  /** Product and version under which the API Explorer shows the actions of kind `server`. */
  readonly api?: { readonly product: string; readonly version: string };
  readonly granularity?: { readonly level: 'service' | 'operation' | 'resource'; readonly sources: readonly number[] };
  /** Whether conditions on tags, and on the caller's IP address, work on the product's actions; `partially`: on some, and which is not known. */
  readonly conditions?: ConditionsData;
  /** Holds for each action that has no level of its own, and for names we do not know. */
  readonly levelOfRest?: LevelData;
  /** Our list of actions is whole enough that an unknown one is probably a mistake. */
  readonly complete?: true;
  /** Region segment: `ap-guangzhou`, `gz`, or none at all. */
  readonly region?: 'modern' | 'short' | 'none';
  /** Another form of region that CAM itself prints in this product's resources. */
  readonly regionAlso?: 'modern' | 'short';
  readonly account?: 'uin' | 'uid';
  readonly resourceTypes?: readonly ResourceTypeData[];
  readonly presets?: readonly PresetData[];
  readonly roles?: readonly RoleData[];
  readonly scenarios?: readonly ScenarioData[];
  readonly companions?: readonly CompanionData[];
  readonly conditionKeys?: readonly ServiceConditionKeyData[];
  readonly successor?: { readonly service: string; readonly note: Text; readonly sources?: readonly number[] };
  /** The service by whose abbreviation CAM knows the product, where the SDK has this one. */
  readonly authorizedAs?: { readonly service: string; readonly note: Text; readonly sources?: readonly number[] };
  /** Where sources conflict on the service as a whole. */
  readonly conflicts?: readonly Text[];
  readonly sources?: readonly SourceData[];
  /** Names of the actions that policies name, the most used one first, separated by blanks. */
  readonly used?: string;
  /** Names of which nothing but the access class is known, separated by blanks. */
  readonly names?: { readonly [access in Access]?: string };
  /** Actions of which more is known. */
  readonly actions?: { readonly [name: string]: ActionData };
}
