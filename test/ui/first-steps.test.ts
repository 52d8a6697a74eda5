/** What a person meets first: a new policy and its name, the editor's menu, a pasted message. Only the screen shows it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { findFirst } from './find-first.js';
import { workbenchIn } from './in-folder.js';

const name = 'first.cam.json';
const plain = 'plain.json';
const policy = '{"version":"2.0","statement":[{"effect":"alow","action":"cos:GetObject","resource":"*"}]}';

describe('first steps', function () {
  this.timeout(180_000);
  const { workbench, pathOf } = workbenchIn({ [name]: '', [plain]: policy }, {}, async (open) => {
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

  it('what the status bar says of the language is read aloud with its name, and can be reached', async () => {
    const { page } = workbench();
    await workbench().languageStatus();
    const pins = page.locator('.hover-language-status .codicon-pin');
    for (let left = await pins.count(); left > 0; left--) await pins.nth(left - 1).click();
    const spoken = [
      /^CAM Policy: length, \d+ of 6144/u,
      /^CAM Policy: catalogue, .*\d{4}-/u,
      /^CAM Policy: language server, .*runs/u,
    ];
    for (const name of spoken) await page.getByRole('button', { name }).first().waitFor();
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

  it('whether a JSON file is a policy is asked again in the next window while it is not answered, and not once it is', async () => {
    const { page } = workbench();
    const bell = page.locator('#status\\.notifications');
    const question = page.locator('.notifications-center .notification-list-item', {
      hasText: `${plain} is a CAM policy`,
    });
    const reopen = async (): Promise<void> => {
      await page.reload();
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await workbench().openFile(plain);
    };
    const readQuestion = async (): Promise<void> => {
      await bell.locator('.codicon-bell-dot').waitFor();
      await bell.click();
      await question.waitFor();
    };
    await workbench().openFile(plain);
    await readQuestion();
    await reopen();
    await readQuestion();
    await question.hover();
    await question.locator('.codicon-notifications-clear').click();
    await question.waitFor({ state: 'detached' });
    // In this window, and in the next one. By the time the other file has its findings, this one has been looked at.
    const isAsked = async (): Promise<boolean> => {
      await workbench().openFile(name);
      await workbench().hint();
      await workbench().openFile(plain);
      return (await bell.locator('.codicon-bell-dot').count()) > 0;
    };
    assert.equal(await isAsked(), false);
    await reopen();
    assert.equal(await isAsked(), false);
  });

  it('the policy to begin with is found by words as people type them', async () => {
    await workbench().ask('CAM Policy: New Policy…');
    await findFirst(workbench(), [
      ['cos read', 'COS, read one bucket'],
      ['cvm read only', 'Read-only access to one service'],
      ['read only', 'Read-only access to one service'],
      ['trtc', 'TRTC, rooms of one application'],
      ['deny', 'Deny access from outside an address range'],
      ['bucket policy', 'COS bucket policy, let a user read objects'],
      ['queue receive', 'CMQ, receive messages of one queue'],
    ]);
    await workbench().press('Escape');
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
