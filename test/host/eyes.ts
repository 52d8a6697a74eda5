/** A person's eyes in the workbench: what is on the screen, once it is there; and what a key or the mouse must first bring up. */
import type { Page } from 'playwright-core';
import { linesOf, texts, until } from './rows.js';

export interface Eyes {
  /** Waits until something is underlined in the editor: the language server is awake then. */
  squiggle(): Promise<void>;
  /** Resolves when a hint of the language server is in the editor. */
  hint(): Promise<void>;
  /** Waits until nothing is underlined in the editor, not even by a hint. */
  noSquiggles(): Promise<void>;
  /** The suggestions on the screen, top down, once there are some; `details` shows what the first one is about beside them. */
  suggestions(options?: { readonly details?: boolean }): Promise<readonly string[]>;
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
  /** What the language's item of the status bar says when the mouse rests on it. */
  languageStatus(): Promise<string>;
  /** The lines of the editor on the screen. */
  lines(): Promise<readonly string[]>;
  /** Writes a PNG of the window. */
  screenshot(file: string): Promise<void>;
}

/** Eyes on `page`. */
export function createEyes(page: Page): Eyes {
  return {
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
      const items = page.locator('.hover-language-status');
      await items.first().waitFor();
      return (await items.allInnerTexts()).join('\n');
    },
    // Attached, not visible: in an empty file it has no width.
    squiggle: () =>
      page
        .locator('.monaco-editor')
        .locator('.squiggly-error, .squiggly-warning')
        .first()
        .waitFor({ state: 'attached' }),
    hint: () => page.locator('.monaco-editor').locator('.squiggly-hint').first().waitFor({ state: 'attached' }),
    suggestions: async ({ details = false } = {}) => {
      const found = await texts(page.locator('.suggest-widget.visible .monaco-list-row'));
      if (details) await showDetails(page);
      return found;
    },
    hover: async () => {
      const cursor = page.locator('.editor-instance .monaco-editor.focused .cursors-layer .cursor').first();
      await cursor.waitFor();
      const box = await cursor.boundingBox();
      if (box === null) throw new Error('the cursor is not on the screen');
      await page.mouse.move(box.x + 3, box.y + box.height + 40);
      await page.mouse.move(box.x + 3, box.y + box.height / 2, { steps: 4 });
      const widget = page.locator('.monaco-editor .monaco-hover:not(.hidden) .hover-contents').first();
      await widget.waitFor();
      return page.locator('.monaco-editor .monaco-hover:not(.hidden)').first().innerText();
    },
    quickFixes: async () => {
      await page
        .locator('.monaco-editor [class*="codicon-gutter-lightbulb"], .monaco-editor .lightBulbWidget')
        .first()
        .waitFor();
      await until(page.locator('.action-widget .monaco-list-row.action'), () => page.keyboard.press('ControlOrMeta+.'));
      return texts(page.locator('.action-widget .monaco-list-row.action'));
    },
    problems: async () => {
      await page.keyboard.press('ControlOrMeta+Shift+M');
      const rows = page.locator('.markers-panel .monaco-list-row');
      const message = page.locator('.markers-panel .message-box-container:visible');
      await rows.or(message).first().waitFor();
      return (await message.isVisible()) ? [] : texts(rows);
    },
    lines: () => linesOf(page.locator('.editor-instance .monaco-editor.focused .view-line')),
    screenshot: async (file) => {
      await page.screenshot({ path: file, animations: 'disabled', caret: 'initial' });
    },
  };
}

/** Asks for the details of a suggestion. */
async function showDetails(page: Page): Promise<void> {
  await until(page.locator('.suggest-details-container .suggest-details'), async () => {
    await page.locator('.suggest-widget.visible .monaco-list-row.focused').waitFor();
    await page.keyboard.press('ControlOrMeta+Space');
  });
}
