/** Writes what is shown of single actions only, sentences and parameters, as a pack of its own that is opened when first asked for. */
import { kindsOfDetails, parameterTypes, stops, type PackedDetails } from '../../server/src/core/catalogue/details.js';
import type { Compiled } from './compile.js';
import type { Layer } from './layer.js';

/** `[English, Chinese]` per action. */
export type Descriptions = { readonly [action: string]: readonly [string, string] };

/** The lines of each kind, one per service in the order of `services`; empty where nothing more is known. */
export function writeDetails(
  services: readonly Compiled[],
  layers: readonly Layer[],
  descriptions: ReadonlyMap<string, Descriptions>,
): string {
  const byService = new Map<string, Layer[]>();
  for (const layer of layers) byService.set(layer.service, [...(byService.get(layer.service) ?? []), layer]);
  const packed = services.map((service) =>
    linesOf(service, byService.get(service.service) ?? [], descriptions.get(service.service) ?? {}),
  );
  return Array.from({ length: kindsOfDetails }, (_, kind) =>
    packed.map((lines) => `${lines[kind] ?? ''}\n`).join(''),
  ).join('');
}

function linesOf(service: Compiled, layers: readonly Layer[], descriptions: Descriptions): PackedDetails {
  const names = namesOf(service);
  const required = Object.assign({}, ...layers.map((layer) => layer.required)) as NonNullable<Layer['required']>;
  const apis = Object.assign({}, ...layers.map((layer) => layer.apis)) as NonNullable<Layer['apis']>;
  const ofSdk = new Set(layers.flatMap((layer) => (layer.api ? (layer.names ?? []) : [])));
  const others = Object.entries(apis).map(([api, members]) => [api, members.join(' ')] as const);
  return [
    joined(names.map((name) => withoutStop(descriptions[name]?.[0], stops.en))),
    joined(names.map((name) => withoutStop(descriptions[name]?.[1], stops.zh))),
    joined(
      names.map((name) => (ofSdk.has(name) ? `.${shorten(markResource(required[name] ?? '', service, name))}` : '')),
    ),
    others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : '',
  ];
}

/** How many actions an SDK has: those have a page of the API, and their required parameters are known. */
export function countLinked(services: readonly Compiled[], layers: readonly Layer[]): number {
  const ofSdk = new Set(
    layers.flatMap((layer) =>
      layer.api
        ? [...(layer.names ?? []), ...Object.keys(layer.actions ?? {})].map((name) => `${layer.service}:${name}`)
        : [],
    ),
  );
  return services.flatMap((service) => namesOf(service).filter((name) => ofSdk.has(`${service.service}:${name}`)))
    .length;
}

/** All actions of a service, as the server sorts them. */
export const namesOf = ({ names, actions }: Compiled): readonly string[] =>
  [...Object.values(names ?? {}).flatMap((list) => list.split(' ')), ...Object.keys(actions ?? {})].sort((a, b) =>
    a < b ? -1 : 1,
  );

const joined = (cells: readonly string[]): string => cells.join('\t').replace(/\t+$/, '');

/** The reader puts it back. Throws where a sentence has none. */
function withoutStop(sentence: string | undefined, stop: string): string {
  if (sentence === undefined) return '';
  if (!sentence.endsWith(stop)) throw new Error(`The description "${sentence}" does not end with "${stop}".`);
  return sentence.slice(0, -stop.length);
}

const letters = new Map([...parameterTypes].map(([letter, type]) => [type, letter]));

/** Most parameters are strings, which goes without saying. What an API calls the type of an object tells nothing to who writes policies. */
const shorten = (parameters: string): string =>
  parameters
    .replaceAll(/:string(?= |$)/g, '')
    .replaceAll(/:(\w+)/g, (_, type: string) => `:${letters.get(type) ?? letters.get('object') ?? ''}`);

/** Marks with `=` the parameters that are called as a variable of the action's resources is, whatever the case and number. */
function markResource(parameters: string, { actions, resourceTypes = [] }: Compiled, action: string): string {
  const types = actions?.[action]?.resourceTypes ?? [];
  const variables = new Set(
    resourceTypes
      .filter(({ id }) => types.includes(id))
      .flatMap(
        ({ format }) =>
          format
            .split(':')
            .slice(5)
            .join(':')
            .match(/(?<=\$\{)\w+(?=\})/g) ?? [],
      )
      .map(bare),
  );
  if (variables.size === 0) return parameters;
  return parameters
    .split(' ')
    .map((parameter) =>
      variables.has(bare(/^\w*/.exec(parameter)?.[0] ?? '')) ? parameter.replace(':', '=:') : parameter,
    )
    .join(' ');
}

/** `InstanceIds`, `InstanceId` and `instanceid` are one. */
const bare = (name: string): string => name.toLowerCase().replace(/s$|set$/, '');
