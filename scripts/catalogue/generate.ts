/** Compiles the catalogue's inputs to what ships. Deterministic: no network, no clock. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createClassifier, type AccessRules } from './access.js';
import { compile, type Compiled, type Inputs } from './compile.js';
import { readFolder, readJson } from './files.js';
import type { Layer } from './layer.js';
import { compileLanguage } from './language.js';
import { writePacks } from './pack.js';
import { catalogue, firstClass, folders } from './paths.js';
import type { Versions } from './update.js';

/** The committed inputs; layers in order of precedence, later ones win. */
export function readInputs(): Inputs {
  const layersOf = (folder: string): Layer[] => [...readFolder(folder).values()] as Layer[];
  return {
    layers: [...layersOf(folders.facts), ...layersOf(folders.documents), ...layersOf(folders.overlay)],
    products: readJson(`${catalogue}/products.json`) as Inputs['products'],
    sources: readJson(`${catalogue}/sources.json`) as Inputs['sources'],
    classify: createClassifier(readJson(`${catalogue}/access.json`) as AccessRules),
  };
}

export function generateCatalogue(): readonly Compiled[] {
  const services = compile(readInputs());
  const { date } = readJson(`${catalogue}/versions.json`) as Versions;
  const [first, rest] = writePacks(services, (service) => firstClass.includes(service), date);
  mkdirSync(folders.generated, { recursive: true });
  writeFileSync(`${folders.generated}/first-class.pack`, first);
  writeFileSync(`${folders.generated}/services.pack`, rest);
  writeFileSync(`${folders.generated}/language.pack`, `${JSON.stringify(compileLanguage())}\n`);
  return services;
}
