/** `node --import tsx bench/host/run.ts FILE`: runs `times.ts` in a VS Code, the extension loaded from the repository, and has it write FILE. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { chooseTestHost } from '../../test/host/choose.js';
import { repository } from '../../test/host/install.js';

async function main(file: string): Promise<void> {
  const host = await chooseTestHost();
  const own = await realpath(await mkdtemp(path.join(os.tmpdir(), 'cam-')));
  try {
    await runTests({
      vscodeExecutablePath: host.executable,
      extensionDevelopmentPath: repository,
      extensionTestsPath: path.join(repository, 'out', 'bench', 'times.cjs'),
      extensionTestsEnv: { CAM_POLICY_BENCH: path.resolve(file) },
      launchArgs: [own, '--user-data-dir', path.join(own, 'user'), '--extensions-dir', path.join(own, 'extensions')],
    });
  } finally {
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  }
}

main(process.argv[2] ?? 'out/bench-host.json').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
