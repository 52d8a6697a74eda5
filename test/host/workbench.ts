/** Shows a server's workbench in a headless Chromium. What is done there is for `executable.ts` (tests) and `ui.ts` (a person's hands). */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { within } from './process.js';
import type { Opening, Server } from './server.js';

export interface Workbench {
  readonly browser: Browser;
  readonly page: Page;
  /** Loads the workbench. Whatever must see its first steps is hung on `page` before. */
  open(): Promise<void>;
  /** Closes the browser; the server goes on. */
  close(): Promise<void>;
}

/** For containers (no sandbox, little shared memory), and nothing of Chromium's own that reaches for the network. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-dev-shm-usage',
];

/** Whoever holds the browser ends it: Playwright's own handlers would leave the process before the server is stopped. */
const ownSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const;

/** A page that can open `opening` on `server`, in the Chromium at `executablePath`. `context.locale` is the language, such as `zh-cn`. */
export async function prepareWorkbench(
  server: Server,
  executablePath: string,
  opening: Opening,
  { locale, ...context }: Omit<BrowserContextOptions, 'locale'> & { readonly locale?: string | undefined } = {},
): Promise<Workbench> {
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments], ...ownSignals });
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    ...context,
    ...(locale === undefined ? {} : { locale }),
  });
  // A language pack of VS Code would say this. There is none here, so VS Code's own texts stay English, but extensions speak the language.
  if (locale !== undefined)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale.toLowerCase())}`);
  return {
    browser,
    page,
    open: async () => {
      await page.goto(server.url(opening), { waitUntil: 'commit' });
    },
    close: async () => {
      await within(5000, browser.close());
    },
  };
}
