/** What a policy allows and what an edit changes, as a person asks for it: with the keyboard, on the screen. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator } from 'playwright-core';
import { limit } from '../host/rows.js';
import { workbenchIn } from './in-folder.js';

const policy = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": "trtc:*", "resource": "*" },
    { "effect": "deny", "action": "trtc:RemoveUser", "resource": "*", "condition": { "ip_not_equal": { "qcs:ip": "10.0.0.0/8" } } }
  ]
}
`;
const name = 'dev.cam.json';
const inTerraform = (policies: Readonly<Record<string, string>>): string =>
  Object.entries(policies)
    .map(([label, text]) => `resource "tencentcloud_cam_policy" "${label}" {\n  document = <<EOF\n${text}EOF\n}\n`)
    .join('');
const terraform = inTerraform({ first: policy, second: policy.replace('trtc:*', 'mps:*') });

describe('access on the screen', function () {
  this.timeout(180_000);
  const { workbench, pathOf } = workbenchIn(
    { [name]: policy, 'main.tf': terraform, 'notes.txt': 'nothing\n', 'used.txt': 'trtc:DescribeCallDetailInfo\n' },
    {},
    async (open) => {
      await open.openFile(name);
      await open.page.locator('.codelens-decoration a').first().waitFor({ timeout: limit });
    },
  );

  const rendered = (): FrameLocator =>
    workbench().page.locator('iframe.webview').last().contentFrame().locator('iframe#active-frame').contentFrame();
  const putIntoClipboard = (text: string): Promise<unknown> =>
    workbench().page.evaluate(
      `Object.defineProperty(navigator.clipboard, 'readText', { value: () => Promise.resolve(${JSON.stringify(text)}), configurable: true })`,
    );
  /** What is told: in this kind of window messages do not pop up by themselves. */
  const message = async (text: RegExp): Promise<Locator> => {
    await workbench().runCommand('Notifications: Show Notifications');
    const found = workbench().page.locator('.notification-list-item', { hasText: text }).first();
    await found.waitFor({ timeout: limit });
    return found;
  };

  it('is narrowed to what is used with the keyboard alone: by the clipboard, and by a file', async () => {
    const me = workbench();
    const { page } = me;
    const row = (label: string): Promise<void> =>
      page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor({ timeout: limit });
    const question = 'Where are the actions that are used?';
    const narrow = async (from: string): Promise<void> => {
      await me.putCursor(name, 'trtc:*', 1);
      await me.ask('CAM Policy: Keep Only Used Actions…');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: from }).waitFor({ timeout: limit });
      await me.type(from);
      await row(from);
      await me.press('Enter');
    };
    /** Saves what was narrowed to `action`, reads it, and takes it back. */
    const isNarrowedTo = async (action: string): Promise<void> => {
      await page
        .locator('.editor-instance .view-line', { hasText: `"${action}"` })
        .first()
        .waitFor({ timeout: limit });
      await me.save();
      assert.equal(await readFile(pathOf(name), 'utf8'), policy.replace('trtc:*', action));
      await me.press('ControlOrMeta+Z');
      await me.save();
      assert.equal(await readFile(pathOf(name), 'utf8'), policy);
    };
    await me.openFile(name);
    await putIntoClipboard('trtc:DismissRoom\n');
    await narrow('The clipboard');
    await isNarrowedTo('trtc:DismissRoom');
    await narrow('A file with one action a line');
    await page.locator('.quick-input-title', { hasText: question }).waitFor({ timeout: limit });
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'used.txt' }).waitFor({ timeout: limit });
    await me.type('used.txt');
    await me.press('Enter');
    await isNarrowedTo('trtc:DescribeCallDetailInfo');
  });

  it('is compared with the clipboard, and the details are a page that cannot be edited', async () => {
    const { page } = workbench();
    await putIntoClipboard(policy.replace('trtc:*', 'trtc:DismissRoom'));
    await workbench().ask('CAM Policy: Compare Access With…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'The clipboard' }).waitFor({ timeout: limit });
    await workbench().type('clipboard');
    await workbench().press('Enter');
    const told = await message(/newly allows .* actions of trtc on all resources/u);
    await told.getByRole('button', { name: 'Show Details' }).click();
    await rendered().locator('h2', { hasText: 'Newly allowed' }).waitFor({ timeout: limit });
    assert.equal(await page.locator('.tab.dirty').count(), 0, 'nothing asks to be saved');
  });

  it('answers a question step by step, and selects the statement that decides', async () => {
    const { page } = workbench();
    await workbench().openFile(name);
    await workbench().ask('CAM Policy: Can …?');
    await workbench().type('trtc:RemoveUser');
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'trtc:RemoveUser' }).waitFor();
    await workbench().press('Enter');
    await page.locator('.quick-input-title', { hasText: 'do trtc:RemoveUser on what' }).waitFor({ timeout: limit });
    await workbench().type('another');
    await workbench().press('Enter');
    await page.locator('.quick-input-widget .quick-input-message', { hasText: 'Six segments' }).waitFor();
    await workbench().press('ControlOrMeta+A');
    await workbench().type('qcs::trtc::uin/1:sdkappid/1');
    await workbench().press('Enter');
    await page.locator('.quick-input-title', { hasText: 'qcs:ip' }).waitFor({ timeout: limit });
    await workbench().press('Enter');
    await page.locator('.quick-input-message', { hasText: 'The value of qcs:ip' }).waitFor();
    await workbench().type('8.8.8.8');
    await workbench().press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await message(/trtc:RemoveUser: Denied by statement 2/u);
    await page.locator('#status\\.editor\\.selection', { hasText: /Ln 5, .*selected/u }).waitFor({ state: 'attached' });
  });

  it('is a tree that is read aloud in words, as long as the policy is in view', async () => {
    const me = workbench();
    const row = (label: string | RegExp): Locator => me.page.getByRole('treeitem', { name: label });
    await me.openFile(name);
    await me.runCommand('Explorer: Focus on Access View');
    await row(/^trtc, Tencent Real-Time Communication, \d+ actions$/u).waitFor({ timeout: limit });
    const classes = row(/^(?:read|write|list), \d+ actions?$/u);
    await classes.first().waitFor({ timeout: limit });
    await row(/^permission management, 1 action$/u).click();
    await me.press('ArrowRight');
    await row(/^\w+, by 1 statement$/u).waitFor({ timeout: limit });
    await me.openFile('notes.txt');
    await me.page.getByText('Open a CAM policy to see what it allows.').waitFor({ timeout: limit });
    await classes.first().waitFor({ state: 'detached' });
  });

  it('is told of the policy at the cursor in Terraform, and by its lens', async () => {
    const me = workbench();
    const service = (label: RegExp): Promise<void> =>
      me.page.getByRole('treeitem', { name: label }).first().waitFor({ timeout: limit });
    await me.openFile('main.tf');
    await service(/^trtc, /u);
    await me.putCursor('main.tf', 'mps:*', 1);
    await service(/^mps, /u);
    await me.page
      .locator('.codelens-decoration a', { hasText: /This policy allows \d+ known actions of mps/u })
      .click();
    await rendered().locator('h2', { hasText: 'mps' }).waitFor({ timeout: limit });
    assert.equal(await rendered().locator('h2', { hasText: 'trtc' }).count(), 0);
    // From the page, too, a question is about the policy that it explains.
    await rendered().locator('h2', { hasText: 'mps' }).click();
    await me.ask('CAM Policy: Can …?');
    await me.page
      .locator('.quick-input-list .monaco-list-row[data-index="0"]', { hasText: /^mps:/u })
      .waitFor({ timeout: limit });
    await me.press('Escape');
  });
});
