/**
 * What @vscode/test-electron runs in the place of a desktop VS Code: the same tests in a real VS Code server (with a Node extension host),
 * whose workbench is shown in a headless Chromium; with `--extensionDevelopmentKind=web` in the extension host of that browser. It exits with the tests' exit code, and never with 0 where they did not end by themselves.
 *
 * Environment: VSCODE_HOST_TIMEOUT (seconds, 300), VSCODE_HOST_LOG (a log level; shows the workbench's own lines too),
 * VSCODE_HOST_SCREENSHOT (a file; what the workbench showed when a run failed).
 */
import { format } from 'node:util';
import { readArguments, type CodeArguments } from './arguments.js';
import { ensureChromium } from './chromium.js';
import { installHost, type Host } from './install.js';
import { attempt, within } from './process.js';
import { startServer, type Server } from './server.js';
import { loadWebExtensions } from './web-extensions.js';
import { prepareWorkbench, type Workbench } from './workbench.js';

/** Exit codes of runs that did not end by themselves. */
const failures = {
  serverEnded: 70,
  pageCrashed: 71,
  browserGone: 72,
  timeout: 73,
  notStarted: 74,
  extensionHostDied: 75,
  interrupted: 130,
} as const;

/** How long the server's word on a dead extension host may lag behind the workbench's on the tests, in ms. */
const lag = 1000;

/** Lines of the workbench itself, which say nothing about the tests. */
const noise =
  /^(Resolv(ing|ed) connection token|Creating a socket \(renderer-|\[reconnection-grace-time\]|(Ignoring fetching|Updating) additional builtin extensions|Loading development extension at|Request to '[^']*package\.nls\.json' failed|\[Service Worker\]|\[AgentHost|\[AccountPolicyGate\]|\[ChatModelSelection\]|No search provider registered|Creation of workbench contribution)/;

/** Complaints of the workbench about itself: shown where a run fails, for one of them may be why. */
const complaint = /\/workbench\/workbench\.js/;

const { env } = process;
let server: Server | undefined;
let workbench: Workbench | undefined;
let finished = false;
let connectionLost = false;
const complaints: string[] = [];

/** Ends everything, then the process with `code`; `why` says what went wrong beside the tests. Only the first call counts. */
async function finish(code: number, why?: string): Promise<void> {
  if (finished) return;
  finished = true;
  if (why !== undefined) console.error(`VS Code host: ${why}\n${server?.log().slice(-3000) ?? ''}`);
  if (code !== 0 && complaints.length > 0)
    console.error(`VS Code host: the workbench said\n${complaints.join('\n').slice(-3000)}`);
  const screenshot = env['VSCODE_HOST_SCREENSHOT'];
  if (code !== 0 && screenshot !== undefined)
    await workbench?.page.screenshot({ path: screenshot }).catch(() => undefined);
  await workbench?.close();
  await server?.stop();
  // test-electron drops the pipes when we exit: what was written must be through them first.
  for (const stream of [process.stdout, process.stderr])
    await within(1000, new Promise((resolve) => stream.write('', resolve)));
  process.exit(code);
}

/** The workbench says 0 also where the extension host died (a crash, `process.exit` in a test): the server knows better. */
async function finishTests(code: number, running: Server): Promise<void> {
  const death = await within(lag, running.extensionHostEnded);
  const clean = death === undefined || (death.code === '0' && death.signal === 'null');
  if (code !== 0 || (clean && !connectionLost)) {
    await finish(code);
    return;
  }
  const how = death === undefined ? 'its connection was lost' : `code ${death.code}, signal ${death.signal}`;
  await finish(failures.extensionHostDied, `the extension host died before the tests ended: ${how}`);
}

async function listen({ page, browser }: Workbench, running: Server, quiet: boolean): Promise<void> {
  page.on('crash', () => void finish(failures.pageCrashed, 'the page of the workbench crashed'));
  browser.on('disconnected', () => void finish(failures.browserGone, 'the browser went away'));
  void running.ended.then((how) => finish(failures.serverEnded, `the VS Code server ended early (${how})`));
  page.on('pageerror', (error) => {
    if (!quiet) console.error('[workbench]', error);
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
    const line = format(...args);
    if (/^\[remote-connection\]\[ExtensionHost\].*(socket close|permanent error)/.test(line)) connectionLost = true;
    if (quiet && noise.test(line)) return;
    if (quiet && complaint.test(line)) {
      complaints.push(line);
      return;
    }
    (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (code: number) => finishTests(code, running));
}

async function runTests(host: Host, args: CodeArguments): Promise<void> {
  if (args.tests === undefined) throw new Error('this VS Code only runs tests: --extensionTestsPath is missing');
  const level = env['VSCODE_HOST_LOG'] ?? args.log;
  const { userData, extensions, target, payload, develop, tests } = args;
  server = await startServer(host, {
    driver: true,
    ...(userData === undefined ? {} : { userData }),
    ...(extensions === undefined ? {} : { extensions }),
    ...(level === undefined ? {} : { log: level }),
  });
  const opening = args.web ? { target, payload } : args;
  workbench = await prepareWorkbench(server, await ensureChromium(), opening, { locale: args.locale });
  if (args.web) await loadWebExtensions(workbench.page, { develop, tests });
  await listen(workbench, server, level === undefined);
  if (!finished) await workbench.open();
}

async function main(): Promise<void> {
  const seconds = Number(env['VSCODE_HOST_TIMEOUT'] ?? 300);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void finish(failures.interrupted, `interrupted by ${signal}`));
  }
  const host = await installHost();
  const args = readArguments(process.argv.slice(2));
  if (args.commandLine) {
    const { code } = await attempt(
      host.node,
      [host.server, ...process.argv.slice(2), '--accept-server-license-terms'],
      { output: 'show' },
    );
    process.exit(code ?? failures.notStarted);
  }
  setTimeout(() => void finish(failures.timeout, `the tests did not end within ${seconds} s`), seconds * 1000).unref();
  await runTests(host, args);
}

main().catch((error: unknown) =>
  finish(failures.notStarted, error instanceof Error ? (error.stack ?? error.message) : String(error)),
);
