/** The pictures of the README and of pages in docs/. */
import type { Scene } from './scene.js';
import { finding, fix } from './walkthrough-scenes.js';

const restricted = 'bad/trtc-restricted.cam.json';
const good = 'good/trtc-one-application.cam.json';
const several = 'good/three-products.cam.json';
const fullAccess = { en: 'MPS: full access', 'zh-cn': 'MPS：全部权限' };
const lastAction = '"trtc:RemoveUser"';
const lastResource = 'sdkappid/1400000000"';

/** `NAME`. */
export const readmeScenes: readonly Scene[] = [
  {
    name: 'templates',
    file: good,
    play: async (workbench, _file, language) => {
      await workbench.press('ControlOrMeta+A');
      await workbench.press('Delete');
      await workbench.press('ControlOrMeta+Space');
      await workbench.focusSuggestion(fullAccess[language]);
      return workbench.suggestions({ details: true });
    },
    shows: /MPS/,
  },
  { name: 'problems', ...finding },
  { name: 'quick-fix', ...fix },
  {
    name: 'complete-action',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, lastAction, lastAction.length);
      await workbench.type(', "trtc:Desc');
      return workbench.suggestions({ details: true });
    },
    shows: /Describe/,
  },
  {
    name: 'complete-resource',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, lastResource, lastResource.length);
      await workbench.type(', "qcs::trtc::uin/100000000001:');
      return workbench.suggestions();
    },
    shows: /sdkappid/,
  },
  {
    name: 'hover',
    file: restricted,
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'RemoveUser', 2);
      return workbench.hover();
    },
    shows: /RemoveUser/,
  },
  {
    name: 'complete-condition',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, lastResource, lastResource.length + 1);
      await workbench.type(',');
      await workbench.newLine();
      await workbench.type('"cond');
      await workbench.take('condition');
      await workbench.type('for');
      await workbench.take('for_any_value:');
      await workbench.type('s');
      return workbench.suggestions({ details: true });
    },
    shows: /string_equal/,
  },
  {
    name: 'outline',
    file: several,
    play: async (workbench, file) => {
      await workbench.putCursor(file, '{');
      await workbench.press('ControlOrMeta+B');
      const sections = workbench.page.locator('.explorer-viewlet .pane-header, .part.sidebar .pane-header');
      await sections.filter({ hasText: /Outline|大纲/u }).click();
      await sections.first().click();
      return [await workbench.outline(), await workbench.hints()];
    },
    shows: /deny trtc:Remove\* (?:on|于) .*→\d+/u,
  },
  {
    name: 'tests',
    file: 'good/trtc-one-application.cam.test.json',
    play: async (workbench, file) => {
      const { page } = workbench;
      await workbench.putCursor(file, '"refused"', 1);
      for (let at = 0; at < 'refused'.length; at++) await workbench.press('Delete');
      await workbench.type('allowed');
      await workbench.runCommand('Testing: Focus on Test Explorer View');
      await workbench.runCommand('Test: Run All Tests');
      const rows = page.locator('.test-explorer').getByRole('treeitem');
      const failed = rows.filter({ has: page.locator('.codicon-testing-failed-icon') });
      await failed.first().click();
      await workbench.press('ArrowRight');
      await failed.nth(1).waitFor();
      return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label')));
    },
    shows: /remove users of another application \(Failed\)/u,
  },
];
