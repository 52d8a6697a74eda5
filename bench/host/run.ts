/**
 * `node --import tsx bench/host/run.ts FILE [RUNS]`: runs `times.ts` RUNS times (5), each in a VS Code of its own, the extension loaded from the
 * repository, and writes the times of all runs to FILE.
 */
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseTestHost } from '../../test/host/choose.js';
import { repository } from '../../test/host/install.js';

interface Times {
  readonly activation: number;
  readonly firstDiagnostics: number;
}

async function once(executable: string): Promise<Times> {
  const own = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  const file = path.join(own, 'times.json');
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: repository,
      extensionTestsPath: path.join(repository, 'out', 'bench', 'times.cjs'),
      extensionTestsEnv: { CAM_POLICY_BENCH: file },
      launchArgs: [own, '--user-data-dir', path.join(own, 'user'), '--extensions-dir', path.join(own, 'extensions')],
    });
    return JSON.parse(await readFile(file, 'utf8')) as Times;
  } finally {
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main(file: string, runs: number): Promise<void> {
  const { executable } = await chooseTestHost();
  const all: Times[] = [];
  while (all.length < runs) all.push(await once(executable));
  const times = {
    activation: all.map(({ activation }) => activation),
    firstDiagnostics: all.map(({ firstDiagnostics }) => firstDiagnostics),
  };
  await writeFile(file, `${JSON.stringify(times)}\n`);
}

main(process.argv[2] ?? 'out/bench-host.json', Number(process.argv[3] ?? 5)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
