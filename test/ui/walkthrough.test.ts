/** The walkthrough after the installation. Only the screen shows whether it is there, and beside what. */
import assert from 'node:assert/strict';
import type { Workbench } from '../host/ui.js';
import { workbenchIn } from './in-folder.js';

const settings = { 'workbench.welcomePage.walkthroughs.openOnInstall': true };
const name = 'first.cam.json';
const policy = '{"version":"2.0","statement":[{"effect":"alow","action":"cos:GetObject","resource":"*"}]}';
const files = { [name]: policy, 'plain.txt': '' };

/** In ms: it opens as soon as the server runs, which is before the first finding shows. */
const soon = 1000;

const walkthrough = ({ page }: Workbench) =>
  page.locator('.gettingStartedContainer', { hasText: 'Write a CAM policy' });

async function openPolicy(open: Workbench): Promise<void> {
  await open.openFile(name);
  await open.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'attached' });
}

async function assertNotShown(open: Workbench): Promise<void> {
  await open.page.waitForTimeout(soon);
  assert.equal(await walkthrough(open).count(), 0);
}

describe('the walkthrough', function () {
  this.timeout(180_000);

  describe('that nobody has seen', () => {
    const { workbench } = workbenchIn(files, { settings });

    it('opens beside the first policy, whose editor keeps the focus', async () => {
      const { page } = workbench();
      await workbench().openFile('plain.txt');
      await assertNotShown(workbench());
      await openPolicy(workbench());
      await walkthrough(workbench()).locator('.expanded', { hasText: 'See what is wrong' }).waitFor();
      const groups = page.locator('.editor-group-container');
      assert.equal(await groups.count(), 2);
      assert.equal(await groups.first().locator('.tab', { hasText: 'first' }).count(), 1);
      await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    });

    it('does not open again in the next window', async () => {
      const { page } = workbench();
      await workbench().runCommand('View: Close All Editors');
      await page.reload();
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await openPolicy(workbench());
      await assertNotShown(workbench());
    });
  });

  describe('that VS Code has shown', () => {
    const { workbench } = workbenchIn(files, { settings });

    it('does not open beside the first policy', async () => {
      await workbench().ask('Welcome: Open Walkthrough...');
      await workbench().type('Write a CAM');
      await workbench().press('Enter');
      await walkthrough(workbench()).waitFor();
      await workbench().page.waitForTimeout(soon);
      await workbench().runCommand('View: Close All Editors');
      await openPolicy(workbench());
      await assertNotShown(workbench());
    });
  });
});
