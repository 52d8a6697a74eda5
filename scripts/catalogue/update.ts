/** Refreshes `facts/` from pinned versions of the SDK packages. The only step that needs the network. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readFolder, readJson, writeFolder } from './files.js';
import type { Layer, LayerAction } from './layer.js';
import { catalogue, firstClass, folders } from './paths.js';
import { readSdks, type SdkAction, type SdkModule } from './sdk.js';

/** `server/catalogue/versions.json`: what the facts are read from. */
export interface Versions {
  /** The day the catalogue speaks for. */
  readonly date: string;
  readonly packages: { readonly chinese: string; readonly international: string };
}

/** `server/catalogue/modules.json`: SDK modules whose actions CAM knows by another abbreviation, or by several. */
export type Modules = { readonly [module: string]: string | readonly string[] };

/** Reads the pinned packages; says what was added and removed. */
export function updateFacts(): string {
  const modules = readSdks(...unpackSdks());
  const services = readJson(`${catalogue}/modules.json`) as Modules;
  const files = new Map<string, Layer>();
  for (const [module, facts] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const named = services[module] ?? module;
    for (const service of typeof named === 'string' ? [named] : named) {
      const layer = layerOf(service, module, facts);
      const known = files.get(service);
      files.set(service, known ? mergeLayers(known, layer) : layer);
    }
  }
  const before = readFolder(folders.facts) as ReadonlyMap<string, Layer>;
  writeFolder(folders.facts, files);
  return compare(before, files);
}

/** The folders of the pinned packages, Chinese and international; they are unpacked once into `cache`, outside the project. */
export function unpackSdks(cache = path.join(os.tmpdir(), 'cam-policy-catalogue')): readonly [string, string] {
  const { packages } = readJson(`${catalogue}/versions.json`) as Versions;
  return [unpack(cache, packages.chinese), unpack(cache, packages.international)];
}

function unpack(cache: string, spec: string): string {
  const folder = path.join(cache, spec.replaceAll(/[@/]/g, '-').replace(/^-/, ''));
  const unpacked = path.join(folder, 'package');
  if (existsSync(unpacked)) return unpacked;
  mkdirSync(folder, { recursive: true });
  const archive =
    execFileSync('npm', ['pack', '--silent', spec], { cwd: folder, encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  return unpacked;
}

function layerOf(service: string, module: string, { version, actions }: SdkModule): Layer {
  const sorted = [...actions].sort(([a], [b]) => (a < b ? -1 : 1));
  const described = sorted.filter(([name]) => isDescribed(service, name));
  const rest = sorted.filter(([name]) => !isDescribed(service, name));
  const required = rest.flatMap(([name, { parameters }]): [string, string][] => {
    const own = parameters.split(' ').filter((parameter) => parameter.includes('!'));
    return own.length > 0 ? [[name, own.join(' ').replaceAll('!', '')]] : [];
  });
  return {
    service,
    ...(module !== service && { sdk: [module] }),
    api: { product: module, version },
    ...olderApis(module, version, rest),
    ...(rest.length > 0 && { names: rest.map(([name]) => name) }),
    ...(required.length > 0 && { required: Object.fromEntries(required) }),
    ...(described.length > 0 && {
      actions: Object.fromEntries(
        described.map(([name, { parameters }]): [string, LayerAction] => [name, { kind: 'server', parameters }]),
      ),
    }),
  };
}

/** Actions that only an older version of the API has. */
function olderApis(
  module: string,
  newest: string,
  actions: readonly (readonly [string, SdkAction])[],
): Pick<Layer, 'apis'> {
  const versions = [...new Set(actions.map(([, { version }]) => version))].filter((version) => version !== newest);
  if (versions.length === 0) return {};
  const namesOf = (wanted: string): string[] =>
    actions.flatMap(([name, { version }]) => (version === wanted ? [name] : []));
  return { apis: Object.fromEntries(versions.map((version) => [`${module}@${version}`, namesOf(version)])) };
}

/** Actions of two modules that CAM knows by one abbreviation; where both have a name, the service's own module counts. */
function mergeLayers(a: Layer, b: Layer): Layer {
  const [own, other] = a.sdk === undefined ? [a, b] : [b, a];
  const added = (other.names ?? []).filter((name) => own.names?.includes(name) !== true);
  return {
    ...own,
    sdk: [own.service, ...(other.sdk ?? [])],
    apis: { ...own.apis, [`${other.api?.product ?? ''}@${other.api?.version ?? ''}`]: added },
    names: [...(own.names ?? []), ...added].sort(),
    required: Object.fromEntries(
      Object.entries({ ...other.required, ...own.required }).sort(([x], [y]) => (x < y ? -1 : 1)),
    ),
  };
}

/** Whether more than the name is kept: all of the first-class services, but of TDMQ only what succeeds CMQ. */
const isDescribed = (service: string, action: string): boolean =>
  firstClass.includes(service) && (service !== 'tdmq' || action.includes('Cmq'));

function compare(before: ReadonlyMap<string, Layer>, after: ReadonlyMap<string, Layer>): string {
  const old = new Set([...before.values()].flatMap(namesOf));
  const now = new Set([...after.values()].flatMap(namesOf));
  const added = [...now].filter((name) => !old.has(name));
  const removed = [...old].filter((name) => !now.has(name));
  const list = (title: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${title}: ${names.length}`, ...names.map((name) => `  ${name}`)];
  return [`${after.size} modules, ${now.size} actions`, ...list('added', added), ...list('removed', removed)].join(
    '\n',
  );
}

const namesOf = ({ service, names, actions }: Layer): string[] =>
  [...(names ?? []), ...Object.keys(actions ?? {})].map((name) => `${service}:${name}`);
