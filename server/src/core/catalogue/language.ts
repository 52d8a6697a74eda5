/** What Tencent Cloud's documents say about the policy language itself: operators, keys, regions, principals, error codes. Facts only, no rules. */
import type { SourceData, Text } from './data.js';
import { createForeign, type Foreign, type ForeignData } from './foreign.js';

export type ValueType = 'string' | 'number' | 'date' | 'boolean' | 'binary' | 'ip' | 'null';

export interface OperatorData {
  readonly name: string;
  readonly type: ValueType;
  readonly meaning: Text;
  /** A condition in words: `{key}` and `{values}` stand for its key and its values. */
  readonly phrase: Text;
  /** How a value is written. */
  readonly format: Text;
  /** `_if_exist` may be appended: then a request without the key meets the condition. */
  readonly ifExist?: true;
  /** `for_any_value:` and `for_all_value:` may be put before it. */
  readonly qualifiers?: true;
  /** AWS's name for the same operator. */
  readonly aws?: readonly string[];
  /** How documents disagree about it, if they do. */
  readonly conflict?: Text;
  readonly sources: readonly number[];
}

export interface ConditionKeyData {
  /** Case-sensitive, as all condition keys are. `<name>` stands for any text. */
  readonly key: string;
  /** The service it belongs to; absent: all services. */
  readonly service?: string;
  readonly type: ValueType;
  readonly description: Text;
  /** An example of a value. */
  readonly example?: string;
  /** `current`: named by the newest documents; `older`: in samples only; `seen`: in policies only. */
  readonly state: 'current' | 'older' | 'seen';
  readonly sources: readonly number[];
}

export interface RegionData {
  /** `ap-guangzhou`; absent where only the short code is known. */
  readonly region?: string;
  /** Short codes of the older naming, `gz`. */
  readonly short?: readonly string[];
  readonly name: Text;
  /** `open`: anyone may use it; `special`: finance, edge or otherwise restricted; `unknown`: not in the newest list. */
  readonly kind: 'open' | 'special' | 'unknown';
  readonly sources: readonly number[];
}

/** A host name of a service, as a role's `principal.service` has it. */
export interface ServicePrincipalData {
  readonly host: string;
  readonly service: string;
  readonly sources: readonly number[];
}

export interface ErrorCodeData {
  readonly code: string;
  readonly meaning: Text;
  readonly sources: readonly number[];
}

/** `${name}` in the last segment of a resource or in a condition value. */
export interface PolicyVariableData {
  readonly name: string;
  readonly meaning: Text;
  readonly sources: readonly number[];
}

/** One of the six segments of a resource. */
export interface SegmentData {
  readonly segment: 'qcs' | 'project' | 'service' | 'region' | 'account' | 'resource';
  readonly meaning: Text;
  /** It cannot be left empty. */
  readonly required?: true;
  readonly whenEmpty?: Text;
  readonly sources: readonly number[];
}

/** How an account or user is written as a resource of CAM. */
export interface IdentityData {
  readonly form: string;
  readonly meaning: Text;
  readonly sources: readonly number[];
}

/** What the guide to the API says of an element of the policy. */
export interface ElementNoteData {
  readonly element: string;
  readonly note: Text;
  readonly sources: readonly number[];
}

export interface LanguageData {
  readonly operators: readonly OperatorData[];
  readonly conditionKeys: readonly ConditionKeyData[];
  readonly regions: readonly RegionData[];
  /** Misspelt regions met in documents and policies → the right one. */
  readonly misspeltRegions: { readonly [wrong: string]: string };
  readonly principals: readonly ServicePrincipalData[];
  readonly errorCodes: readonly ErrorCodeData[];
  readonly variables: readonly PolicyVariableData[];
  readonly foreign: readonly ForeignData[];
  readonly segments: readonly SegmentData[];
  readonly identities: readonly IdentityData[];
  readonly elements: readonly ElementNoteData[];
  readonly sources: readonly SourceData[];
}

export interface Language {
  readonly data: LanguageData;
  /** The operator of exactly this name, without qualifier and suffix. */
  readonly operator: (name: string) => OperatorData | undefined;
  /** The operator that an AWS spelling such as `StringLike` means. */
  readonly operatorOfAws: (name: string) => OperatorData | undefined;
  /** The key of exactly this spelling; `qcs:resource_tag/<key>` counts for any tag. */
  readonly conditionKey: (key: string) => ConditionKeyData | undefined;
  /** The region of this name or short code. */
  readonly region: (code: string) => RegionData | undefined;
  readonly principal: (host: string) => ServicePrincipalData | undefined;
  readonly variable: (name: string) => PolicyVariableData | undefined;
  /** The policy languages of other clouds. */
  readonly foreign: readonly Foreign[];
  readonly sources: (indices: readonly number[]) => readonly SourceData[];
}

/** Reads what `npm run generate` wrote. */
export const readLanguage = (text: string): Language => createLanguage(JSON.parse(text) as LanguageData);

/** Indexes `data` by name. */
function createLanguage(data: LanguageData): Language {
  const operators = new Map(data.operators.map((operator) => [operator.name, operator]));
  const aws = new Map(data.operators.flatMap((operator) => (operator.aws ?? []).map((name) => [name, operator])));
  const keys = new Map(data.conditionKeys.map((key) => [key.key, key]));
  const patterns = data.conditionKeys
    .filter(({ key }) => key.endsWith('>'))
    .map((key) => ({ key, start: key.key.slice(0, key.key.indexOf('<')) }));
  const regions = new Map(
    data.regions.flatMap((region) => [region.region, ...(region.short ?? [])].map((code) => [code, region])),
  );
  const principals = new Map(data.principals.map((principal) => [principal.host, principal]));
  const variables = new Map(data.variables.map((variable) => [variable.name, variable]));
  return {
    data,
    operator: (name) => operators.get(name),
    operatorOfAws: (name) => aws.get(name),
    conditionKey: (key) =>
      keys.get(key) ?? patterns.find(({ start }) => key.startsWith(start) && key.length > start.length)?.key,
    region: (code) => regions.get(code),
    principal: (host) => principals.get(host),
    variable: (name) => variables.get(name),
    foreign: data.foreign.map(createForeign),
    sources: (indices) => indices.flatMap((index) => data.sources[index] ?? []),
  };
}
