/** Packages the extension as people install it: `npm run package [-- FILE]` writes a .vsix, by default into `dist/`. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { hasHome } from './manifest.js';
import { squeezed } from './squeeze.js';
import { readManifest, stageExtension } from './stage.js';

const root = path.resolve(import.meta.dirname, '..');
const stage = path.join(root, 'out', 'package');

/** The most that people have to download, in bytes. */
const maxSize = 900_000;

async function main(): Promise<void> {
  const manifest = await readManifest();
  const { name, version } = manifest;
  const packagePath = path.resolve(root, process.argv[2] ?? `dist/${name}-${version}.vsix`);
  const files = await stageExtension(stage);
  await mkdir(path.dirname(packagePath), { recursive: true });
  await createVSIX({
    ignoreFile: path.join(root, '.vscodeignore'),
    cwd: stage,
    packagePath,
    dependencies: false,
    // Where the manifest says where the project is, links to files become addresses there.
    allowMissingRepository: true,
    rewriteRelativeLinks: hasHome(manifest),
  });
  await writeFile(packagePath, await squeezed(await readFile(packagePath)));
  const { size } = await stat(packagePath);
  if (size > maxSize)
    throw new Error(
      `The package has ${size.toLocaleString('en')} bytes, and the most is ${maxSize.toLocaleString('en')}.`,
    );
  console.log(`${path.relative(root, packagePath)}: ${files.length} files, ${size.toLocaleString('en')} bytes`);
  if (!hasHome(manifest))
    console.log(
      'The repository in package.json is a placeholder: the README is packed without pictures and links to files.',
    );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
