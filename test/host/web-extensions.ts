/** Gives extensions under development to a workbench as web extensions: over https, from another origin, as a gallery does. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';

export interface WebExtensions {
  /** Folders of extensions. */
  readonly develop: readonly string[];
  /** The tests' entry, in one of those folders: VS Code runs it in that extension's host. */
  readonly tests: string;
}

/** Nothing of it leaves the browser: every request is answered here. VS Code's content security policy lets https in. */
const authority = 'extensions.invalid';

const types: { readonly [ending: string]: string } = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** To be called before `page` opens the workbench. */
export async function loadWebExtensions(page: Page, { develop, tests }: WebExtensions): Promise<void> {
  const folders = develop.map((folder) => path.resolve(folder));
  const home = folders.findIndex((folder) => path.resolve(tests).startsWith(folder + path.sep));
  if (home < 0) throw new Error(`the tests in ${tests} do not lie in an extension under development`);
  await page.context().route(`https://${authority}/**`, async (route) => {
    const [, index = '', ...rest] = decodeURIComponent(new URL(route.request().url()).pathname).split('/');
    const folder = folders[Number(index)];
    const name = path.join(...rest);
    const body = folder === undefined ? undefined : await readFile(path.join(folder, name)).catch(() => undefined);
    await route.fulfill({
      status: body === undefined ? 404 : 200,
      headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
      contentType: types[path.extname(name)] ?? 'application/octet-stream',
      body: body ?? '',
    });
  });
  const entry = path.relative(folders[home] ?? '', path.resolve(tests)).replaceAll('\\', '/');
  await page.addInitScript(configure, {
    extensions: folders.map((_, index) => uri(`/${index}`)),
    extensionTestsPath: uri(`/${home}/${entry}`),
  });
}

/** An address as VS Code's configuration holds it. */
const uri = (file: string): object => ({ $mid: 1, scheme: 'https', authority, path: file });

/** In the page: adds to the configuration that the server wrote into it, before the workbench reads it. */
function configure(developmentOptions: object): void {
  new MutationObserver((_, observer) => {
    const element = document.getElementById('vscode-workbench-web-configuration');
    if (element === null) return;
    observer.disconnect();
    const settings = JSON.parse(element.getAttribute('data-settings') ?? '{}') as {
      readonly developmentOptions?: object;
    };
    const all = { ...settings, developmentOptions: { ...settings.developmentOptions, ...developmentOptions } };
    element.setAttribute('data-settings', JSON.stringify(all));
  }).observe(document, { childList: true, subtree: true });
}
