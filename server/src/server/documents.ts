/** The open documents, each read at most once per version. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createDocument, type Context, type PolicyDocument } from '../features/document.js';

export interface DocumentCache {
  /** The document of a text's current version. */
  of(text: TextDocument): PolicyDocument;
  forget(uri: string): void;
  /** Forgets everything, as when settings change. */
  clear(): void;
}

export function createDocumentCache(context: () => Context): DocumentCache {
  const known = new Map<string, { readonly version: number; readonly document: PolicyDocument }>();
  return {
    of(text) {
      const found = known.get(text.uri);
      if (found?.version === text.version) return found.document;
      const document = createDocument(text, context());
      known.set(text.uri, { version: text.version, document });
      return document;
    },
    forget: (uri) => void known.delete(uri),
    clear: () => {
      known.clear();
    },
  };
}
