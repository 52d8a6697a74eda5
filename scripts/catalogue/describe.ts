/** Takes sentences on actions over into `descriptions/`, those that are right: the others are named. Needs the SDK packages to compare with. */
import path from 'node:path';
import { compile } from './compile.js';
import { checkDescriptions } from './descriptions.js';
import { namesOf, type Descriptions } from './details.js';
import { readFolder, writeFolder } from './files.js';
import { readInputs } from './generate.js';
import { folders } from './paths.js';
import { plainOf, readSdkSentences } from './sdk-sentences.js';
import { unpackSdks } from './update.js';

/** Reads `folder`, a JSON file per service with `[English, Chinese]` per action, over what is there; says what was taken and what not. */
export function importDescriptions(folder: string): string {
  const services = new Map(compile(readInputs()).map((service) => [service.service, service]));
  const sentences = readSdkSentences(...unpackSdks());
  const all = new Map(readFolder(folders.descriptions) as ReadonlyMap<string, Descriptions>);
  const refused: string[] = [];
  for (const [service, found] of readFolder(folder) as ReadonlyMap<string, Descriptions>) {
    const compiled = services.get(service);
    if (!compiled) throw new Error(`${path.join(folder, service)}.json: no such service`);
    const described = Object.entries(compiled.actions ?? {}).flatMap(([name, { description }]) =>
      description ? [name] : [],
    );
    const merged: Record<string, readonly [string, string]> = { ...all.get(service), ...found };
    for (const problem of [
      ...checkDescriptions(merged, namesOf(compiled), described),
      ...Object.entries(merged).flatMap(([name, texts]) => copiedFrom(sentences, name, texts)),
    ]) {
      refused.push(`${service}:${problem}`);
      Reflect.deleteProperty(merged, problem.slice(0, problem.indexOf(':')));
    }
    all.set(service, Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1))));
  }
  writeFolder(folders.descriptions, new Map([...all].filter(([, texts]) => Object.keys(texts).length > 0)));
  const count = [...all.values()].reduce((sum, texts) => sum + Object.keys(texts).length, 0);
  return [`${count} descriptions of ${all.size} services, ${refused.length} refused`, ...refused].join('\n');
}

/** Sentences of the SDK packages are not taken over, not even by chance. */
function copiedFrom(sentences: ReadonlySet<string>, name: string, texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => (sentences.has(plainOf(text)) ? [`${name}: a sentence of the SDK: ${text}`] : []));
}
