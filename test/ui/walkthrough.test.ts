/** The walkthrough after the installation. Only the screen shows whether it is there. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Workbench } from '../host/ui.js';
import { workbenchIn } from './in-folder.js';

const machineSettings = { 'workbench.welcomePage.walkthroughs.openOnInstall': true };
const name = 'first.cam.json';
const policy = '{"version":"2.0","statement":[{"effect":"alow","action":"cos:GetObject","resource":"*"}]}';
/** For as long as the server may take to start. */
const typed = 'policy'.repeat(12);
const files = { [name]: policy, 'plain.txt': '' };

/** In ms: it opens as soon as the server runs, which is before the first finding shows. */
const soon = 1000;

/** In ms: a browser's VS Code writes every five seconds what is open and what extensions keep. */
const stored = 6000;

const walkthrough = ({ page }: Workbench) =>
  page.locator('.gettingStartedContainer', { hasText: 'Write a CAM policy' });
/** VS Code calls its tab so, whatever is in it. */
const tab = ({ page }: Workbench) => page.locator('.tab', { hasText: /^(?:Welcome|Walkthrough)/u });

async function openPolicy(open: Workbench): Promise<void> {
  await open.openFile(name);
  await open.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'attached' });
}

async function assertNotShown(open: Workbench): Promise<void> {
  await open.page.waitForTimeout(soon);
  assert.equal(await tab(open).count(), 0);
}

describe('the walkthrough', function () {
  this.timeout(180_000);

  describe('that nobody has seen', () => {
    const { workbench, pathOf } = workbenchIn(files, { machineSettings });

    it('opens behind the first policy, and takes away nothing that is typed meanwhile', async () => {
      await workbench().openFile('plain.txt');
      await assertNotShown(workbench());
      await workbench().openFile(name);
      for (const letter of typed) {
        await workbench().type(letter);
        await workbench().page.waitForTimeout(40);
      }
      await workbench().press('Escape');
      await workbench().save();
      assert.equal(await readFile(pathOf(name), 'utf8'), typed + policy);
      assert.equal(await walkthrough(workbench()).count(), 0);
      await tab(workbench()).click();
      await walkthrough(workbench()).locator('.expanded', { hasText: 'See what is wrong' }).waitFor();
    });

    it('does not open again in the next window', async () => {
      const { page } = workbench();
      await workbench().runCommand('View: Close All Editors');
      await page.locator('.tab').first().waitFor({ state: 'detached' });
      await page.waitForTimeout(stored);
      await page.reload();
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await openPolicy(workbench());
      await assertNotShown(workbench());
    });
  });

  describe('that VS Code has shown', () => {
    const { workbench } = workbenchIn(files, { machineSettings });

    it('does not open behind the first policy', async () => {
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
