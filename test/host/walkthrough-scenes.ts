/** The pictures of the walkthrough, one a step and language. */
import type { Scene } from './scene.js';

const restricted = 'bad/trtc-restricted.cam.json';
const good = 'good/trtc-one-application.cam.json';
const resource = 'sdkappid/1400000000"';

interface Step extends Omit<Scene, 'shows' | 'locale'> {
  readonly shows: { readonly en: RegExp; readonly 'zh-cn': RegExp };
}

const steps: readonly Step[] = [
  {
    name: 'open',
    file: good,
    play: async (workbench) => {
      await workbench.press('ControlOrMeta+A');
      await workbench.press('Delete');
      await workbench.press('ControlOrMeta+Space');
      return workbench.suggestions();
    },
    shows: { en: /MPS: full access/, 'zh-cn': /MPS/ },
  },
  {
    name: 'finding',
    file: restricted,
    play: async (workbench, file) => {
      await workbench.putCursor(file, '{');
      return workbench.problems();
    },
    shows: { en: /cannot be restricted/, 'zh-cn': /不支持/ },
  },
  {
    name: 'fix',
    file: restricted,
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'CreateTrtcApp');
      return workbench.quickFixes();
    },
    shows: { en: /statement of their own/, 'zh-cn': /语句/ },
  },
  {
    name: 'complete',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, resource, resource.length);
      await workbench.type(', "qcs::trtc::uin/100000000001:');
      return workbench.suggestions();
    },
    shows: { en: /sdkappid/, 'zh-cn': /sdkappid/ },
  },
  {
    name: 'explain',
    file: good,
    play: async (workbench, file) => {
      await workbench.putCursor(file, '{');
      await workbench.page.locator('.codelens-decoration a').first().click();
      const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame').locator('body');
      await page.locator('h1, h2').first().waitFor();
      return page.innerText();
    },
    shows: { en: /allow/i, 'zh-cn': /允许/ },
  },
];

/** The language in the picture's name. */
const letters = { en: 'en', 'zh-cn': 'zh' } as const;

/** `walkthrough/STEP.en` and `walkthrough/STEP.zh`. */
export const walkthroughScenes: readonly Scene[] = steps.flatMap(({ name, file, play, shows }) =>
  (['en', 'zh-cn'] as const).map((locale) => ({
    name: `walkthrough/${name}.${letters[locale]}`,
    file,
    locale,
    play,
    shows: shows[locale],
  })),
);
