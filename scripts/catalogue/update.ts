/** Refreshes `facts/` from pinned versions of the SDK packages. The only step that needs the network. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readFolder, readJson, writeFolder } from './files.js';
import type { Layer, LayerAction } from './layer.js';
import { catalogue, firstClass, folders } from './paths.js';
import { readSdks, type SdkModule } from './sdk.js';

/** `server/catalogue/versions.json`: what the facts are read from. */
export interface Versions {
  /** The day the catalogue speaks for. */
  readonly date: string;
  readonly packages: { readonly chinese: string; readonly international: string };
}

/** `server/catalogue/modules.json`: SDK modules whose actions CAM knows by another abbreviation. */
export type Modules = { readonly [module: string]: string | readonly string[] };

/** Packages are unpacked once into `cache`, outside the project; says what was added and removed. */
export function updateFacts(cache = path.join(os.tmpdir(), 'cam-policy-catalogue')): string {
  const { packages } = readJson(`${catalogue}/versions.json`) as Versions;
  const modules = readSdks(unpack(cache, packages.chinese), unpack(cache, packages.international));
  const services = readJson(`${catalogue}/modules.json`) as Modules;
  const files = new Map<string, Layer>();
  for (const [module, facts] of [...modules].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const service = services[module] ?? module;
    if (typeof service === 'string') files.set(service, layerOf(service, module, facts));
  }
  const before = readFolder(folders.facts) as ReadonlyMap<string, Layer>;
  writeFolder(folders.facts, files);
  return compare(before, files);
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
  const named = module === service ? {} : { sdk: [module] };
  const names = sorted.map(([name]) => name).filter((name) => !isDescribed(service, name));
  if (names.length === sorted.length) return { service, ...named, names };
  const described = sorted
    .filter(([name]) => isDescribed(service, name))
    .map(([name, parameters]): [string, LayerAction] => [
      name,
      { kind: 'server' as const, ...(parameters !== undefined && { parameters }) },
    ]);
  return {
    service,
    ...named,
    api: { product: module, version },
    ...(names.length > 0 && { names }),
    actions: Object.fromEntries(described),
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
