/** Requests over all policies of the workspace. Files are read only when a request needs them, and no longer once it is cancelled. */
import {
  DidChangeWorkspaceFoldersNotification,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { mentionAtPosition, references } from '../../features/mentions.js';
import type { Renaming } from '../../features/rename.js';
import type { WorkspaceFacts } from '../../features/workspace-facts.js';
import { workspaceSymbols } from '../../features/workspace-symbols.js';
import { symbolsFor } from '../as-announced.js';
import { addressesOf } from '../client.js';
import { cancelled, describe } from '../guard.js';
import type { AtPosition } from '../handlers.js';
import type { Session } from '../session.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

const prepareRename = whenAsked(({ prepareRename }) => prepareRename);
const refuseName = whenAsked(({ refuseName }) => refuseName);
const refusePartly = whenAsked(({ refusePartly }) => refusePartly);
const rename = whenAsked(({ rename }) => rename);

export const workspaceRequests: Area = {
  capabilities: ({ preparesRename }) => ({
    referencesProvider: true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }),
  register(session) {
    registerSymbols(session);
    registerReferences(session);
    registerRename(session);
    session.connection.onDidChangeWatchedFiles(({ changes }) => {
      session.filesChanged(changes.map(({ uri }) => uri));
    });
    if (session.client.answersFolders)
      // Announced with the capabilities. The connection's own event would register it besides, which clients warn of.
      session.connection.onNotification(DidChangeWorkspaceFoldersNotification.type, () => {
        session.connection.workspace.getWorkspaceFolders().then(
          (folders: unknown) => {
            session.configurations.setRoots(Array.isArray(folders) ? addressesOf(folders) : []);
          },
          (error: unknown) => {
            session.log(`the client did not say its folders: ${describe(error)}`);
          },
        );
      });
  },
};

type Answer<Result> = Result | ResponseError<never>;

/** Answers from the facts of all policies. `isWhole`: those that are not open are all among them. */
async function over<Result>(
  { workspace }: Session,
  token: CancellationToken,
  answer: (files: readonly WorkspaceFacts[], isWhole: boolean) => Answer<Result> | Promise<Answer<Result>>,
): Promise<Answer<Result>> {
  let isWhole = true;
  const files = await workspace.facts(token, () => {
    isWhole = false;
  });
  return files ? answer(files, isWhole) : cancelled();
}

function registerSymbols(session: Session): void {
  session.connection.onWorkspaceSymbol((params, token) =>
    session.guard('workspace/symbol', [], (_, inner) =>
      over(session, inner, (files) =>
        symbolsFor(workspaceSymbols(params.query, files), session.client.laterKinds.workspace),
      ),
    )(params, token),
  );
}

function registerReferences(session: Session): void {
  session.connection.onReferences(
    session.guard('textDocument/references', [], (params: AtPosition, token) => {
      const document = session.policyOf(params);
      const target = document && mentionAtPosition(document, params.position);
      return target ? over(session, token, (files) => references(target, files)) : [];
    }),
  );
}

/** A refusal that the client shows to the person. */
const refused = (message: string): ResponseError<never> =>
  new ResponseError<never>(LSPErrorCodes.RequestFailed, message);

function registerRename(session: Session): void {
  const { connection, client, documents, guard, policyOf, contextOf } = session;
  const versionOf = client.versionsEdits ? (uri: string) => documents.get(uri)?.version ?? null : undefined;
  const renaming = async (params: AtPosition): Promise<Renaming | undefined> => {
    const document = policyOf(params);
    return document && prepareRename(document, params.position, contextOf(document.uri));
  };
  connection.onPrepareRename(
    guard('textDocument/prepareRename', null, async (params: AtPosition) => {
      const found = await renaming(params);
      if (!found) return null;
      return found.target ? { range: found.range, placeholder: found.target.name } : refused(found.refusal);
    }),
  );
  connection.onRenameRequest(
    guard('textDocument/rename', null, async (params: AtPosition & { readonly newName: string }, token) => {
      const found = await renaming(params);
      if (!found?.target) return found ? refused(found.refusal) : null;
      const { target } = found;
      const context = contextOf(params.textDocument.uri);
      const refusal = await refuseName(target, params.newName, context);
      if (refusal !== undefined) return refused(refusal);
      return over<WorkspaceEdit>(session, token, async (files, isWhole) =>
        isWhole ? rename(target, params.newName, files, versionOf) : refused(await refusePartly(context)),
      );
    }),
  );
}
