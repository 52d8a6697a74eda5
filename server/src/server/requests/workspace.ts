/** Requests over all policies of the workspace: one line each. Each looks at the files only when it comes, and stops when it is no longer wanted. */
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type ServerCapabilities,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, PolicyDocument } from '../features/document.js';
import { mentionAtPosition, references } from '../features/references.js';
import { prepareRename, refuseName, rename } from '../features/rename.js';
import type { WorkspaceFacts } from '../features/workspace-facts.js';
import { workspaceSymbols } from '../features/workspace-symbols.js';
import type { DocumentCache } from './documents.js';
import { cancelled, type Guard } from './guard.js';
import type { Workspace } from './workspace.js';

export interface WorkspaceRequestPorts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly cache: DocumentCache;
  readonly context: () => Context;
  readonly guard: Guard;
  readonly workspace: Workspace;
}

export const workspaceCapabilities: ServerCapabilities = {
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

/** A refusal that the client shows to the person. */
const refused = (message: string): ResponseError<never> =>
  new ResponseError<never>(LSPErrorCodes.RequestFailed, message);

export function registerWorkspace(ports: WorkspaceRequestPorts): void {
  const { connection, documents, cache, context, guard, workspace } = ports;
  const documentOf = ({ textDocument }: { readonly textDocument: { readonly uri: string } }) => {
    const text = documents.get(textDocument.uri);
    return text && cache.of(text);
  };
  async function over<Result>(
    token: CancellationToken,
    answer: (files: readonly WorkspaceFacts[]) => Result,
  ): Promise<Result | ResponseError<never>> {
    const files = await workspace.facts(token);
    return files ? answer(files) : cancelled();
  }
  type At = { readonly textDocument: { readonly uri: string }; readonly position: PositionOf };
  type PositionOf = Parameters<typeof mentionAtPosition>[1];

  connection.onWorkspaceSymbol((params, token) =>
    guard('workspace/symbol', [], (_, inner) => over(inner, (files) => workspaceSymbols(params.query, files)))(
      params,
      token,
    ),
  );
  connection.onReferences(
    guard('textDocument/references', [], (params: At, token) => {
      const document = documentOf(params);
      const target = document && mentionAtPosition(document, params.position);
      return target ? over(token, (files) => references(target, files)) : [];
    }),
  );
  const renaming = (document: PolicyDocument | undefined, params: At) =>
    document && prepareRename(document, params.position, context());
  connection.onPrepareRename(
    guard('textDocument/prepareRename', null, (params: At) => {
      const found = renaming(documentOf(params), params);
      if (!found) return null;
      return found.target ? { range: found.range, placeholder: found.target.name } : refused(found.refusal);
    }),
  );
  connection.onRenameRequest(
    guard('textDocument/rename', null, (params: At & { readonly newName: string }, token) => {
      const found = renaming(documentOf(params), params);
      if (!found?.target) return found ? refused(found.refusal) : null;
      const { target } = found;
      const refusal = refuseName(target, params.newName, context());
      return refusal === undefined ? over(token, (files) => rename(target, params.newName, files)) : refused(refusal);
    }),
  );
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) workspace.forget(uri);
  });
}
