/** VS Code's own words in Chinese, from a package of the npm registry that is fetched once. */
import { access, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository, unpack, type Host } from './install.js';
import { languagePack } from './pins.js';

const folder = path.join(repository, '.vscode-test', `zh-hans-${languagePack.version}`);
const entry = path.join(folder, 'main.i18n.json.mjs');

/** Words by key, by module. */
type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The script with which the workbench of `host` speaks Chinese, in the place of its `nls.messages.js`. What has no translation stays English. */
export async function chineseMessages({ server }: Host): Promise<string> {
  const words = await translations();
  const folder = path.dirname(server);
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(path.join(folder, name), 'utf8'));
  const keys = (await read('nls.keys.json')) as readonly (readonly [string, readonly string[]])[];
  const english = (await read('nls.messages.json')) as readonly string[];
  const messages = keys
    .flatMap(([module, names]) => names.map((name) => words[module]?.[name]))
    .map((text, at) => text ?? english[at]);
  return `globalThis._VSCODE_NLS_MESSAGES=${JSON.stringify(messages)};globalThis._VSCODE_NLS_LANGUAGE="zh-cn";`;
}

async function translations(): Promise<Words> {
  try {
    await access(entry);
  } catch {
    await unpack(languagePack, 'translations', folder);
    await rename(path.join(folder, 'main.i18n.json.js'), entry);
  }
  const { default: words } = (await import(pathToFileURL(entry).href)) as { readonly default: Words };
  return words;
}
