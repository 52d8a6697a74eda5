/** A person's hands in the workbench: keys, and the commands and files that they bring up. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { texts } from './rows.js';

export interface Hands {
  /** Opens a file of the folder by its path in it. */
  openFile(name: string): Promise<void>;
  /** Puts the cursor into the first `needle` of the file as it is on disk, `offset` UTF-16 units behind its start. */
  putCursor(name: string, needle: string, offset?: number): Promise<void>;
  /** Types at the cursor, key by key. */
  type(text: string): Promise<void>;
  /** Presses a key such as `Escape` or `ControlOrMeta+Space`. */
  press(key: string): Promise<void>;
  /** Waits for the suggestion `label` and goes down to it. */
  focusSuggestion(label: string): Promise<void>;
  /** Waits for the suggestion `label`, goes down to it and takes it with `key`. */
  take(label: string, key?: 'Enter' | 'Tab'): Promise<void>;
  /** Presses Enter for a new line: once no list of suggestions would take it. */
  newLine(): Promise<void>;
  /** Runs the command of this title from the command palette. */
  runCommand(title: string): Promise<void>;
  /** Runs a command that asks something: its title begins with `title`. */
  ask(title: string): Promise<void>;
  /** Saves the editor's file; resolves when it is on disk. */
  save(): Promise<void>;
}

/** Hands on `page`, whose workbench shows the folder at the path `folder`. */
export function createHands(page: Page, folder: string): Hands {
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  return {
    press,
    type: (text) => page.keyboard.type(text),
    openFile: async (name) => {
      await quickOpen(page, name, path.posix.basename(name));
      await page
        .locator(`.editor-instance .monaco-editor.focused[data-uri$="/${encodeURI(name)}"] .view-line`)
        .first()
        .waitFor();
    },
    putCursor: async (name, needle, offset = 0) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      const start = text.indexOf(needle);
      if (start < 0) throw new Error(`${name} has no ${JSON.stringify(needle)}`);
      const before = text.slice(0, start + offset).split('\n');
      const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
      await quickOpen(page, `:${line}:${column}`, String(line));
      const item = page.locator('#status\\.editor\\.selection');
      await item
        .filter({ hasText: `Ln ${line}, Col ${column}` })
        .or(item.filter({ hasText: `行 ${line}，列 ${column}` }))
        .waitFor({ state: 'attached' });
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
    },
    focusSuggestion: (label) => focusSuggestion(page, label),
    take: async (label, key = 'Enter') => {
      await focusSuggestion(page, label);
      await press(key);
    },
    newLine: async () => {
      await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
      await press('Enter');
    },
    runCommand: (title) => quickOpen(page, `>${title}`, title),
    ask: async (title) => {
      await acceptInQuickOpen(page, `>${title}`, title);
      await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).waitFor({ state: 'hidden' });
    },
    save: async () => {
      await press('ControlOrMeta+S');
      await page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
    },
  };
}

/** Quick Open: what is typed decides between files, commands (">") and positions (":"). */
async function quickOpen(page: Page, text: string, row: string): Promise<void> {
  await acceptInQuickOpen(page, text, row);
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

async function acceptInQuickOpen(page: Page, text: string, row: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  await input.fill(text);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
  await page.keyboard.press('Enter');
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
