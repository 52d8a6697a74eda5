/** Completion, and the documentation of one item. */
import { ResponseError, type CompletionItem, type CompletionList, type CompletionParams } from 'vscode-languageserver';
import { rules } from '../../core/lint/rules/index.js';
import { completionsFor } from '../as-announced.js';
import { contentOf } from '../documents.js';
import type { Handler } from '../handlers.js';
import type { Session } from '../session.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

type Completed = CompletionItem[] | CompletionList | null;
type Completion = Handler<CompletionParams, Completed>;

const complete = whenAsked(({ complete }) => complete);
const completeConfiguration = whenAsked(({ completeConfiguration }) => completeConfiguration);
const completeTests = whenAsked(({ completeTests }) => completeTests);
const resolveCompletion = whenAsked(({ resolveCompletion }) => resolveCompletion);

const method = 'textDocument/completion';

export const completionRequests: Area = {
  capabilities: () => ({
    completionProvider: { triggerCharacters: ['"', ':', '/', '$'], resolveProvider: true },
  }),
  register(session) {
    const { connection, client, configurations, guard, onPolicy, contextOf } = session;
    const inPolicy: Completion = onPolicy(method, null, (document, { position }, context) =>
      complete(document, position, context),
    );
    const inConfiguration = configurationCompletion(session);
    const inOthers = testCompletion(session, inPolicy);
    connection.onCompletion(async (params, token) => {
      const isConfiguration = configurations.isConfiguration(params.textDocument.uri);
      const found = await (isConfiguration ? inConfiguration : inOthers)(params, token);
      return found instanceof ResponseError ? found : completionsFor(found, client.laterKinds.completion);
    });
    connection.onCompletionResolve((item, token) =>
      guard('completionItem/resolve', item, () => resolveCompletion(item, contextOf()))(item, token),
    );
  },
};

const testCompletion = ({ client: { knowsSchemas }, onTests, tests }: Session, otherwise: Completion): Completion =>
  onTests<CompletionParams, Completed>(
    method,
    null,
    async (document, { position }, context, token) => {
      const paths = (): Promise<readonly string[]> => tests.paths(document.text.uri, token);
      return completeTests(document, position, { ...context, knowsSchemas, paths });
    },
    otherwise,
  );

/** For clients that do not complete by the schema themselves. */
const configurationCompletion = ({ client, documents, guard }: Session): Completion =>
  guard(method, null, ({ textDocument: { uri }, position }: CompletionParams) => {
    const text = client.knowsSchemas ? undefined : documents.get(uri);
    return text ? completeConfiguration(text, contentOf(text), position, rules, client.locale) : null;
  });
