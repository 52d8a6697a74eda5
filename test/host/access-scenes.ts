/** The pictures of what a policy allows: lenses, the view, the page, a question and its answer, a comparison. */
import type { Scene } from './scene.js';
import type { Workbench } from './ui.js';

const file = 'good/trtc-with-exception.cam.json';

/** The titles of the lenses, once one fits. */
async function lenses({ page }: Workbench, fits: RegExp): Promise<readonly string[]> {
  const all = page.locator('.codelens-decoration a');
  await all.filter({ hasText: fits }).first().waitFor();
  return all.allInnerTexts();
}

/** Allows one action more. */
async function edit(workbench: Workbench): Promise<void> {
  const last = '"trtc:RemoveUser"';
  await workbench.putCursor(file, last, last.length);
  await workbench.type(',');
  await workbench.newLine();
  await workbench.type('"trtc:StartMCUMix');
  await workbench.take('StartMCUMixTranscode');
}

/** What the page beside the editor says. */
async function pageText({ page }: Workbench): Promise<string> {
  const body = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('body');
  await body.locator('h1, h2').first().waitFor();
  return body.innerText();
}

/** The last message, unfolded: in this kind of window none pops up by itself. */
async function message(workbench: Workbench): Promise<string> {
  await workbench.runCommand('Notifications: Show Notifications');
  const told = workbench.page.locator('.notification-list-item').first();
  await told.waitFor();
  await told.locator('.codicon-notifications-expand').click();
  return told.innerText();
}

/** `access-NAME-dark` and `access-NAME-light`. */
export const accessScenes: readonly Scene[] = [
  {
    name: 'access-lenses',
    file,
    play: async (workbench) => {
      await edit(workbench);
      return lenses(workbench, /since/iu);
    },
    shows: /newly allows trtc:StartMCUMixTranscode on 2 resources.*denied in part by statement 2/u,
  },
  {
    name: 'access-view',
    file,
    play: async (workbench, name) => {
      const { page } = workbench;
      await workbench.putCursor(name, '{');
      await lenses(workbench, /trtc/u);
      await workbench.runCommand('Explorer: Focus on Access View');
      await page.locator('.pane-header[aria-label^="Explorer Section"]').click();
      const items = page.locator('[id="workbench.view.explorer"]').getByRole('treeitem');
      const row = (text: string): Promise<void> => items.filter({ hasText: text }).first().waitFor();
      await items.filter({ hasText: 'write' }).first().click();
      await row('RemoveUser');
      await workbench.press('ArrowDown');
      await workbench.press('ArrowDown');
      await workbench.press('ArrowRight');
      await row('Statement 1');
      await workbench.press('ArrowDown');
      await workbench.press('ArrowRight');
      await row('except');
      return items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-label')));
    },
    shows: /RemoveUser.*except RemoveUser/u,
  },
  {
    name: 'access-page',
    file,
    play: async (workbench) => {
      await workbench.runCommand('CAM Policy: Explain This Policy');
      return pageText(workbench);
    },
    shows: /except RemoveUser/u,
  },
  {
    name: 'access-can',
    file,
    play: async (workbench) => {
      const { page } = workbench;
      await lenses(workbench, /trtc/u);
      await workbench.ask('CAM Policy: Can …?');
      await workbench.type('trtc:RemoveUser');
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'trtc:RemoveUser' }).waitFor();
      await workbench.press('Enter');
      await page.locator('.quick-input-title', { hasText: 'do trtc:RemoveUser on what' }).waitFor();
      await workbench.type('1400000001');
      await workbench.press('Enter');
      await page.locator('.quick-input-title', { hasText: 'qcs:ip' }).waitFor();
      await workbench.press('ArrowDown');
      await workbench.press('ArrowDown');
      await workbench.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      return message(workbench);
    },
    shows: /trtc:RemoveUser: /u,
  },
  {
    name: 'access-comparison',
    file,
    play: async (workbench) => {
      await edit(workbench);
      await lenses(workbench, /since/iu);
      await workbench.page.locator('.codelens-decoration a', { hasText: 'since' }).click();
      await workbench.runCommand('Notifications: Show Notifications');
      await workbench.page.getByRole('button', { name: 'Show Details' }).click();
      return pageText(workbench);
    },
    shows: /Newly allowed/u,
  },
];
