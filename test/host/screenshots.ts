/**
 * Takes the pictures of the README and of the walkthrough from the running extension: `npm run screenshots [-- NAME …]` writes `images/NAME-dark.png` and
 * `-light.png`, of the walkthrough `images/walkthrough/STEP.webp`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { installWithApt } from './apt.js';
import { repository } from './install.js';
import { attempt } from './process.js';
import type { Scene } from './scene.js';
import { terraformScenes } from './terraform-scenes.js';
import { openWorkbench } from './ui.js';
import { finding, fix, walkthroughScenes } from './walkthrough-scenes.js';
import { writeWebp } from './webp.js';

const restricted = 'bad/trtc-restricted.cam.json';
const good = 'good/trtc-one-application.cam.json';
const several = 'good/three-products.cam.json';
const lastAction = '"trtc:RemoveUser"';
const lastResource = 'sdkappid/1400000000"';

const readmeScenes: readonly Scene[] = [
  {
    name: 'templates',
    file: good,
    play: async (workbench) => {
      await workbench.press('ControlOrMeta+A');
      await workbench.press('Delete');
      await workbench.press('ControlOrMeta+Space');
      await workbench.focusSuggestion('MPS: full access');
      return workbench.suggestions({ details: true });
    },
    shows: /MPS: full access/,
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
    name: 'hover-zh',
    file: restricted,
    locale: 'zh-cn',
    play: async (workbench, file) => {
      await workbench.putCursor(file, 'CreateTrtcApp', 2);
      return workbench.hover();
    },
    shows: /不支持资源级授权/,
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
      await workbench.runCommand('Explorer: Focus on Outline View');
      await workbench.page.locator('.pane-header[aria-label^="Explorer Section"]').click();
      return [await workbench.outline(), await workbench.hints()];
    },
    shows: /deny trtc:Remove\* on .*→\d+/u,
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

const scenes = [...readmeScenes, ...terraformScenes, ...walkthroughScenes];

type Theme = 'dark' | 'light';

/** Pictures of the walkthrough are part of the download: they are smaller, and there is one for all themes. */
const isShipped = (scene: Scene): boolean => walkthroughScenes.includes(scene);
const fileOf = (scene: Scene, theme: Theme): string =>
  path.join(repository, 'images', isShipped(scene) ? `${scene.name}.webp` : `${scene.name}-${theme}.png`);
const themesOf = (scene: Scene): readonly Theme[] => (isShipped(scene) ? ['dark'] : ['dark', 'light']);

/** Little but the editor, in letters that can be read when the picture is shrunk. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.overviewRulerBorder': false,
  'editor.renderLineHighlight': 'none',
  'outline.collapseItems': 'alwaysCollapse',
  'testing.automaticallyOpenPeekView': 'never',
  'testing.automaticallyOpenTestResults': 'neverOpen',
  // The examples stay as they are.
  'testing.saveBeforeTest': false,
  'window.commandCenter': false,
  'window.title': 'CAM Policy',
  'workbench.activityBar.location': 'hidden',
  'workbench.editor.showTabs': 'single',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

async function take(scene: Scene, theme: Theme): Promise<void> {
  const { name, file, folder = 'examples', locale, play, shows } = scene;
  const workbench = await openWorkbench({
    folder: path.join(repository, folder),
    theme,
    locale,
    settings,
    ...(isShipped(scene)
      ? { size: { width: 640, height: 360 }, scale: 0.8 }
      : { size: { width: 960, height: 540 }, scale: 1.25 }),
  });
  try {
    await workbench.openFile(folder === 'examples' ? restricted : file);
    // Findings on the screen: from now on the language server answers at once.
    await workbench.squiggle();
    await workbench.press('ControlOrMeta+B');
    await workbench.openFile(file);
    const shown = await play(workbench, file);
    const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
    if (!shows.test(text)) throw new Error(`${name}: the screen shows ${text}, not ${String(shows)}`);
    const target = fileOf(scene, theme);
    await (isShipped(scene) ? writeWebp(workbench.page, target) : workbench.screenshot(target));
    console.log(path.relative(repository, target));
  } catch (error) {
    const seen = path.join(repository, 'out', 'screenshot-error.png');
    await workbench.screenshot(seen);
    throw new Error(
      `${name} (${theme}): ${error instanceof Error ? error.message : String(error)}\nWhat the screen showed: ${seen}`,
      { cause: error },
    );
  } finally {
    await workbench.stop();
  }
}

/** Without such a font the picture would show boxes. Elsewhere than on Linux the system brings one. */
async function ensureChineseFont(): Promise<void> {
  if (process.platform !== 'linux') return;
  const found = async (): Promise<boolean> => (await attempt('fc-list', [':lang=zh'])).output.trim() !== '';
  if ((await found()) || ((await installWithApt(['fontconfig', 'fonts-wqy-microhei'])) && (await found()))) return;
  throw new Error('a font with Chinese characters is missing; Debian: apt-get install fontconfig fonts-wqy-microhei');
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !scenes.some((scene) => scene.name === name));
  if (unknown.length > 0)
    throw new Error(`no such picture: ${unknown.join(', ')}; there are ${scenes.map(({ name }) => name).join(', ')}`);
  await mkdir(path.join(repository, 'images', 'walkthrough'), { recursive: true });
  for (const scene of scenes) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
    if (scene.locale === 'zh-cn') await ensureChineseFont();
    for (const theme of themesOf(scene)) await take(scene, theme);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
