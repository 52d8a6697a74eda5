/** Code actions, and the edit of one that is chosen. */
import { LSPErrorCodes, ResponseError, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { codeActionKinds } from '../../features/code-actions/kinds.js';
import type { CodeActionContext } from '../../features/code-actions/index.js';
import type { ConfigurationTarget } from '../../features/configuration-change.js';
import type { Context } from '../../features/context.js';
import type { Client } from '../client.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

const addressOf = whenAsked(({ addressOf }) => addressOf);
const codeActions = whenAsked(({ codeActions }) => codeActions);
const resolveCodeAction = whenAsked(({ resolveCodeAction }) => resolveCodeAction);
const testCodeActions = whenAsked(({ testCodeActions }) => testCodeActions);

const withClient = (
  context: Context,
  { commands, resolvesEdits, versionsEdits, createsFiles }: Client,
  target: ConfigurationTarget | undefined,
): CodeActionContext => ({ ...context, commands, resolvesEdits, versionsEdits, createsFiles, target });

export const codeActionRequests: Area = {
  // Others take commands only, and the server has none.
  capabilities: ({ takesCodeActions, resolvesEdits }) =>
    takesCodeActions
      ? { codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: resolvesEdits } }
      : {},
  register({ connection, client, configurations, guard, onDocument, onTests, documentOf, contextOf }) {
    if (!client.takesCodeActions) return;
    const inPolicies = onDocument<CodeActionParams, CodeAction[]>(
      'textDocument/codeAction',
      [],
      (document, { range, context: request }, context) =>
        codeActions(document, range, request, withClient(context, client, configurations.targetOf(document.uri))),
    );
    connection.onCodeAction(
      onTests<CodeActionParams, CodeAction[]>(
        'textDocument/codeAction',
        [],
        (document, { range, context: { only } }, context) =>
          testCodeActions(document, range, only, withClient(context, client, undefined)),
        inPolicies,
      ),
    );
    connection.onCodeActionResolve((action, token) =>
      guard('codeAction/resolve', action, async (): Promise<CodeAction | ResponseError<never>> => {
        const uri = await addressOf(action);
        if (uri === undefined) return action;
        const document = documentOf({ textDocument: { uri } });
        const resolved =
          document && (await resolveCodeAction(action, document, withClient(contextOf(uri), client, undefined)));
        return resolved ?? new ResponseError<never>(LSPErrorCodes.ContentModified, 'the document has changed');
      })(action, token),
    );
  },
};
