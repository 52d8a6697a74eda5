/** Finds a Chromium to show the workbench in, and installs one where the system's package manager may be asked. */
import path from 'node:path';
import { installWithApt, isExecutable } from './apt.js';
import { attempt } from './process.js';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const windows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Whole paths to look at, likeliest first. */
function candidates(): readonly string[] {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return roots.flatMap((root) => windows.map((name) => path.win32.join(root, name)));
  }
  const folders = [...(env['PATH'] ?? '').split(path.delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return names.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => path.join(folder, name)));
}

/** The path of a Chromium that starts: `CHROMIUM` of the environment, else from the usual places; `undefined` where there is none. */
export async function findChromium(): Promise<string | undefined> {
  const named = process.env['CHROMIUM'];
  for (const file of named === undefined ? new Set(candidates()) : [named]) {
    if ((await isExecutable(file)) && (await starts(file))) return file;
  }
  return undefined;
}

/** The same, installed through apt-get first where there is none and we are root. Rejects with what the person can do. */
export async function ensureChromium(say: (line: string) => void = console.log): Promise<string> {
  const found = await findChromium();
  if (found !== undefined) return found;
  const named = process.env['CHROMIUM'];
  if (named !== undefined) throw new Error(`CHROMIUM names ${named}, which does not start.`);
  await installWithApt(['chromium', 'fonts-dejavu-core'], say);
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'A Chromium is needed to run VS Code for tests and screenshots, and none was found. Install one (Debian: apt-get install chromium; ' +
      'Ubuntu, macOS, Windows: Google Chrome or Microsoft Edge), or name its path in the environment variable CHROMIUM.',
  );
}

/** Ubuntu's `chromium-browser` may be a stub that only says where the real one is. On Windows the question would open a window. */
async function starts(file: string): Promise<boolean> {
  return process.platform === 'win32' || (await attempt(file, ['--version'])).code === 0;
}
