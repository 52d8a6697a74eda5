/**
 * Takes the pictures of the README and of the walkthrough from the extension as people get it, installed from its package into a VS Code without settings:
 * `npm run screenshots [-- NAME …]` writes `images/NAME[-zh]-dark.png` and `-light.png`, of the walkthrough `images/walkthrough/STEP[.zh].webp`.
 * `--theme THEME` writes pictures in that theme into `out/screenshots` instead, for the eye.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { accessScenes } from './access-scenes.js';
import { installWithApt } from './apt.js';
import { repository } from './install.js';
import { attempt } from './process.js';
import { readmeScenes } from './readme-scenes.js';
import type { Language, Scene } from './scene.js';
import { terraformScenes } from './terraform-scenes.js';
import { openWorkbench, themes, type Theme, type Workbench } from './ui.js';
import { walkthroughScenes } from './walkthrough-scenes.js';
import { writeWebp } from './webp.js';

const bilingual = [...readmeScenes, ...walkthroughScenes];
const scenes = [...bilingual, ...accessScenes, ...terraformScenes];
const languagesOf = (scene: Scene): readonly Language[] => (bilingual.includes(scene) ? ['en', 'zh-cn'] : ['en']);

/** Made by `npm run screenshots`, before this runs. */
const vsix = path.join(repository, 'out', 'screenshots.vsix');

/** Pictures of the walkthrough are part of the download: they are smaller, and there is one for all themes. */
const isShipped = (scene: Scene): boolean => walkthroughScenes.includes(scene);

/** One picture: of what, and how. */
interface Shot {
  readonly scene: Scene;
  readonly language: Language;
  readonly theme: Theme;
  readonly target: string;
}

/** The pictures of a scene: in Chinese those of the README in dark only. */
function shotsOf(scene: Scene, only: Theme | undefined): readonly Shot[] {
  const { name } = scene;
  const images = path.join(repository, 'images');
  return languagesOf(scene).flatMap((language) => {
    const shot = (theme: Theme, target: string): Shot => ({ scene, language, theme, target });
    const zh = language === 'zh-cn';
    if (only !== undefined)
      return [shot(only, path.join(repository, 'out', 'screenshots', `${name}${zh ? '-zh' : ''}-${only}.png`))];
    if (isShipped(scene)) return [shot('dark', path.join(images, `${name}${zh ? '.zh' : ''}.webp`))];
    if (zh) return [shot('dark', path.join(images, `${name}-zh-dark.png`))];
    return (['dark', 'light'] as const).map((theme) => shot(theme, path.join(images, `${name}-${theme}.png`)));
  });
}

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

const windowOf = (scene: Scene): { size: { width: number; height: number }; scale: number } =>
  isShipped(scene)
    ? { size: { width: 640, height: 360 }, scale: 0.8 }
    : { size: { width: 960, height: 540 }, scale: 1.25 };

async function take({ scene, language, theme, target }: Shot): Promise<void> {
  const folder = path.join(repository, scene.folder ?? 'examples');
  const workbench = await openWorkbench({
    ...{ folder, extension: { vsix }, theme, locale: language, settings },
    ...windowOf(scene),
  });
  try {
    await show(workbench, scene, language);
    await mkdir(path.dirname(target), { recursive: true });
    await (target.endsWith('.webp') ? writeWebp(workbench.page, target) : workbench.screenshot(target));
    console.log(path.relative(repository, target));
  } catch (error) {
    const seen = path.join(repository, 'out', 'screenshot-error.png');
    await workbench.screenshot(seen);
    const what = `${scene.name} (${language}, ${theme})`;
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}: ${why}\nWhat the screen showed: ${seen}`, { cause: error });
  } finally {
    await workbench.stop();
  }
}

/** How long the lines above statements may take, in ms. A policy that is being written may have none. */
const patience = 3000;

/** They come a little after the findings and push the text down; VS Code does not show them once something else than the editor has the focus. */
async function linesAbove({ page }: Workbench): Promise<void> {
  const first = page.locator('.codelens-decoration a').first();
  await first.waitFor({ timeout: patience }).catch(() => undefined);
}

async function show(
  workbench: Workbench,
  { name, file, folder, play, shows }: Scene,
  language: Language,
): Promise<void> {
  await workbench.openFile(folder === undefined ? 'bad/trtc-restricted.cam.json' : file);
  // Findings on the screen: from now on the language server answers at once.
  await workbench.squiggle();
  await workbench.press('ControlOrMeta+B');
  await workbench.openFile(file);
  await linesAbove(workbench);
  const shown = await play(workbench, file, language);
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
  if (!shows.test(text)) throw new Error(`${name}: the screen shows ${text}, not ${String(shows)}`);
}

/** Without such a font the picture would show boxes. Elsewhere than on Linux the system brings one. */
async function ensureChineseFont(): Promise<void> {
  if (process.platform !== 'linux') return;
  const found = async (): Promise<boolean> => (await attempt('fc-list', [':lang=zh'])).output.trim() !== '';
  if ((await found()) || ((await installWithApt(['fontconfig', 'fonts-wqy-microhei'])) && (await found()))) return;
  throw new Error('a font with Chinese characters is missing; Debian: apt-get install fontconfig fonts-wqy-microhei');
}

function readArguments(): { readonly names: readonly string[]; readonly theme: Theme | undefined } {
  const { values, positionals } = parseArgs({ options: { theme: { type: 'string' } }, allowPositionals: true });
  const names = scenes.map(({ name }) => name);
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no such picture: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  const theme = themes.find((known) => known === values.theme);
  if (values.theme !== undefined && theme === undefined)
    throw new Error(`no such theme: ${values.theme}; there are ${themes.join(', ')}`);
  return { names: positionals.length > 0 ? positionals : names, theme };
}

async function main(): Promise<void> {
  const { names, theme } = readArguments();
  await ensureChineseFont();
  for (const scene of scenes.filter(({ name }) => names.includes(name)))
    for (const shot of shotsOf(scene, theme)) await take(shot);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
