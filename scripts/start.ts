/**
 * `npm start [-- --browser] [--port N]`: shows the extension on `examples/`, in the desktop VS Code where there is one,
 * else in a VS Code server that any browser of this machine can open. It builds nothing; `npm start` does before.
 */
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles } from '@vscode/vsce';
import { installHost, repository } from '../test/host/install.js';
import { attempt } from '../test/host/process.js';
import { startServer } from '../test/host/server.js';

const examples = path.join(repository, 'examples');

const tour = `
What to try there:
  - Open mps.cam.json. The underlined action cannot be restricted to a resource: press Ctrl+. on it.
  - Inside "action", delete a name and type "mps:Pro": the actions of the service, with what they do.
  - Inside "resource", type "qcs:": the six segments, one after the other.
  - Rest the mouse on an action, on one with a "*", and on a resource.
`;

/** Whether a desktop VS Code was asked to open the examples with the extension loaded from the repository. */
async function openDesktop(): Promise<boolean> {
  const { code } = await attempt('code', ['--new-window', `--extensionDevelopmentPath=${repository}`, examples], {
    script: true,
  });
  return code === 0;
}

/** Puts what a package would hold into a folder of extensions, as installing it does. */
async function installExtension(extensions: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')) as Record<
    'publisher' | 'name' | 'version',
    string
  >;
  const target = path.join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
  await rm(extensions, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const file of await listFiles({ cwd: repository, packagedDependencies: [] })) {
    await cp(path.join(repository, file), path.join(target, file));
  }
}

async function openBrowser(port: number): Promise<void> {
  const host = await installHost();
  const folder = path.join(repository, '.vscode-test', 'start');
  const extensions = path.join(folder, 'extensions');
  await installExtension(extensions);
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
    console.log(`VS Code opens examples/ with CAM Policy loaded.\n${tour}`);
    return;
  }
  await openBrowser(Number(values.port ?? 0));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
