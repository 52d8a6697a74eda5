/** The Test Explorer with tests of policies, as a person meets it. */
import type { Locator } from 'playwright-core';
import { limit } from '../host/rows.js';
import { workbenchIn } from './in-folder.js';

const policy = `{
  "version": "2.0",
  "statement": [
    { "effect": "allow", "action": "trtc:*", "resource": "*" },
    { "effect": "deny", "action": "trtc:RemoveUser", "resource": "*" },
    { "effect": "allow", "action": "mps:*", "resource": "*" }
  ]
}
`;
const tests = `{
  "policies": ["./dev.cam.json"],
  "tests": [
    { "name": "removes users", "action": "trtc:RemoveUser", "expect": "allowed" },
    { "name": "hands out no rights", "notGranted": { "actions": ["cam:*"] } }
  ]
}
`;

describe('the Test Explorer', function () {
  this.timeout(180_000);
  const { workbench } = workbenchIn({ 'dev.cam.json': policy, 'dev.cam.test.json': tests });

  const rows = (): Locator => workbench().page.locator('.test-explorer .monaco-list-row');
  /** Waits for a row whose label, read aloud, is this. */
  const labelled = (label: RegExp): Promise<void> =>
    workbench()
      .page.locator('.test-explorer')
      .getByRole('treeitem', { name: label })
      .first()
      .waitFor({ timeout: limit });

  it('runs them, and shows which failed', async () => {
    const me = workbench();
    await me.openFile('dev.cam.test.json');
    // There is such a view from the first tests on.
    await me.page
      .locator('.activitybar')
      .getByRole('tab', { name: /^Testing/u })
      .waitFor({ timeout: limit });
    await me.runCommand('Testing: Focus on Test Explorer View');
    await rows().first().waitFor();
    await me.runCommand('Test: Run All Tests');
    await labelled(/^dev\.cam\.test\.json \(Failed\)/u);
    await rows().first().click();
    await me.press('ArrowRight');
    await labelled(/^removes users \(Failed\)/u);
    await labelled(/^hands out no rights \(Passed\)/u);
  });

  it('says what came out, and which statement decides', async () => {
    const { page } = workbench();
    await workbench().runCommand('Test Results: Focus on Test Results View');
    const results = page.locator('.test-output-peek-tree');
    await results.getByText('Expected allowed, but: Denied by statement 2.').first().waitFor({ timeout: limit });
    await results.getByText('statement 2 of dev.cam.json').first().waitFor({ timeout: limit });
  });

  it('marks what failed at what is expected, and there offers what came out', async () => {
    const me = workbench();
    await me.putCursor('dev.cam.test.json', '"allowed"', 1);
    await me.page.locator('.test-error-content-widget').first().waitFor({ timeout: limit });
    await me.press('ControlOrMeta+.');
    await me.page
      .locator('.action-widget .monaco-list-row', { hasText: 'Expect "denied", as it is now' })
      .waitFor({ timeout: limit });
    await me.press('Escape');
  });

  it('shows which statements no test reaches', async () => {
    const me = workbench();
    await me.runCommand('Test: Run All Tests with Coverage');
    await me.openFile('dev.cam.json');
    await me.page.getByText('66.67%').first().waitFor({ timeout: limit });
    const { page } = me;
    await page.locator('.coverage-deco-gutter.coverage-deco-miss').first().waitFor({ timeout: limit });
    await page.locator('.coverage-deco-gutter.coverage-deco-hit').first().waitFor({ timeout: limit });
  });

  it('runs them again on save while it is told to go on', async () => {
    const me = workbench();
    await me.runCommand('Test: Start Continuous Run');
    await me.openFile('dev.cam.test.json');
    await me.putCursor('dev.cam.test.json', '"allowed"', 1);
    for (let at = 0; at < 'allowed'.length; at++) await me.press('Delete');
    await me.type('denied');
    await me.save();
    await labelled(/^removes users \(Passed\)/u);
    await labelled(/^dev\.cam\.test\.json \(Passed\)/u);
  });
});
