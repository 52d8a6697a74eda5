/** The pages of the rules, as the extension brings them. */
import { commands, env, Uri, workspace } from 'vscode';
import { pageScheme } from '../../protocol/names.js';
import type { ReadPage } from './pages.js';

/** The folder of the rules' pages among all pages. */
export const rulePages = 'rules';

/** The address of the page of the rule `code`. */
export const rulePage = (code: string): string => `${pageScheme}:/${rulePages}/${code}.md`;

/** Reads the page of a rule from the extension's folder, in the language that VS Code speaks. */
export const readRulePage =
  (extensionUri: Uri): ReadPage =>
  async (code) => {
    const language = env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
    const file = Uri.joinPath(extensionUri, 'dist', 'rule-pages.json');
    const pages = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as {
      readonly [code: string]: { readonly [language in 'en' | 'zh']: string };
    };
    const page = Object.hasOwn(pages, code) ? pages[code] : undefined;
    return page?.[language];
  };

/** Shows the page of the rule `code`. */
export async function showRulePage(code: string): Promise<void> {
  await commands.executeCommand('vscode.open', Uri.parse(rulePage(code)));
}
