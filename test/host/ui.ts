/**
 * A workbench with a person before it, who has hands and eyes.
 * For what only the screen shows; whatever the extension API can tell is tested in `test/suite/`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ensureChromium } from './chromium.js';
import { createEyes, type Eyes } from './eyes.js';
import { createHands, type Hands } from './hands.js';
import { installHost, repository } from './install.js';
import { chineseMessages } from './language-pack.js';
import { run } from './process.js';
import { limit } from './rows.js';
import { startServer, type Server, type ServerOptions } from './server.js';
import { prepareWorkbench, type Workbench as Browser } from './workbench.js';

export interface WorkbenchOptions {
  /** The folder to open. */
  readonly folder: string;
  /** The extension: loaded from the repository (the default), installed from the .vsix at this path, or not there. */
  readonly extension?: 'development' | 'none' | { readonly vsix: string };
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Those that VS Code reads from the machine's file. */
  readonly machineSettings?: Readonly<Record<string, unknown>>;
  readonly theme?: Theme;
  /** The language of VS Code and of the extension. */
  readonly locale?: 'en' | 'zh-cn' | undefined;
  /** The window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for one CSS pixel. */
  readonly scale?: number;
}

export interface Workbench extends Hands, Eyes {
  /** For what hands and eyes do not do. */
  readonly page: Page;
  /** Ends the browser and the server. */
  stop(): Promise<void>;
}

const themeNames = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;

export type Theme = keyof typeof themeNames;
export const themes: readonly Theme[] = ['dark', 'light', 'hc-dark', 'hc-light'];

/** Starts a workbench; resolves when its explorer shows the folder. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const own = await mkdtemp(path.join(os.tmpdir(), 'workbench-'));
  let server: Server | undefined;
  let browser: Browser | undefined;
  const stop = async (): Promise<void> => {
    await browser?.close();
    await server?.stop();
    await rm(own, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    server = await start(options, own);
    browser = await show(server, options);
    await browser.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    const { page } = browser;
    return { page, ...createHands(page, options.folder), ...createEyes(page), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { extension = 'development', settings = {}, machineSettings = {}, theme = 'dark' }: WorkbenchOptions,
  own: string,
): Promise<Server> {
  const host = await installHost();
  const extensions = path.join(own, 'extensions');
  if (typeof extension === 'object') {
    const folders = [
      '--extensions-dir',
      extensions,
      '--user-data-dir',
      path.join(own, 'data'),
      '--server-data-dir',
      path.join(own, 'server'),
    ];
    await run(host.node, [
      host.server,
      '--install-extension',
      extension.vsix,
      ...folders,
      '--accept-server-license-terms',
    ]);
  }
  const serverOptions: ServerOptions = {
    extensions,
    driver: extension === 'development',
    settings: { 'workbench.colorTheme': themeNames[theme], ...settings },
    machineSettings,
  };
  return startServer(host, serverOptions);
}

async function show(
  server: Server,
  { folder, extension = 'development', locale, size, scale = 1 }: WorkbenchOptions,
): Promise<Browser> {
  const opening = { target: folder, develop: extension === 'development' ? [repository] : [] };
  const browser = await prepareWorkbench(server, await ensureChromium(), opening, {
    viewport: size ?? { width: 1200, height: 700 },
    deviceScaleFactor: scale,
    locale,
  });
  const { page } = browser;
  page.setDefaultTimeout(limit);
  if (locale === 'zh-cn') {
    const body = await chineseMessages(await installHost());
    await page.route('**/nls.messages.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  }
  await browser.open();
  return browser;
}
