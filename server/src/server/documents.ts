/** The open documents: their texts as the client edits them, and what is read from them, once per version. */
import type { Position, Range, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { plainAddress } from '../core/config/address.js';
import type { HostKind } from '../core/embed/hosts.js';
import type { Context } from '../features/context.js';
import { HostDocument } from '../features/document.js';

export interface DocumentCache {
  /** The document of a text's current version. */
  of(text: TextDocument): HostDocument;
  forget(uri: string): void;
  /** Forgets everything, as when settings change. */
  clear(): void;
}

/** The whole text of a document that is not read as policies. */
export const contentOf = (document: TextDocument): string => document.getText();

/** The version of a document that there is now, for positions in it once there is another. */
export const copyOf = (document: TextDocument): TextDocument =>
  TextDocument.create(document.uri, document.languageId, document.version, document.getText());

/** The open document of a file, by its plain address. */
export const openAt = (documents: TextDocuments<TextDocument>, address: string): TextDocument | undefined =>
  documents.all().find(({ uri }) => plainAddress(uri) === address);

/** A text that is not open, for positions in it. */
export const textOf = (uri: string, content: string): TextDocument => TextDocument.create(uri, '', 0, content);

/** `hostsOf`: which texts hold policies, for one document. `isSettled`: whether what its context depends on is known; a document that was read before is not kept. */
export function createDocumentCache(
  contextOf: (uri: string) => Context,
  hostsOf: (text: TextDocument) => readonly HostKind[] | undefined = () => undefined,
  isSettled: (uri: string) => boolean = () => true,
): DocumentCache {
  const known = new Map<
    string,
    { readonly version: number; readonly content: string; readonly document: HostDocument }
  >();
  return {
    of(text) {
      const found = known.get(text.uri);
      const content = text.getText();
      // Some clients use a version twice, for example when they open a document again without closing it.
      if (found?.version === text.version && found.content === content) return found.document;
      const document = new HostDocument(text, contextOf(text.uri), hostsOf(text), found?.document);
      if (isSettled(text.uri)) known.set(text.uri, { version: text.version, content, document });
      return document;
    },
    forget: (uri) => void known.delete(uri),
    clear: () => {
      known.clear();
    },
  };
}

/** How texts are created and updated. Ranges outside the text are moved into it first: the library's line table would break. */
export const texts = {
  create: (uri: string, languageId: string, version: number, content: string): TextDocument =>
    TextDocument.create(uri, languageId, version, content),
  update(text: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    let changed = TextDocument.update(text, [], version);
    for (const change of changes) changed = TextDocument.update(changed, [within(changed, change)], version);
    return changed;
  },
};

function within(text: TextDocument, change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const inside = ({ line, character }: Position): Position =>
    text.positionAt(text.offsetAt({ line: Math.trunc(line), character: Math.trunc(character) }));
  const range: Range = { start: inside(change.range.start), end: inside(change.range.end) };
  return { range, text: change.text };
}
