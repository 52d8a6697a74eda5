/** Shows the page of a rule. */
import { commands, extensions, Uri } from 'vscode';

/** The extension of VS Code that renders Markdown. Its commands are there once it is active, which it is not before the first Markdown file. */
const markdownExtension = 'vscode.markdown-language-features';

/** Shows the bundled page of the rule `code` rendered; as text where VS Code has no Markdown preview. */
export async function showRulePage(extensionUri: Uri, code: string): Promise<void> {
  const page = Uri.joinPath(extensionUri, 'docs', 'rules', `${code}.md`);
  try {
    await extensions.getExtension(markdownExtension)?.activate();
    await commands.executeCommand('markdown.showPreview', page);
  } catch {
    await commands.executeCommand('vscode.open', page);
  }
}
