/** Extracts action names and request parameters from unpacked SDK packages by plain text matching. Never keeps their sentences. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the SDK packages say of one action. */
export interface SdkAction {
  /** As in the pack, `Name!:type Other:type`. */
  readonly parameters: string;
  /** The newest API version that has it, `2019-06-12`. */
  readonly version: string;
}

/** What the SDK packages say of one module. */
export interface SdkModule {
  /** The newest API version, `2019-06-12`. */
  version: string;
  readonly actions: Map<string, SdkAction>;
}

/** Modules of both packages by name; the Chinese package wins, because only it marks required parameters. */
export function readSdks(chinese: string, international: string): Map<string, SdkModule> {
  const modules = new Map<string, SdkModule>();
  const services = path.join(chinese, 'tencentcloud', 'services');
  forEachVersion(services, (name, folder, version) => {
    const client = path.join(folder, `${name}_client.d.ts`);
    if (existsSync(client))
      collect(modules, name, version, readTyped(client, path.join(folder, `${name}_models.d.ts`)));
  });
  forEachVersion(path.join(international, 'tencentcloud'), (name, folder, version) => {
    const client = path.join(folder, `${name}_client.js`);
    if (existsSync(client)) collect(modules, name, version, readUntyped(client, path.join(folder, 'models.js')));
  });
  return modules;
}

function forEachVersion(root: string, visit: (name: string, folder: string, version: string) => void): void {
  for (const { name } of readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const versions = readdirSync(path.join(root, name)).filter((entry) => /^v\d{8}$/.test(entry));
    for (const version of versions.sort().reverse())
      visit(name, path.join(root, name, version), version.replace(/^v(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
  }
}

function collect(
  modules: Map<string, SdkModule>,
  name: string,
  version: string,
  actions: ReadonlyMap<string, string>,
): void {
  const known = modules.get(name) ?? { version, actions: new Map<string, SdkAction>() };
  if (version > known.version) known.version = version;
  for (const [action, parameters] of actions)
    if (!known.actions.has(action)) known.actions.set(action, { parameters, version });
  modules.set(name, known);
}

function readTyped(clientFile: string, modelsFile: string): Map<string, string> {
  const models = new Map<string, string>();
  for (const [, name = '', body = ''] of read(modelsFile).matchAll(
    /^export (?:interface|type|declare type) (\w+)\b[^{\n]*\{\n?([^]*?)^\}/gm,
  ))
    models.set(name, body);
  const actions = new Map<string, string>();
  for (const [, action = '', request = ''] of read(clientFile).matchAll(/^ {4}(\w+)\(req\??: ?(\w+),/gm)) {
    const fields = [...(models.get(request) ?? '').matchAll(/^ {4}(\w+)(\??): (.+);$/gm)];
    actions.set(
      action,
      fields
        .map(([, name = '', optional = '', type = '']) => `${name}${optional ? '' : '!'}:${shorten(type)}`)
        .join(' '),
    );
  }
  return actions;
}

function readUntyped(clientFile: string, modelsFile: string): Map<string, string> {
  const models = new Map<string, string>();
  for (const [, name = '', body = ''] of read(modelsFile).matchAll(
    /^class (\w+) extends +AbstractModel \{\n([^]*?)^ {4}\}$/gm,
  ))
    models.set(name, body);
  const actions = new Map<string, string>();
  for (const [, action = ''] of read(clientFile).matchAll(/^ {4}(\w+)\(req, cb\)/gm)) {
    const fields = [
      ...(models.get(`${action}Request`) ?? '').matchAll(/@type \{([^}]*)\}\n\s*\*\/\n\s*this\.(\w+) = null;/g),
    ];
    actions.set(
      action,
      fields.map(([, type = '', name = '']) => `${name}:${shorten(type.replace(/ \|\| null$/, ''))}`).join(' '),
    );
  }
  return actions;
}

/** `Array<string>` → `string[]`; no blanks. */
const shorten = (type: string): string =>
  type
    .replaceAll(' ', '')
    .replace(/^Array\.?<(.+)>$/, '$1[]')
    .replaceAll('|null', '');

const read = (file: string): string => readFileSync(file, 'utf8');
