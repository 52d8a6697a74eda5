/** What the editor's command adds to a policy for an access-denied message. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Knowledge, Locale } from '../../core/index.js';
import { addStatement, type AddStatementResult } from '../../features/add-statement/index.js';
import { plainContext } from './context.js';
import { documentsOf } from './document.js';

export interface Added extends Pick<AddStatementResult, 'added' | 'notes' | 'choices'> {
  /** The whole text with what was added; the text itself where nothing was. */
  readonly text: string;
}

/**
 * `text`, called `name`, with what `message` misses, in its policy number `index` from 0. `chosen`: actions for requests of COS whose action the message does
 * not name.
 */
export function addTo(
  { text, name, index }: { readonly text: string; readonly name: string; readonly index: number },
  message: string,
  chosen: readonly string[],
  knowledge: Knowledge,
  locale: Locale,
): Added {
  const context = plainContext(knowledge, locale);
  const document = documentsOf(text, name, context)[index];
  if (!document) return { text, added: [], notes: [] };
  const { edit, ...rest } = addStatement(document, message, context, chosen);
  // All of them are of the one document.
  const edits = Object.values(edit?.changes ?? {}).flat();
  return { ...rest, text: TextDocument.applyEdits(TextDocument.create(name, '', 0, text), edits) };
}
