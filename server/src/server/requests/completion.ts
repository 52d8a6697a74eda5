/** Completion, and the documentation of one item. */
import { complete, resolveCompletion } from '../../features/completion/index.js';
import { rules } from '../../core/lint/rules/index.js';
import { completeConfiguration } from '../../features/configuration/completion.js';
import { contentOf } from '../documents.js';
import type { AtPosition } from '../handlers.js';
import type { Session } from '../session.js';
import type { Area } from './area.js';

export const completionRequests: Area = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['"', ':', '/', '$'], resolveProvider: true },
  }),
  register(session) {
    const { connection, guard, onPolicy, contextOf, configurations } = session;
    const inPolicy = onPolicy('textDocument/completion', null, (document, { position }, context) =>
      complete(document, position, context),
    );
    const inConfiguration = configurationCompletion(session);
    connection.onCompletion((params, token) =>
      (configurations.isConfiguration(params.textDocument.uri) ? inConfiguration : inPolicy)(params, token),
    );
    connection.onCompletionResolve((item, token) =>
      guard('completionItem/resolve', item, () => resolveCompletion(item, contextOf()))(item, token),
    );
  },
};

/** For clients that do not complete by the schema themselves. */
const configurationCompletion = ({ client, documents, guard }: Session) =>
  guard('textDocument/completion', null, ({ textDocument: { uri }, position }: AtPosition) => {
    const text = client.knowsSchemas ? undefined : documents.get(uri);
    return text ? completeConfiguration(text, contentOf(text), position, rules, client.locale) : null;
  });
