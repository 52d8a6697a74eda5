/** Lays out what people get of the extension in a folder: the files that `.vscodeignore` lets through, and nothing else. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import { minify, type MinifyOptions } from 'terser';
import { hasHome, manifestOfExtension, withoutHome, type Manifest } from './manifest.js';
import { packageProblems } from './package-check.js';
import { withoutFileLinks, withoutPictures } from './pictures.js';

const root = path.resolve(import.meta.dirname, '..');

export async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
}

/** What is made smaller, by its name: code, and JSON that nobody reads as a text once it is installed. */
const kinds: readonly (readonly [RegExp, (text: string) => string | Promise<string>])[] = [
  [/^dist\/(?:client|server)[^/]*\.js$/u, withoutSpareCode],
  [/^(?:l10n|schemas|syntaxes)\/.*\.json$|^package\.nls.*\.json$/u, (json) => JSON.stringify(JSON.parse(json))],
];

/** Names that the scripts share with whoever loads them. */
const shared = ['require', 'module', 'exports'];

/** The scripts end where their file ends: names at their top level are nobody else's. */
const asSmallAsItGets: MinifyOptions = {
  ecma: 2022,
  compress: { passes: 3, toplevel: true, top_retain: shared },
  mangle: { toplevel: true, reserved: shared },
};

/** esbuild has minified it already; terser takes another 5 % off what has to be downloaded, in seconds that a build has not. */
async function withoutSpareCode(code: string): Promise<string> {
  const { code: smaller } = await minify(code, asSmallAsItGets);
  if (smaller === undefined) throw new Error('terser gave no code');
  return smaller;
}

/** Fills `target` anew; gives the names of its files, with `/`. Rejects where something is missing or does not belong there. */
export async function stageExtension(target: string): Promise<readonly string[]> {
  const manifest = manifestOfExtension(await readManifest());
  const files = (await listFiles({ cwd: root, packagedDependencies: [] })).map((file) => file.replaceAll('\\', '/'));
  const problems = packageProblems(manifest, files);
  if (problems.length > 0) throw new Error(`The package is not as it should be:\n- ${problems.join('\n- ')}`);
  await rm(target, { recursive: true, force: true });
  for (const file of files) {
    await mkdir(path.dirname(path.join(target, file)), { recursive: true });
    const smaller = kinds.find(([names]) => names.test(file))?.[1];
    if (smaller) await writeFile(path.join(target, file), await smaller(await readFile(path.join(root, file), 'utf8')));
    else await cp(path.join(root, file), path.join(target, file));
  }
  const shown = hasHome(manifest) ? manifest : withoutHome(manifest);
  await writeFile(path.join(target, 'package.json'), JSON.stringify(shown));
  // VS Code shows pictures and files of a README by their address only, and without a repository they have none.
  if (shown.repository === undefined) {
    const readme = await readFile(path.join(root, 'README.md'), 'utf8');
    await writeFile(path.join(target, 'README.md'), withoutFileLinks(withoutPictures(readme)));
  }
  return files;
}
