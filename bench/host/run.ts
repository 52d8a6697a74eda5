/**
 * `node --import tsx bench/host/run.ts FILE [RUNS]`: RUNS times (5) takes the extension as `npm run package` has it and starts a VS Code for each of the times, in which `times.ts`
 * runs; writes the times of all runs to FILE.
 */
import { cp, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseTestHost } from '../../test/host/choose.js';
import { repository } from '../../test/host/install.js';

const packaged = path.join(repository, 'out', 'package');

/** Copies the extension without the events that activate it: `times.ts` does that, once VS Code has finished its own start. */
async function sleepingExtension(target: string): Promise<string> {
  await cp(packaged, target, { recursive: true });
  const manifest = path.join(target, 'package.json');
  const content = JSON.parse(await readFile(manifest, 'utf8')) as object;
  await writeFile(manifest, JSON.stringify({ ...content, activationEvents: [] }));
  return target;
}

interface Times {
  readonly activation: number;
  readonly firstDiagnostics: number;
  /** The first diagnostics when the server has been started before. */
  readonly laterDiagnostics: number;
}

/** Of an extension that has never been started before; in ms. Its activation starts no server. */
async function timesOf(executable: string): Promise<Times> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  try {
    const start = { executable, extension: await sleepingExtension(path.join(folder, 'cam-policy')) };
    return {
      activation: await once({ ...start, what: 'activation' }),
      firstDiagnostics: await once({ ...start, what: 'firstDiagnostics' }),
      laterDiagnostics: await once({ ...start, what: 'firstDiagnostics' }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Start {
  readonly executable: string;
  /** Its folder. */
  readonly extension: string;
  readonly what: 'activation' | 'firstDiagnostics';
}

/** One time, in ms. */
async function once({ executable, extension, what }: Start): Promise<number> {
  const own = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  const file = path.join(own, 'time');
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: path.join(repository, 'out', 'bench', 'times.cjs'),
      extensionTestsEnv: { CAM_POLICY_BENCH: file, CAM_POLICY_BENCH_WHAT: what },
      launchArgs: [own, '--user-data-dir', path.join(own, 'user'), '--extensions-dir', path.join(own, 'extensions')],
    });
    return Number(await readFile(file, 'utf8'));
  } finally {
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function main(file: string, runs: number): Promise<void> {
  const { executable } = await chooseTestHost();
  const all: Times[] = [];
  for (let count = 0; count < runs; count++) all.push(await timesOf(executable));
  const times = {
    activation: all.map(({ activation }) => activation),
    firstDiagnostics: all.map(({ firstDiagnostics }) => firstDiagnostics),
    laterDiagnostics: all.map(({ laterDiagnostics }) => laterDiagnostics),
  };
  await writeFile(file, `${JSON.stringify(times)}\n`);
}

main(process.argv[2] ?? 'out/bench-host.json', Number(process.argv[3] ?? 5)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
