/**
 * What the end-to-end tests do in VS Code, in words of a person at the keyboard. Waits are for events and say what they saw when they give up.
 * It runs in a web extension host too: files are reached through VS Code only.
 */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export const extensionId = 'cam-policy.cam-policy';
export const languageId = 'cam-policy';

/** The extension under test; an error where VS Code does not have it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(extensionId);
  assert.ok(
    found,
    `VS Code has no extension ${extensionId}; it has ${vscode.extensions.all.map(({ id }) => id).join(', ')}`,
  );
  return found;
}

/** Resolves when the language server answers. */
export async function ready(): Promise<void> {
  const { ready } = (await extension().activate()) as { readonly ready: Promise<void> };
  await ready;
}

/** Shows an untitled document of `text`, as after "New File" and "Change Language Mode". */
export async function openUntitled(text: string, language = languageId): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text, language }));
}

/** Writes `text` to the file `name` in the opened folder and shows it. */
export async function openFile(name: string, text: string | Uint8Array): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  const file = vscode.Uri.joinPath(folder.uri, name);
  if (typeof text === 'string') await writeFile(file, text);
  else await vscode.workspace.fs.writeFile(file, text);
  return vscode.window.showTextDocument(file);
}

/** Writes a file. VS Code keeps one that was open for a while: then it has read what was written once this resolves. */
export async function writeFile(file: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const content = text.replace(/^\uFEFF/u, '');
  const kept = (): vscode.TextDocument | undefined =>
    vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  const changed: vscode.Event<unknown> = (listener) =>
    vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(listener),
      vscode.workspace.onDidCloseTextDocument(listener),
    );
  await eventually(
    changed,
    () => ((kept()?.getText() ?? content) === content ? true : undefined),
    () => `${file.path} is ${JSON.stringify(kept()?.getText())}`,
  );
}

/** Closes every editor and drops what was not saved; what is opened next begins as if nothing had been. */
export async function closeAll(): Promise<void> {
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
  for (const document of unsaved) await dropUnsaved(document);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const untitled = (): readonly vscode.TextDocument[] =>
    vscode.workspace.textDocuments.filter(({ isUntitled }) => isUntitled);
  const gone = (): Promise<true> =>
    eventually(
      vscode.workspace.onDidCloseTextDocument,
      () => (untitled().length === 0 ? true : undefined),
      () =>
        `still open: ${untitled()
          .map(({ uri }) => uri.path)
          .join(', ')}`,
    );
  await gone();
  if (!unsaved.some(({ isUntitled }) => isUntitled)) return;
  // VS Code backs up what is not saved, and an untitled document begins with the backup of an earlier one of its name where that is still
  // there. An empty one shows whether it is.
  for (let text = '?'; text !== '';) {
    const probe = await openUntitled('', 'plaintext');
    text = probe.document.getText();
    await dropUnsaved(probe.document);
    await gone();
  }
}

async function dropUnsaved(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

/** Takes the "|" out of `text`: what is left, and the offset where it stood. */
export function cursor(text: string): { readonly text: string; readonly offset: number } {
  const offset = text.indexOf('|');
  assert.ok(offset >= 0 && text.indexOf('|', offset + 1) < 0, 'the text has one "|"');
  return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

/** Where `needle` first stands in the document; an error where it does not. */
export function rangeOf(document: vscode.TextDocument, needle: string): vscode.Range {
  const start = document.getText().indexOf(needle);
  assert.ok(start >= 0, `the document has no ${JSON.stringify(needle)}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + needle.length));
}

/** How long to wait for an event, in ms: less than a test may take, so that the reason is told. */
const waitLimit = 15_000;

/**
 * Waits until `look` gives something else than `undefined`: asked now and after every `event`.
 * Rejects with `seen()` when that does not come.
 */
export function eventually<T, E>(event: vscode.Event<E>, look: () => T | undefined, seen: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      subscription.dispose();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`waited ${waitLimit} ms in vain; at the end: ${seen()}`));
    }, waitLimit);
    const ask = (): void => {
      try {
        const found = look();
        if (found === undefined) return;
        end();
        resolve(found);
      } catch (error) {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const subscription = event(ask);
    ask();
  });
}

/** The document's diagnostics, once `until` holds for them; by default once there are any. */
export function diagnostics(
  document: vscode.TextDocument,
  until: (diagnostics: readonly vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  const now = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(document.uri);
  return eventually(
    vscode.languages.onDidChangeDiagnostics,
    () => (until(now()) ? now() : undefined),
    () => JSON.stringify(now().map((diagnostic) => `${codeOf(diagnostic)}: ${diagnostic.message}`)),
  );
}

/** The rule's code of a diagnostic, without its link; '' where it has none. */
export function codeOf({ code }: vscode.Diagnostic): string {
  if (code === undefined) return '';
  return String(typeof code === 'object' ? code.value : code);
}

/** What is suggested at `position`, in the order of the sort texts. */
export async function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return [...list.items].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Takes a suggestion as VS Code does: its text with tab stops, what else it changes, its command. */
export async function takeCompletion(editor: vscode.TextEditor, item: vscode.CompletionItem): Promise<void> {
  const { insertText = labelOf(item), range, additionalTextEdits = [], command } = item;
  assert.ok(range, `"${labelOf(item)}" has no range`);
  const snippet = typeof insertText === 'string' ? literalSnippet(insertText) : insertText;
  const edit = new vscode.WorkspaceEdit();
  edit.set(editor.document.uri, additionalTextEdits);
  const replaced = range instanceof vscode.Range ? range : range.inserting;
  assert.ok(await editor.insertSnippet(snippet, replaced), `"${labelOf(item)}" was not inserted`);
  // After the text, which is why they may only stand behind it or on other lines: those that the tests take do.
  if (additionalTextEdits.length > 0) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

const literalSnippet = (text: string): vscode.SnippetString => new vscode.SnippetString().appendText(text);

const sortKey = (item: vscode.CompletionItem): string => item.sortText ?? labelOf(item);

export const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** The answer of one of VS Code's own commands that ask providers, such as `vscode.executeFoldingRangeProvider`. */
export const ask = <Result>(command: string, ...args: readonly unknown[]): Thenable<Result> =>
  vscode.commands.executeCommand<Result>(command, ...args);

/** The Markdown shown when the mouse rests at `position`, of all hovers, joined by an empty line. */
export async function hover(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n\n');
}

/** VS Code answers with `MarkdownString`s; its type still names older forms. */
const markdownOf = (part: vscode.Hover['contents'][number]): string =>
  part instanceof vscode.MarkdownString ? part.value : JSON.stringify(part);

/** What the light bulb offers for `range`, with the edits resolved; `kind` as in "quickfix". */
export async function codeActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind?: string,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
    100,
  );
}

/** Carries out `action` as VS Code does when it is chosen: its edit, then its command. */
export async function applyAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit)
    assert.ok(await vscode.workspace.applyEdit(action.edit), `the edit of "${action.title}" was not applied`);
  if (action.command)
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

/** Carries out the one action whose title matches `title`; an error that lists what is offered where there is not one. */
export async function chooseAction(
  document: vscode.TextDocument,
  range: vscode.Range,
  title: string | RegExp,
): Promise<void> {
  const offered = await codeActions(document, range);
  const chosen = offered.filter((action) =>
    typeof title === 'string' ? action.title === title : title.test(action.title),
  );
  const [action] = chosen;
  assert.ok(
    action && chosen.length === 1,
    `${String(title)} is not one of: ${offered.map((each) => each.title).join(' | ')}`,
  );
  await applyAction(action);
}
