/** Completion, and the documentation of one item. */
import { complete, resolveCompletion } from '../../features/completion/index.js';
import type { Area } from './area.js';

export const completionRequests: Area = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['"', ':', '/', '$'], resolveProvider: true },
  }),
  register({ connection, guard, onPolicy, contextOf }) {
    connection.onCompletion(
      onPolicy('textDocument/completion', null, (document, { position }, context) =>
        complete(document, position, context),
      ),
    );
    connection.onCompletionResolve((item, token) =>
      guard('completionItem/resolve', item, () => resolveCompletion(item, contextOf()))(item, token),
    );
  },
};
