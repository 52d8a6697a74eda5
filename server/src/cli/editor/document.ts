/** Texts as the editor's features see documents. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { choicesOf, policiesIn } from '../../core/index.js';
import type { Context } from '../../features/context.js';
import { PolicyDocument } from '../../features/document.js';

/** The policies of a text called `name`, in its order. */
export function documentsOf(text: string, name: string, context: Context): readonly PolicyDocument[] {
  const host = TextDocument.create(name, '', 0, text);
  const all = policiesIn(text, '', name);
  const choices = choicesOf(all);
  return all.map((embedded, index) => new PolicyDocument(host, embedded, context, { index, which: choices[index] }));
}
