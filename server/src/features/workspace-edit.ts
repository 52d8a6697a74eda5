/** Edits of documents in the form that a client takes. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

/** A document's edits; `version`: the one that they are for, null where the document is not open. */
export interface DocumentEdits {
  readonly uri: string;
  readonly version: number | null;
  readonly edits: readonly TextEdit[];
}

/** `versionsEdits`: whether edits may name the version that they are for. */
export function workspaceEdit(documents: readonly DocumentEdits[], versionsEdits: boolean): WorkspaceEdit {
  if (!versionsEdits) return { changes: Object.fromEntries(documents.map(({ uri, edits }) => [uri, [...edits]])) };
  return {
    documentChanges: documents.map(({ uri, version, edits }) => ({
      textDocument: { uri, version },
      edits: [...edits],
    })),
  };
}
