/** A policy as CAM sees it, every part with its place in the text. Read-only: a new text gives a new model. */
import type { JsonArray, JsonNode, JsonObject, JsonProperty, JsonString, JsonTree } from '../syntax/json.js';
import type { CarriesCache } from '../memo.js';
import type { ActionPattern } from './action.js';
import type { Effect, PolicyElement, StatementElement } from './elements.js';
import type { ResourcePattern } from './resource.js';

/** A member of the policy or of a statement. */
export interface Member<Name extends string> {
  readonly property: JsonProperty;
  /** What it is read as, in any case; undefined: no element of this level. */
  readonly element: Name | undefined;
}

/** Has the memory of its string, for what is known of it whatever stands around it. */
export interface PolicyAction extends ActionPattern {
  readonly node: JsonString;
}

/** Has the memory of its string, for what is known of it whatever stands around it. */
export interface PolicyResource extends ResourcePattern {
  readonly node: JsonString;
}

/** An element that holds one string or an array of strings. */
export interface StringList<Item> {
  readonly property: JsonProperty;
  /** The array; undefined where a single string stands without brackets. */
  readonly array: JsonArray | undefined;
  readonly items: readonly Item[];
}

export interface ConditionKey {
  readonly property: JsonProperty;
  readonly key: string;
  readonly values: readonly JsonNode[];
}

export interface ConditionOperator {
  readonly property: JsonProperty;
  readonly operator: string;
  readonly keys: readonly ConditionKey[];
}

export interface PrincipalEntry {
  /** `qcs`, `service`, `federated`; undefined for strings that stand without a key. */
  readonly property: JsonProperty | undefined;
  readonly kind: string;
  readonly values: readonly JsonString[];
}

export interface Principal {
  readonly property: JsonProperty;
  readonly entries: readonly PrincipalEntry[];
}

export interface Statement {
  readonly node: JsonObject;
  /** The array it is an item of; undefined where `statement` is a lone object. */
  readonly list: JsonArray | undefined;
  /** Its place among the statements, from 0. */
  readonly index: number;
  readonly members: readonly Member<StatementElement>[];
  /** The first member of each element; later ones of the same name are not read. */
  readonly element: { readonly [name in StatementElement]?: JsonProperty };
  /** Undefined unless it is exactly `allow` or `deny` in any case. */
  readonly effect: Effect | undefined;
  readonly actions: StringList<PolicyAction> | undefined;
  readonly resources: StringList<PolicyResource> | undefined;
  readonly principal: Principal | undefined;
  readonly conditions: readonly ConditionOperator[];
}

/** What is not known of a policy's text: `values`, for which characters of `syntax/unknown-mark.ts` stand; `parts`, which may stand in it once, often or never. */
export type Unknown = 'values' | 'parts';

export interface Policy extends CarriesCache {
  readonly tree: JsonTree;
  /** Undefined: all of the text is known. */
  readonly unknown: Unknown | undefined;
  /** The policy's object; undefined where the text holds none. */
  readonly node: JsonObject | undefined;
  readonly members: readonly Member<PolicyElement>[];
  readonly element: { readonly [name in PolicyElement]?: JsonProperty };
  readonly principal: Principal | undefined;
  readonly statements: readonly Statement[];
}
