/** The command that adds the permission that an access-denied message asks for. */
import {
  commands,
  env,
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  UIKind,
  window,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import type { WorkspaceEdit as ProtocolEdit } from 'vscode-languageclient';
import type { AddedStatement, Choice } from '../../protocol/answers.js';
import { languageId, requests } from '../../protocol/names.js';
import { applyOrTell } from './apply-edit.js';
import { tellUnanswered, type Ask } from './ask.js';
import { openEmpty } from './open-empty.js';
import { within } from './patience.js';
import type { Server } from './server.js';

/** Whether a text in the clipboard may be an access-denied message. */
const looksRefused = /operation|permission|authori[sz]ed|权限|授权/i;

/** Asks for an access-denied message and adds the permission to the policy in the active editor, or to a new one. */
export async function addStatement(server: Server, ask: Ask, given: unknown, chosen: unknown): Promise<void> {
  const message = typeof given === 'string' ? given : await askMessage();
  if (message === undefined || message.trim() === '') return;
  const { document, isNew, version, more, first } = await askWhere(ask, { message, actions: chosen });
  const actions = first?.choices && (await chooseActions(first.choices, first.notes));
  const asked = actions ? document.version : version;
  const result = actions ? await ask(requests.addStatement, document, { ...more, actions }) : first;
  if (!result) tellUnanswered(result);
  // No empty document stays behind where nothing was added. One with a name counts as unsaved.
  if (isNew && !result?.edit) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  // Where nothing was chosen, what the message names besides is added all the same.
  if (!result || (result.choices && !result.edit)) return;
  const edit = await (await server.running()).protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (edit) {
    const added = addedBy(document, edit);
    if (!(await applyOrTell(edit, document, asked))) return;
    select(document, added);
  }
  if (result.added.length > 0) window.setStatusBarMessage(l10n.t('Allowed: {0}', result.added.join(', ')), 5000);
  const notes = result.notes.join(' ');
  if (notes !== '') void (result.edit ? window.showInformationMessage(notes) : window.showWarningMessage(notes));
}

interface Asked {
  readonly document: TextDocument;
  /** Made for the statement. */
  readonly isNew: boolean;
  /** The document's, when it was asked about. */
  readonly version: number;
  /** What was asked about the document. */
  readonly more: object;
  readonly first: AddedStatement<ProtocolEdit> | null | undefined;
}

/** Asks about the policy in the active editor, which may be a JSON file that holds one, or else about a new one. */
async function askWhere(ask: Ask, refused: object): Promise<Asked> {
  const active = window.activeTextEditor?.document;
  if (active?.languageId === 'json' || active?.languageId === 'jsonc') {
    const more = { ...refused, text: active.getText() };
    const { version } = active;
    const first = await ask(requests.addStatement, active, more);
    if (first) return { document: active, isNew: false, version, more, first };
  }
  const isNew = active?.languageId !== languageId;
  const document = isNew ? (await openEmpty()).document : active;
  const { version } = document;
  return { document, isNew, version, more: refused, first: await ask(requests.addStatement, document, refused) };
}

/** The actions of the refused requests, chosen by the person; undefined: cancelled. */
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

/** Offsets in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the texts that an edit inserts stand once it is applied, without the commas and blanks around them; in the order of the text. */
function addedBy(document: TextDocument, edit: WorkspaceEdit): readonly Span[] {
  const spans: Span[] = [];
  let shift = 0;
  for (const { range, newText } of edit.get(document.uri).sort((a, b) => a.range.start.compareTo(b.range.start))) {
    const start = document.offsetAt(range.start) + shift;
    const lead = newText.search(/[^\s,]/u);
    const text = newText.trimEnd();
    if (lead >= 0) spans.push({ start: start + lead, end: start + text.length - (text.endsWith(',') ? 1 : 0) });
    shift += newText.length - (document.offsetAt(range.end) - document.offsetAt(range.start));
  }
  return spans;
}

/** Selects what was added, and scrolls to the last of it if it is out of sight. */
function select(document: TextDocument, spans: readonly Span[]): void {
  const editor = window.visibleTextEditors.find((visible) => visible.document === document);
  const selections = spans.map(({ start, end }) => new Selection(document.positionAt(start), document.positionAt(end)));
  const last = selections.at(-1);
  if (!editor || !last) return;
  editor.selections = selections;
  editor.revealRange(new Range(last.start, last.end), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Asks for the message. The selection or the clipboard is filled in if it looks like one. */
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

/** How long to wait for the clipboard, in ms: the input box must not wait for it. */
const clipboardLimit = 300;

/**
 * The text in the clipboard; empty if it is not available at once, and in a browser, which would ask for leave, or show an error, before anybody wanted
 * to paste: there the person pastes into the input box.
 */
async function clipboardText(): Promise<string> {
  if (env.uiKind === UIKind.Web) return '';
  const text = Promise.resolve(env.clipboard.readText()).catch(() => '');
  return (await within(clipboardLimit, text)) ?? '';
}
