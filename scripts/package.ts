/** Packages the extension as people install it: `npm run package [-- FILE]`. What goes in is the allow-list `.vscodeignore`; the outcome is checked. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { packageProblems } from './package-check.js';

const root = path.resolve(import.meta.dirname, '..');

async function main(): Promise<void> {
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const files = (await listFiles({ cwd: root, packagedDependencies: [] })).map((file) => file.replaceAll('\\', '/'));
  const problems = packageProblems(manifest, files);
  if (problems.length > 0) throw new Error(`The package is not as it should be:\n- ${problems.join('\n- ')}`);
  const name = process.argv[2] ?? `dist/${manifest.name}-${manifest.version}.vsix`;
  const packagePath = path.resolve(root, name);
  await mkdir(path.dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const { size } = await stat(packagePath);
  console.log(`${path.relative(root, packagePath)}: ${files.length} files, ${Math.ceil(size / 1024)} KB`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
