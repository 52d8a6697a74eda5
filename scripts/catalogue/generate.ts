/** Compiles the catalogue's inputs to what ships. Deterministic: no network, no clock. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Catalogue } from '../../server/src/core/catalogue/catalogue.js';
import { createCatalogue } from '../../server/src/core/catalogue/index.js';
import { linesOf, readPacks, type Lines } from '../../server/src/core/catalogue/pack.js';
import { createClassifier, type AccessRules } from './access.js';
import { compile, type Inputs } from './compile.js';
import { readDescriptions } from './descriptions.js';
import { countLinked, writeDetails } from './details.js';
import { countFigures, type Figures } from './figures.js';
import { print, readFolder, readJson } from './files.js';
import { compileLanguage } from './language.js';
import type { Layer } from './layer.js';
import { writePacks } from './pack.js';
import { catalogue, firstClass, folders, usageFile } from './paths.js';
import { createReview, type ReviewedAccess } from './reviewed-access.js';
import type { Versions } from './update.js';
import type { Usage } from './usage.js';
import { createValidators } from './validate.js';

/** The committed inputs; layers in order of precedence, later ones win. */
export function readInputs(): Inputs {
  const classify = createClassifier(readJson(`${catalogue}/access.json`) as AccessRules);
  const review = createReview(readJson(`${catalogue}/reviewed-access.json`) as ReviewedAccess);
  const layersOf = (folder: string): Layer[] => [...readFolder(folder).values()] as Layer[];
  return {
    layers: [...layersOf(folders.facts), ...layersOf(folders.documents), ...layersOf(folders.overlay)],
    products: readJson(`${catalogue}/products.json`) as Inputs['products'],
    sources: readJson(`${catalogue}/sources.json`) as Inputs['sources'],
    date: (readJson(`${catalogue}/versions.json`) as Versions).date,
    classify: (service, action) => review.access(service, action) ?? classify(service, action),
    review,
  };
}

/** The generated files by name, and the figures among them as a value. */
export function compileCatalogue(): { readonly files: ReadonlyMap<string, string>; readonly figures: Figures } {
  const inputs = readInputs();
  const services = compile(inputs);
  const [first, rest] = writePacks(
    services,
    (service) => firstClass.includes(service),
    inputs.date,
    readJson(usageFile) as Usage,
  );
  const descriptions = readDescriptions(services);
  const described = [...descriptions.values()].reduce((sum, texts) => sum + Object.keys(texts).length, 0);
  const figures = countFigures(services, described, countLinked(services, inputs.layers));
  const files = new Map([
    ['first-class.pack', first],
    ['services.pack', rest],
    ['details.pack', writeDetails(services, inputs.layers, descriptions)],
    ['language.pack', `${JSON.stringify(compileLanguage())}\n`],
    ['figures.json', `${print(figures)}\n`],
  ]);
  return { files, figures };
}

/** The catalogue as it was last generated. */
export function readGenerated(): Catalogue {
  const lines = (name: string): Lines => linesOf(readFileSync(`${folders.generated}/${name}.pack`, 'utf8'));
  return createCatalogue(readPacks(lines('first-class'), [() => lines('services')], () => lines('details')));
}

/** Writes the generated files; throws where an input or an output is not as the schema says. */
export function generateCatalogue(): void {
  const { files } = compileCatalogue();
  const problems = validate(files);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  mkdirSync(folders.generated, { recursive: true });
  for (const [name, text] of files) writeFileSync(`${folders.generated}/${name}`, text);
}

/** Inputs as they are read, services as the server will see them. */
function validate(files: ReadonlyMap<string, string>): readonly string[] {
  const { layer, service, language } = createValidators();
  const source = readPacks(linesOf(files.get('first-class.pack') ?? ''), [
    () => linesOf(files.get('services.pack') ?? ''),
  ]);
  return [
    ...[folders.facts, folders.documents, folders.overlay].flatMap((folder) =>
      [...readFolder(folder)].flatMap(([name, value]) => layer(value, `${folder}/${name}.json`)),
    ),
    ...source.summaries.flatMap((summary) => service(source.load(summary.service), summary.service)),
    ...language(JSON.parse(files.get('language.pack') ?? ''), folders.language),
  ];
}
