/** The pictures of the walkthrough, one a step. */
import type { Scene } from './scene.js';

const restricted = 'bad/trtc-restricted.cam.json';
const good = 'good/trtc-one-application.cam.json';
const resource = 'sdkappid/1400000000"';

/** What a policy with a mistake looks like, and how it is mended: in the README, too. */
export const finding: Omit<Scene, 'name'> = {
  file: restricted,
  play: async (workbench, file) => {
    await workbench.putCursor(file, '{');
    return workbench.problems();
  },
  shows: /cannot be restricted|不支持/u,
};
export const fix: Omit<Scene, 'name'> = {
  file: restricted,
  play: async (workbench, file) => {
    await workbench.putCursor(file, 'CreateTrtcApp');
    return workbench.quickFixes();
  },
  shows: /statement of their own|单独/u,
};

/** `walkthrough/STEP`. */
export const walkthroughScenes: readonly Scene[] = [
  {
    name: 'walkthrough/open',
    file: good,
    play: async (workbench) => {
      await workbench.press('ControlOrMeta+A');
      await workbench.press('Delete');
      await workbench.press('ControlOrMeta+Space');
      return workbench.suggestions();
    },
    shows: /MPS/,
  },
  { name: 'walkthrough/finding', ...finding },
  { name: 'walkthrough/fix', ...fix },
  {
    name: 'walkthrough/complete',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, resource, resource.length);
      await workbench.type(', "qcs::trtc::uin/100000000001:');
      return workbench.suggestions();
    },
    shows: /sdkappid/,
  },
  {
    name: 'walkthrough/explain',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, '{');
      await workbench.page.locator('.codelens-decoration a').first().click();
      const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('body');
      await page.locator('h1, h2').first().waitFor();
      return page.innerText();
    },
    shows: /allow|允许/iu,
  },
];
