/**
 * `node --import tsx bench/host/run.ts FILE [RUNS]`: runs `times.ts` RUNS times (5) for each time, each in a VS Code of its own, the first and a later start, with the extension as `npm run package`
 * has it, and writes the times of all runs to FILE.
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

type What = 'activation' | 'firstDiagnostics';

/** The time of `what` in each of two VS Codes, one started after the other has ended, with the same extension, which has never been started before; in ms. */
async function twice(executable: string, what: What): Promise<readonly [number, number]> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  try {
    const extension = await sleepingExtension(path.join(folder, 'cam-policy'));
    return [await once({ executable, extension, what }), await once({ executable, extension, what })];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Start {
  readonly executable: string;
  /** Its folder. */
  readonly extension: string;
  readonly what: What;
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
  const times = { activation: [] as number[], firstDiagnostics: [] as number[], laterDiagnostics: [] as number[] };
  for (let count = 0; count < runs; count++) {
    times.activation.push(...(await twice(executable, 'activation')));
    const [first, later] = await twice(executable, 'firstDiagnostics');
    times.firstDiagnostics.push(first);
    times.laterDiagnostics.push(later);
  }
  await writeFile(file, `${JSON.stringify(times)}\n`);
}

main(process.argv[2] ?? 'out/bench-host.json', Number(process.argv[3] ?? 5)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
