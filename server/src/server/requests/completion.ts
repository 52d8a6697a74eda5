/** Completion, and the documentation of one item. */
import type { CompletionList, CompletionParams } from 'vscode-languageserver';
import { complete, resolveCompletion } from '../../features/completion/index.js';
import { completeTests } from '../../features/testing/completion.js';
import type { Area } from './area.js';

const method = 'textDocument/completion';

export const completionRequests: Area = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['"', ':', '/', '$'], resolveProvider: true },
  }),
  register({ connection, client, guard, onPolicy, onTests, contextOf, tests }) {
    const inPolicy = onPolicy<CompletionParams, CompletionList | null>(
      method,
      null,
      (document, { position }, context) => complete(document, position, context),
    );
    const { knowsSchemas } = client;
    const inTests = onTests<CompletionParams, CompletionList | null>(
      method,
      null,
      (document, { position }, context, token) => {
        const paths = (): Promise<readonly string[]> => tests.paths(document.text.uri, token);
        return completeTests(document, position, { ...context, knowsSchemas, paths });
      },
      inPolicy,
    );
    connection.onCompletion(inTests);
    connection.onCompletionResolve((item, token) =>
      guard('completionItem/resolve', item, () => resolveCompletion(item, contextOf()))(item, token),
    );
  },
};
