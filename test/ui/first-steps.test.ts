/** What a person meets first: a new policy and its name, the editor's menu, a pasted message. Only the screen shows it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { workbenchIn } from './in-folder.js';

const name = 'first.cam.json';

describe('first steps', function () {
  this.timeout(180_000);
  const { workbench, pathOf } = workbenchIn({ [name]: '' }, {}, async (open) => {
    await open.openFile(name);
    await open.hint();
  });

  it('the menu of the editor has one formatter and does not ask for another', async () => {
    const { page } = workbench();
    await page.locator('.editor-instance .view-line').first().click({ button: 'right' });
    const menu = page.locator('.context-view .monaco-menu');
    await menu.waitFor();
    const items = await menu.locator('.action-label').allInnerTexts();
    assert.ok(items.includes('Format Document'), items.join(' | '));
    assert.deepEqual(
      items.filter((item) => item.startsWith('Format Document With')),
      [],
    );
    await workbench().press('Escape');
  });

  it('in a browser, which would ask for leave, the clipboard is not read before the person pastes', async () => {
    const { page } = workbench();
    await page.evaluate(`Object.defineProperty(navigator.clipboard, 'readText', {
      value: () => {
        document.body.dataset.clipboardRead = 'true';
        return Promise.reject(new DOMException('no leave', 'NotAllowedError'));
      },
    })`);
    await workbench().ask('CAM Policy: Add a Statement');
    const title = page.locator('.quick-input-title', { hasText: 'access-denied message' });
    await title.waitFor();
    assert.equal(await page.locator('.quick-input-widget input').inputValue(), '');
    assert.equal(await page.evaluate('document.body.dataset.clipboardRead'), undefined);
    assert.equal(await page.locator('.notifications-toasts .notification-list-item').count(), 0);
    await workbench().press('Escape');
    await title.waitFor({ state: 'hidden' });
  });

  it('a new policy is saved under a name that keeps it a policy, with its checks', async () => {
    const { page } = workbench();
    await workbench().ask('CAM Policy: New Policy…');
    const row = page.locator('.quick-input-list .monaco-list-row').first();
    await row.waitFor();
    await workbench().press('Enter');
    const tab = page.locator('.tabs-container .tab.active', { hasText: 'policy.cam.json' });
    await tab.waitFor();
    await workbench().press('Escape');
    await workbench().save();
    assert.match(await readFile(pathOf('policy.cam.json'), 'utf8'), /"version": "2\.0"/u);
    assert.match(await page.locator('#status\\.editor\\.mode').innerText(), /CAM Policy/u);
    await workbench().press('ControlOrMeta+End');
    await workbench().type('x');
    await workbench().squiggle();
  });
});
