/**
 * A person's hands and eyes in the workbench: keys, mouse, what is on the screen, screenshots.
 * For what only the screen shows; whatever the extension API can tell is tested in `test/suite/`.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ensureChromium } from './chromium.js';
import { installHost, repository } from './install.js';
import { run } from './process.js';
import { startServer, type Server, type ServerOptions } from './server.js';
import { prepareWorkbench, type Workbench as Browser } from './workbench.js';

export interface WorkbenchOptions {
  /** The folder to open. */
  readonly folder: string;
  /** The extension: loaded from the repository (the default) or installed from the .vsix at this path. */
  readonly extension?: 'development' | { readonly vsix: string };
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly theme?: 'dark' | 'light';
  /** What `vscode.env.language` says and in which language the extension speaks; VS Code's own texts stay English. */
  readonly locale?: 'en' | 'zh-cn' | undefined;
  /** The window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels for one CSS pixel. */
  readonly scale?: number;
}

export interface Workbench {
  /** For what the functions below do not do. */
  readonly page: Page;
  /** Opens a file of the folder by its path in it. */
  openFile(name: string): Promise<void>;
  /** Puts the cursor into the first `needle` of the file as it is on disk, `offset` UTF-16 units behind its start. */
  putCursor(name: string, needle: string, offset?: number): Promise<void>;
  /** Types at the cursor, key by key. */
  type(text: string): Promise<void>;
  /** Presses a key such as `Escape` or `ControlOrMeta+Space`. */
  press(key: string): Promise<void>;
  /** Waits until something is underlined in the editor: the language server is awake then. */
  squiggle(): Promise<void>;
  /** The suggestions on the screen, top down, once there are some; `details` shows what the first one is about beside them. */
  suggestions(options?: { readonly details?: boolean }): Promise<readonly string[]>;
  /** Waits for the suggestion `label` and goes down to it. */
  focusSuggestion(label: string): Promise<void>;
  /** Waits for the suggestion `label`, goes down to it and takes it with `key`. */
  take(label: string, key?: 'Enter' | 'Tab'): Promise<void>;
  /** Presses Enter for a new line: once no list of suggestions would take it. */
  newLine(): Promise<void>;
  /** Rests the mouse on the cursor's place; the text of the hover. */
  hover(): Promise<string>;
  /** Opens the menu of quick fixes at the cursor; its entries. */
  quickFixes(): Promise<readonly string[]>;
  /** Opens the Problems panel; its rows, files among them; none where it says that there are no problems. */
  problems(): Promise<readonly string[]>;
  /** The rows of the outline, once there are some. */
  outline(): Promise<readonly string[]>;
  /** What stands between the characters of the text without being part of it, once there is some. */
  hints(): Promise<readonly string[]>;
  /** Waits until nothing is underlined in the editor, not even by a hint. */
  noSquiggles(): Promise<void>;
  /** What the language's item of the status bar says when the mouse rests on it. */
  languageStatus(): Promise<string>;
  /** Runs the command of this title from the command palette. */
  runCommand(title: string): Promise<void>;
  /** Saves the editor's file; resolves when it is on disk. */
  save(): Promise<void>;
  /** The lines of the editor on the screen. */
  lines(): Promise<readonly string[]>;
  /** Writes a PNG of the window. */
  screenshot(file: string): Promise<void>;
  /** Ends the browser and the server. */
  stop(): Promise<void>;
}

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

/** How long anything on the screen may take to appear, in ms. */
const limit = 30_000;

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
    return { ...hands(browser.page, options), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { extension = 'development', settings = {}, theme = 'dark' }: WorkbenchOptions,
  own: string,
): Promise<Server> {
  const host = await installHost();
  const extensions = path.join(own, 'extensions');
  if (extension !== 'development') {
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
    settings: { 'workbench.colorTheme': themes[theme], ...settings },
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
  await browser.open();
  return browser;
}

function hands(page: Page, { folder }: WorkbenchOptions): Omit<Workbench, 'stop'> {
  const cursor = page.locator('.editor-instance .monaco-editor.focused .cursors-layer .cursor').first();

  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const type = (text: string): Promise<void> => page.keyboard.type(text);

  /** Quick Open: what is typed decides between files, commands (">") and positions (":"). */
  const quickOpen = async (text: string, row: string | RegExp): Promise<void> => {
    await press('F1');
    const input = page.locator('.quick-input-widget input[type="text"]');
    await input.waitFor();
    await input.fill(text);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
    await press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };

  const openFile = async (name: string): Promise<void> => {
    const base = path.posix.basename(name);
    await quickOpen(name, base);
    await page
      .locator(`.editor-instance .monaco-editor.focused[data-uri$="/${encodeURI(name)}"] .view-line`)
      .first()
      .waitFor();
  };

  const putCursor = async (name: string, needle: string, offset = 0): Promise<void> => {
    const text = await readFile(path.join(folder, name), 'utf8');
    const start = text.indexOf(needle);
    if (start < 0) throw new Error(`${name} has no ${JSON.stringify(needle)}`);
    const before = text.slice(0, start + offset).split('\n');
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
    await quickOpen(`:${line}:${column}`, String(line));
    await page
      .locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` })
      .waitFor({ state: 'attached' });
    await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  };

  const hover = async (): Promise<string> => {
    await cursor.waitFor();
    const box = await cursor.boundingBox();
    if (box === null) throw new Error('the cursor is not on the screen');
    await page.mouse.move(box.x + 3, box.y + box.height + 40);
    await page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 4 });
    const widget = page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents').first();
    await widget.waitFor();
    return page.locator('.monaco-editor .monaco-hover:not(.hidden)').first().innerText();
  };

  return {
    page,
    press,
    type,
    openFile,
    putCursor,
    hover,
    focusSuggestion: (label) => focusSuggestion(page, label),
    take: async (label, key = 'Enter') => {
      await focusSuggestion(page, label);
      await press(key);
    },
    newLine: async () => {
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
      await press('Enter');
    },
    outline: () => texts(page.locator('.outline-tree .monaco-list-row')),
    hints: async () => {
      const hints = page.locator('.editor-instance .view-line [class*="dyn-rule"]').filter({ hasText: /\S/ });
      await hints.first().waitFor();
      return (await hints.allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
    },
    noSquiggles: async () => {
      const none = page.locator('.monaco-editor:not(:has([class*="squiggly-"]))');
      await page.locator('.editor-instance').locator(none).first().waitFor();
    },
    languageStatus: async () => {
      await page.locator('#status\\.languageStatus').hover();
      const widget = page.locator('.hover-language-status').first();
      await widget.waitFor();
      return widget.innerText();
    },
    // Attached, not visible: in an empty file it has no width.
    squiggle: () =>
      page
        .locator('.monaco-editor')
        .locator('.squiggly-error, .squiggly-warning')
        .first()
        .waitFor({ state: 'attached' }),
    suggestions: async ({ details = false } = {}) => {
      const found = await texts(page.locator('.suggest-widget.visible .monaco-list-row'));
      if (details) await showDetails(page);
      return found;
    },
    quickFixes: async () => {
      await page
        .locator('.monaco-editor [class*="codicon-gutter-lightbulb"], .monaco-editor .lightBulbWidget')
        .first()
        .waitFor();
      await until(page.locator('.action-widget .monaco-list-row.action'), () => press('ControlOrMeta+.'));
      return texts(page.locator('.action-widget .monaco-list-row.action'));
    },
    problems: async () => {
      await press('ControlOrMeta+Shift+M');
      const rows = page.locator('.markers-panel .monaco-list-row');
      const message = page.locator('.markers-panel .message-box-container:visible');
      await rows.or(message).first().waitFor();
      return (await message.isVisible()) ? [] : texts(rows);
    },
    runCommand: (title) => quickOpen(`>${title}`, title),
    save: async () => {
      await press('ControlOrMeta+S');
      await page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
    },
    lines: () => linesOf(page.locator('.editor-instance .monaco-editor.focused .view-line')),
    screenshot: async (file) => {
      await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
    },
  };
}

/** The texts of lines, top down: their order in the page is not that on the screen. */
const linesOf = (lines: Locator): Promise<readonly string[]> =>
  lines.evaluateAll((elements) =>
    elements
      .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );

/** Asks for the details of a suggestion. */
async function showDetails(page: Page): Promise<void> {
  await until(page.locator('.suggest-details-container .suggest-details'), async () => {
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
    await page.keyboard.press('ControlOrMeta+Space');
  });
}

/** Does what shows `wanted`; again where the editor was just busy and did not listen. */
async function until(wanted: Locator, ask: () => Promise<void>): Promise<void> {
  for (let attempts = 10; attempts > 0; attempts--) {
    await ask();
    const shown = wanted.first().waitFor({ timeout: limit / 10 });
    const came = shown.then(
      () => true,
      () => false,
    );
    if (await came) return;
  }
  throw new Error(`asked ten times in vain for ${String(wanted)}`);
}

/** Goes down to the suggestion `label`, as far as a person would look. */
async function focusSuggestion(page: Page, label: string): Promise<void> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  const name = page.locator('.label-name').getByText(label, { exact: true });
  const wanted = rows.filter({ has: name }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 12; presses++) {
    if (await rows.and(page.locator('.focused')).filter({ has: name }).count()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${label} is not among the first twelve: ${(await texts(rows)).join(' | ')}`);
}

/** The texts of rows, once there is one, top down: the list's order in the page is not that on the screen. */
async function texts(rows: Locator): Promise<readonly string[]> {
  await rows.first().waitFor();
  const found = await rows.evaluateAll((elements) =>
    elements.map((element) => ({
      index: Number(element.getAttribute('data-index')),
      text: (element as HTMLElement).innerText.replaceAll('\n', ' ').trim(),
    })),
  );
  return found.sort((a, b) => a.index - b.index).map(({ text }) => text);
}
