/**
 * What `npm pack` runs before and after: `prepack`, behind the build, writes the declarations and puts the npm package's manifest in the place of the extension's, `postpack` puts
 * that back. Where packing was interrupted between the two, `git restore package.json` does.
 * Prints nothing: `npm pack --json` must stay JSON.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';
import { npmManifest, type ExtensionManifest } from './npm-manifest.js';

const root = path.resolve(import.meta.dirname, '..');
const manifest = path.join(root, 'package.json');
const kept = path.join(root, 'out', 'package.json.kept');

/** The entries of the engine, and where the declarations of each go. */
const entries = [
  ['server/src/engine.ts', 'dist/engine.d.ts'],
  ['server/src/engine.browser.ts', 'dist/engine.browser.d.mts'],
] as const;

/** Writes one file of declarations an entry, with nothing in it but what the public engine names. */
async function writeDeclarations(): Promise<void> {
  const bundles = generateDtsBundle(
    entries.map(([filePath]) => ({ filePath: path.join(root, filePath), output: { noBanner: true } })),
    { preferredConfigPath: path.join(root, 'scripts', 'npm-types.tsconfig.json') },
  );
  await Promise.all(entries.map(([, target], index) => writeFile(path.join(root, target), bundles[index] ?? '')));
}

async function prepack(): Promise<void> {
  await writeDeclarations();
  const [text, words] = await Promise.all([
    readFile(manifest, 'utf8'),
    readFile(path.join(root, 'package.nls.json'), 'utf8'),
  ]);
  const { description } = JSON.parse(words) as { readonly description: string };
  const packed = npmManifest(JSON.parse(text) as ExtensionManifest, description);
  await mkdir(path.dirname(kept), { recursive: true });
  await writeFile(kept, text);
  await writeFile(manifest, `${JSON.stringify(packed, undefined, 2)}\n`);
}

const steps: ReadonlyMap<string | undefined, () => Promise<void>> = new Map([
  ['prepack', prepack],
  ['postpack', () => rename(kept, manifest)],
]);

async function main(): Promise<void> {
  const step = steps.get(process.argv[2]);
  if (!step) throw new Error(`say one of ${[...steps.keys()].join(', ')}`);
  await step();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
