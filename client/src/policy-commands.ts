/** The commands that make, copy and show policies. */
import {
  commands,
  env,
  l10n,
  Range,
  SnippetString,
  TextEditorRevealType,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { commands as names, languageId, requests } from '../../protocol/names.js';
import type { Choice } from '../../protocol/answers.js';
import type { Ask } from './ask.js';
import { within } from './patience.js';
import type { Preview } from './preview.js';

/** Registers the commands; disposing of what is returned takes them away. */
export function registerPolicyCommands(client: BaseLanguageClient, ask: Ask, preview: Preview): readonly Disposable[] {
  /** The policy that the person looks at; says so where there is none. */
  function current(): TextDocument | undefined {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === languageId) return document;
    void window.showInformationMessage(l10n.t('Open a CAM policy first.'));
    return undefined;
  }
  const onCurrent = (work: (document: TextDocument) => Promise<void>) => async (): Promise<void> => {
    const document = current();
    if (document) await work(document);
  };
  const handlers: { readonly [command: string]: (argument?: unknown, more?: unknown) => Promise<void> } = {
    [names.newPolicy]: (id) => newPolicy(ask, id),
    [names.addStatementFromMessage]: (message, actions) => addStatement(client, ask, message, actions),
    [names.copyAsPolicyDocument]: onCurrent((document) => copy(document, ask, (text) => text)),
    [names.copyAsJsonString]: onCurrent((document) => copy(document, ask, (text) => JSON.stringify(text))),
    [names.expandWildcards]: onCurrent((document) => preview.show(document)),
  };
  return Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler));
}

const openEmpty = async () =>
  window.showTextDocument(await workspace.openTextDocument({ language: languageId, content: '' }));

/** Opens an untitled policy made from a template: the one of `id`, or the one that the person picks. */
async function newPolicy(ask: Ask, id: unknown): Promise<void> {
  const templates = (await ask(requests.templates)) ?? [];
  const items = templates.map((template) => ({ label: template.title, detail: template.description, template }));
  const picked =
    items.find(({ template }) => template.id === id) ??
    (await window.showQuickPick(items, { placeHolder: l10n.t('Choose a policy to begin with'), matchOnDetail: true }));
  if (!picked) return;
  const editor = await openEmpty();
  await editor.insertSnippet(new SnippetString(picked.template.body));
}

/** Whether a clipboard is worth offering as the message. */
const looksRefused = /operation|permission|authori[sz]ed|权限|授权/i;

/** Asks for an access-denied message and adds what it misses to the policy at hand, or to a new one. */
async function addStatement(client: BaseLanguageClient, ask: Ask, given: unknown, chosen: unknown): Promise<void> {
  const message = typeof given === 'string' ? given : await askMessage();
  if (message === undefined || message.trim() === '') return;
  const active = window.activeTextEditor?.document;
  const document = active?.languageId === languageId ? active : (await openEmpty()).document;
  const first = await ask(requests.addStatement, document, { message, actions: chosen });
  const actions = first?.choices && (await chooseActions(first.choices, first.notes));
  const result = actions ? await ask(requests.addStatement, document, { message, actions }) : first;
  if (!result || (first?.choices && !actions)) return;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (edit && !(await workspace.applyEdit(edit))) return;
  if (edit) reveal(document, edit);
  if (result.added.length > 0) window.setStatusBarMessage(l10n.t('Allowed: {0}', result.added.join(', ')), 5000);
  const notes = result.notes.join(' ');
  if (notes !== '') void (result.edit ? window.showInformationMessage(notes) : window.showWarningMessage(notes));
}

/** The actions that the person says the refused requests were; undefined where they leave. */
async function chooseActions(
  choices: readonly Choice[],
  notes: readonly string[],
): Promise<readonly string[] | undefined> {
  const items = choices.flatMap(({ actions, resource }) =>
    actions.map((action) => ({ label: `cos:${action}`, description: resource, action })),
  );
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    title: l10n.t('Which request did COS refuse?'),
    placeHolder: notes.join(' '),
  });
  return picked && picked.length > 0 ? picked.map(({ action }) => action) : undefined;
}

/** Shows the person what an edit has just put in, where it is out of sight. */
function reveal(document: TextDocument, edit: WorkspaceEdit): void {
  const editor = window.visibleTextEditors.find((visible) => visible.document === document);
  const last = edit
    .get(document.uri)
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .at(-1);
  if (!editor || !last) return;
  const { start } = last.range;
  const end = start.translate(last.newText.split('\n').length - 1);
  editor.revealRange(new Range(start, end), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** The message that the person pastes; what is selected, or else the clipboard where it looks like one, stands there already. */
async function askMessage(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  const clipboard = await clipboardText();
  return window.showInputBox({
    title: l10n.t('Add a statement from an access-denied message'),
    prompt: l10n.t('Paste one or more messages that name the refused operation and its resource.'),
    value: [selected, clipboard].find((text) => looksRefused.test(text)) ?? '',
    ignoreFocusOut: true,
  });
}

/** How long the clipboard may take, in ms: in a browser a person may have to allow it first, and the question must not wait for that. */
const clipboardLimit = 300;

/** What the clipboard holds; empty where it cannot be had at once. */
async function clipboardText(): Promise<string> {
  const text = Promise.resolve(env.clipboard.readText()).catch(() => '');
  return (await within(clipboardLimit, text)) ?? '';
}

/** Copies the policy on one line, in the form that `shape` gives it. */
async function copy(document: TextDocument, ask: Ask, shape: (text: string) => string): Promise<void> {
  const compact = await ask(requests.compact, document);
  if (!compact) return;
  const { text, length, limit } = compact;
  if (text === undefined) {
    void window.showWarningMessage(l10n.t('Not copied: the policy is not valid JSON. Mend the errors first.'));
    return;
  }
  await env.clipboard.writeText(shape(text));
  const told = l10n.t('Copied: {0} of {1} characters', length, limit);
  if (length > limit) void window.showWarningMessage(l10n.t('{0}. CAM refuses policies that long.', told));
  else window.setStatusBarMessage(told, 5000);
}
