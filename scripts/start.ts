/**
 * `npm start [-- --browser] [--port N]`: shows the extension on `examples/`, in the desktop VS Code where there is one,
 * else in a VS Code server that any browser of this machine can open. It builds nothing; `npm start` does before.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installHost, repository } from '../test/host/install.js';
import { attempt } from '../test/host/process.js';
import { startServer } from '../test/host/server.js';
import { readManifest, stageExtension } from './stage.js';
import { tour } from './tour.js';

const examples = path.join(repository, 'examples');

/** Whether a desktop VS Code was asked to open the examples with the extension loaded from the repository. */
async function openDesktop(): Promise<boolean> {
  const { code } = await attempt('code', ['--new-window', `--extensionDevelopmentPath=${repository}`, examples], {
    script: true,
  });
  return code === 0;
}

async function openBrowser(port: number): Promise<void> {
  const host = await installHost();
  const folder = path.join(repository, '.vscode-test', 'start');
  const extensions = path.join(folder, 'extensions');
  const { publisher, name, version } = await readManifest();
  // Anew, so that VS Code looks through the folder as it does at its first start.
  await rm(extensions, { recursive: true, force: true });
  await stageExtension(path.join(extensions, `${publisher}.${name}-${version}`));
  const server = await startServer(host, { userData: path.join(folder, 'user'), extensions, port, lasting: true });
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  console.log(
    `\nVS Code ${host.version} with CAM Policy: open this in a browser on this machine (Ctrl-C ends it):\n\n  ${server.url({ target: examples })}\n${tour}`,
  );
  const ended = await Promise.race([interrupted, server.ended]);
  await server.stop();
  if (ended !== undefined) throw new Error(`The VS Code server ended (${ended}):\n${server.log().slice(-2000)}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { browser: { type: 'boolean' }, port: { type: 'string' } } });
  if (values.browser !== true && (await openDesktop())) {
    console.log(`VS Code opens examples/ with CAM Policy loaded.${tour}`);
    return;
  }
  await openBrowser(Number(values.port ?? 0));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
