/**
 * Runs end-to-end tests where the extension is a web extension, as on vscode.dev: `tsx test/web/run.ts [--extension FOLDER] [--results FILE]`.
 * The extension, by default the repository after a build, runs in the browser's extension host, the language server in a worker of its own.
 * The environment variable `GREP` chooses among the tests.
 */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { chooseTestHost } from '../host/choose.js';
import { repository } from '../host/install.js';
import { run } from '../host/process.js';
import { clearResults, readResults, writeResults, type Results } from '../results.js';
import { resultsName } from './results-name.js';

const bundle = path.join(repository, 'out', 'web');

/** How long the whole run may take, in seconds; a worker that ended itself is noticed only then. */
const limit = 300;

async function webTests(extension: string, resultsFile: string): Promise<Results> {
  await clearResults(resultsFile);
  await run(process.execPath, ['esbuild.mjs', 'web'], { cwd: repository });
  const host = await chooseTestHost();
  const where = path.relative(repository, extension) || 'the repository';
  console.log(`Tests in the web extension host of ${host.name}; the extension is loaded from ${where}.`);
  const own = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  try {
    const [workspace, userData, extensions] = [
      path.join(own, 'workspace'),
      path.join(own, 'user'),
      path.join(own, 'extensions'),
    ];
    for (const folder of [workspace, userData, extensions]) await mkdir(folder);
    // A second folder, on a file system that `memory-files.ts` brings.
    const opened = path.join(own, 'tests.code-workspace');
    const folders = [{ path: 'workspace' }, { uri: 'memory:/policies', name: 'memory' }];
    await writeFile(opened, JSON.stringify({ folders }));
    const endedWell = await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: [extension, bundle],
      extensionTestsPath: path.join(bundle, 'tests.js'),
      extensionTestsEnv: { VSCODE_HOST_TIMEOUT: process.env['VSCODE_HOST_TIMEOUT'] ?? String(limit) },
      launchArgs: [
        opened,
        '--extensionDevelopmentKind=web',
        '--user-data-dir',
        userData,
        '--extensions-dir',
        extensions,
      ],
    }).then(
      () => true,
      () => false,
    );
    const results = await readResults(path.join(workspace, resultsName));
    await writeResults(resultsFile, results);
    if (!endedWell && results.failed === 0) throw new Error('The tests passed, but VS Code did not end well.');
    return results;
  } finally {
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { extension: { type: 'string' }, results: { type: 'string' } } });
  const { passed, failed, skipped } = await webTests(
    path.resolve(values.extension ?? repository),
    path.resolve(values.results ?? path.join(repository, 'out', 'web-results.json')),
  );
  if (failed > 0) throw new Error(`${failed} tests of the web extension failed.`);
  console.log(`${passed} tests of the web extension passed${skipped > 0 ? `, ${skipped} skipped` : ''}.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
