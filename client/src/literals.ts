/** Policies in strings of programs: opened without their escapes, and copied back as the program writes them. */
import {
  commands,
  env,
  l10n,
  Selection,
  window,
  workspace,
  type Disposable,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import { literalLanguages, type Literal } from '../../protocol/literals.js';
import { commands as names, languageId, requests } from '../../protocol/names.js';
import { activePolicy } from './active-policy.js';
import { tellUnanswered, type Ask } from './ask.js';
import { tellRefused } from './apply-edit.js';
import { openEmpty } from './open-empty.js';

/** Registers the commands; disposing of what is returned takes them away. */
export function registerLiteralCommands(ask: Ask): readonly Disposable[] {
  /** How the program writes what was opened, by address. */
  const forms = new Map<string, object>();

  async function open({ text, form }: Literal): Promise<void> {
    const editor = await openEmpty();
    const { document } = editor;
    forms.set(document.uri.toString(), form);
    // Before the text is there, so that nothing is said of what only the program knows.
    await ask(requests.setOrigin, document, { form });
    const isMade = await editor.edit((edit) => {
      edit.insert(document.positionAt(0), text);
    });
    if (!isMade) tellRefused();
    editor.selection = new Selection(0, 0, 0, 0);
  }

  const handlers: { readonly [command: string]: () => Promise<void> } = {
    [names.checkSelected]: async () => {
      const editor = window.activeTextEditor;
      const literal = editor ? await selectedIn(editor, ask) : null;
      if (literal) await open(literal);
      else tellUnanswered(literal, l10n.t('Select the string that holds a policy first.'));
    },
    [names.checkClipboard]: async () => {
      const language = window.activeTextEditor?.document.languageId;
      const literal = await ask(requests.readLiteral, undefined, {
        text: await env.clipboard.readText(),
        language: language === languageId ? '' : language,
      });
      if (literal) await open(literal);
      else tellUnanswered(literal, l10n.t('There is no policy in the clipboard.'));
    },
    [names.copyAsLiteral]: async () => {
      const document = activePolicy();
      if (document) await copy(document, forms.get(document.uri.toString()), ask);
    },
  };
  return [
    ...Object.entries(handlers).map(([command, handler]) => commands.registerCommand(command, handler)),
    workspace.onDidCloseTextDocument(({ uri }) => {
      forms.delete(uri.toString());
    }),
  ];
}

/** The policy in the selection, which is made as long as its literal, so that what is copied back can be pasted over it. */
async function selectedIn(editor: TextEditor, ask: Ask): Promise<Literal | null | undefined> {
  const { document, selection } = editor;
  const text = document.getText(selection);
  const literal = await ask(requests.readLiteral, undefined, { text, language: document.languageId });
  if (!literal) return literal;
  // Lines of the document may end in two characters where the text of the selection has as many.
  const from = document.offsetAt(selection.start);
  const [start, end] = [literal.span.start, literal.span.end].map((offset) => document.positionAt(from + offset));
  if (start && end) editor.selection = new Selection(start, end);
  return literal;
}

const labels: { readonly [language in (typeof literalLanguages)[number]]: string } = {
  go: 'Go: `…`',
  python: "Python: r'''…'''",
  javascript: 'JavaScript, TypeScript: `…`',
  other: 'Java, C#, JSON, …: "…"',
};

/** Copies the policy as the program that it comes from writes it, else as the person chooses. */
async function copy(document: TextDocument, form: object | undefined, ask: Ask): Promise<void> {
  const items = literalLanguages.map((language) => ({ label: labels[language], language }));
  const language = form
    ? undefined
    : (await window.showQuickPick(items, { placeHolder: l10n.t('How is the string written?') }))?.language;
  if (!form && !language) return;
  const written = await ask(requests.writeLiteral, undefined, { text: document.getText(), form, language });
  if (!written) {
    tellUnanswered(written);
    return;
  }
  await env.clipboard.writeText(written.text);
  window.setStatusBarMessage(l10n.t('Copied: paste it over the string in the program.'), 5000);
}
