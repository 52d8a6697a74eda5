/** What only the screen shows, in Chinese: how people of that language meet the extension. */
import assert from 'node:assert/strict';
import { findFirst } from './find-first.js';
import { workbenchIn } from './in-folder.js';

const name = 'restricted.cam.json';
const policy = `{
  "version": "2.0",
  "statement": [
    {
      "effect": "allow",
      "action": ["trtc:RemoveUser", "trtc:CreateTrtcApp"],
      "resource": ["qcs::trtc::uin/100000000001:sdkappid/1400000000"]
    }
  ]
}
`;

describe('in Chinese', function () {
  this.timeout(180_000);
  const { workbench } = workbenchIn({ [name]: policy }, { locale: 'zh-cn' }, async (open) => {
    await open.openFile(name);
    await open.squiggle();
  });

  it('the status bar tells the length and the age of the catalogue', async () => {
    assert.match(await workbench().languageStatus(), /\d+ \/ 6144 个字符/u);
  });

  it('an action explains itself', async () => {
    await workbench().putCursor(name, 'RemoveUser', 2);
    const text = await workbench().hover();
    assert.match(text, /trtc:RemoveUser/u);
    assert.match(text, /资源/u);
    await workbench().press('Escape');
  });

  it('the policy to begin with is found by words as people type them', async () => {
    await workbench().ask('新建策略…');
    await findFirst(workbench(), [
      ['cos 读取', 'COS, 读取单个存储桶'],
      ['cos读取', 'COS, 读取单个存储桶'],
      ['cvm 只读', '单个云服务的只读权限'],
      ['trtc', 'TRTC, 单个应用的房间管理'],
      ['拒绝', '拒绝指定网段以外的访问'],
    ]);
    await workbench().press('Escape');
  });

  it('a finding is mended', async () => {
    await workbench().putCursor(name, 'CreateTrtcApp', 2);
    const fixes = await workbench().quickFixes();
    assert.ok(
      fixes.some((title) => title.includes('拆分') || title.includes('单独')),
      fixes.join(' | '),
    );
    await workbench().press('Escape');
    assert.ok((await workbench().problems()).some((row) => row.includes('资源')));
  });

  it("a finding's name in the Problems panel leads to its page, rendered", async () => {
    const { page } = workbench();
    await workbench().putCursor(name, '{');
    await workbench().problems();
    await page.locator('.markers-panel a', { hasText: 'no-resource-level-support' }).click();
    const rendered = page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
    await rendered.locator('h2', { hasText: '原因' }).waitFor();
    assert.match(await rendered.locator('body').innerText(), /默认级别：错误。/u);
  });
});
