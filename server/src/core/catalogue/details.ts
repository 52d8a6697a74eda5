/** What is shown for single actions only: a sentence, the required parameters, the API's page. Read on first use. */
import type { ParameterData, ServiceData, Text } from './data.js';

/**
 * What the pack of details has of a service: cells in the order of its actions sorted by name, separated by tabs. Sentences in English and
 * sentences in Chinese, without the stop that ends each of them; required parameters after a dot where the action is one of an SDK; then, as JSON, `product@version` of actions whose
 * API is another than the service's → their names. Each is a line, and lines of one kind stand together: so they compress by a sixth better.
 */
export type PackedDetails = readonly [english: string, chinese: string, parameters: string, apis: string];

/** What ends the sentences. */
export const stops = { en: '.', zh: '。' } as const;

/** The types of parameters by their letters in the pack. Lists have `[]` behind; a string has no letter where it is not a list. */
export const parameterTypes: ReadonlyMap<string, string> = new Map([
  ['s', 'string'],
  ['n', 'number'],
  ['b', 'boolean'],
  ['o', 'object'],
]);

/** How many kinds of lines there are. */
export const kindsOfDetails = 4;

export interface ActionDetails {
  readonly description?: Text;
  /** The required parameters; for a first-class service all parameters. */
  readonly parameters: readonly ParameterData[];
  /** The page of the API Explorer. */
  readonly link?: string;
}

/** The details of an action by name; undefined if the pack has none. */
export type ReadDetails = (name: string) => ActionDetails | undefined;

/** Reads the lines of a service whose actions, sorted, are `names`. */
export function readDetails(
  lines: PackedDetails | undefined,
  names: readonly string[],
  api: ServiceData['api'],
): ReadDetails {
  if (!lines) return () => undefined;
  const [english, chinese, parameters, apis] = lines;
  const [en, zh, required] = [english.split('\t'), chinese.split('\t'), parameters.split('\t')];
  const others = apis === '' ? {} : (JSON.parse(apis) as { readonly [api: string]: string });
  const places = new Map(names.map((name, place) => [name, place]));
  const otherApis = new Map(
    Object.entries(others).flatMap(([other, members]) => members.split(' ').map((name) => [name, other] as const)),
  );
  return (name) => {
    const place = places.get(name);
    if (place === undefined) return undefined;
    const cell = required[place] ?? '';
    const [product, version] = otherApis.get(name)?.split('@') ?? [api?.product, api?.version];
    return {
      ...(en[place] && zh[place] && { description: { en: en[place] + stops.en, zh: zh[place] + stops.zh } }),
      parameters: cell.length > 1 ? cell.slice(1).split(' ').map(requiredParameter) : [],
      ...(cell !== '' && product && version && { link: explorer(product, version, name) }),
    };
  };
}

/** `Name:n`, or `Name=:n` where the parameter names the resource. */
function requiredParameter(packed: string): ParameterData {
  const [, name = '', mark = '', letter = 's', list = ''] = /^([^=:]+)(=?)(?::(\w)(.*))?$/.exec(packed) ?? [];
  const type = `${parameterTypes.get(letter) ?? letter}${list}`;
  return { name, type, required: true, ...(mark !== '' && { resource: true as const }) };
}

/** The page of the API Explorer, which shows an action's documentation by name and keeps working when documents move. */
export const explorer = (product: string, version: string, action: string): string =>
  `https://console.cloud.tencent.com/api/explorer?Product=${product}&Version=${version}&Action=${action}`;
