/**
 * Runs the end-to-end tests in a real VS Code: `npm run test:e2e -- [--grep PATTERN] [--vsix FILE] [--results FILE]`.
 * With `--vsix` the extension is not loaded from the repository but installed from that package, as people get it.
 */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { chooseTestHost, type TestHost } from './host/choose.js';
import { repository } from './host/install.js';
import { run } from './host/process.js';
import { clearResults, grepVariable, readResults, resultsVariable, type Results } from './results.js';

interface Run {
  readonly grep: string | undefined;
  readonly vsix: string | undefined;
  /** Where the tests write what they came to. */
  readonly resultsFile: string;
}

/** Where a run keeps its things; removed after it. */
interface Folders {
  readonly workspace: string;
  readonly userData: string;
  readonly extensions: string;
}

async function endToEnd({ grep, vsix, resultsFile }: Run): Promise<Results> {
  await run(process.execPath, ['esbuild.mjs', 'e2e'], { cwd: repository });
  const host = await chooseTestHost();
  console.log(
    `End-to-end tests in ${host.name}; the extension is ${vsix === undefined ? 'loaded from the repository' : 'installed from its package'}.`,
  );
  // Its short real path: sockets of a desktop VS Code lie in it, and a path of a socket is limited.
  const own = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  try {
    const folders = {
      workspace: path.join(own, 'workspace'),
      userData: path.join(own, 'user'),
      extensions: path.join(own, 'extensions'),
    };
    for (const folder of Object.values(folders)) await mkdir(folder);
    await host.install(await packageStub(own), folders);
    const extensionDevelopmentPath =
      vsix === undefined ? repository : await installPackage(host, path.resolve(vsix), folders);
    await clearResults(resultsFile);
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath,
      extensionTestsPath: path.join(repository, 'out', 'e2e', 'index.cjs'),
      extensionTestsEnv: {
        [resultsVariable]: resultsFile,
        CAM_POLICY_EXTENSION: vsix === undefined ? repository : folders.extensions,
        ...(grep === undefined ? {} : { [grepVariable]: grep }),
      },
      launchArgs: [folders.workspace, '--user-data-dir', folders.userData, '--extensions-dir', folders.extensions],
    });
    return await readResults(resultsFile);
  } finally {
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Installs the extension from `vsix`; gives an empty extension, for VS Code runs tests only beside one under development. */
function installPackage(host: TestHost, vsix: string, folders: Folders): Promise<string> {
  return host.install(vsix, folders).then(() => writeExtension(path.dirname(folders.workspace), { name: 'tests' }));
}

/** A package with the language of HashiCorp's extension for Terraform and nothing else. Without an ending: files of Terraform are opened as where it is not. */
async function packageStub(folder: string): Promise<string> {
  const contributes = { languages: [{ id: 'terraform', aliases: ['Terraform'] }] };
  const cwd = await writeExtension(folder, { name: 'stub-of-terraform', contributes });
  const packagePath = path.join(folder, 'stub.vsix');
  await createVSIX({ cwd, packagePath, dependencies: false, allowMissingRepository: true, skipLicense: true });
  return packagePath;
}

/** Writes an extension that is its manifest alone; gives its folder. */
async function writeExtension(
  folder: string,
  more: { readonly name: string; readonly contributes?: object },
): Promise<string> {
  const own = path.join(folder, more.name);
  await mkdir(own);
  const manifest = { publisher: 'cam-policy', version: '0.0.0', engines: { vscode: '*' }, ...more };
  await writeFile(path.join(own, 'package.json'), JSON.stringify(manifest));
  return own;
}

async function main(): Promise<void> {
  const options = {
    grep: { type: 'string', short: 'g' },
    vsix: { type: 'string' },
    results: { type: 'string' },
  } as const;
  const { values } = parseArgs({ options });
  const { passed, failed, skipped } = await endToEnd({
    grep: values.grep ?? process.env[grepVariable],
    vsix: values.vsix,
    resultsFile: path.resolve(values.results ?? path.join(repository, 'out', 'e2e-results.json')),
  });
  if (failed > 0) throw new Error(`${failed} end-to-end tests failed.`);
  console.log(`${passed} end-to-end tests passed${skipped > 0 ? `, ${skipped} skipped` : ''}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
