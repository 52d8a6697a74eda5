/** Files with tests of policies: the server asks the client to send them, says what is wrong in them, and runs them. */
import { CancellationToken, DidChangeWatchedFilesNotification, type BulkRegistration } from 'vscode-languageserver';
import { policyEnding, requests, testEnding } from '../../../../protocol/names.js';
import type { PolicyTests } from '../../../../protocol/tests.js';
import type { Client } from '../client.js';
import { breatherFor } from '../breather.js';
import { cancelled, failureOf } from '../guard.js';
import type { Session } from '../session.js';
import { isTestFile } from '../test-files.js';
import { afterPause } from '../waiting.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';
import { completionRequests } from './completion.js';
import { furtherDocuments } from './further-documents.js';
import { onPolicyOf } from './on-policy.js';

const testDiagnostics = whenAsked(({ testDiagnostics }) => testDiagnostics);
const testResults = whenAsked(({ testResults }) => testResults);

/** Nothing in it is taken for granted. */
interface AskedTests {
  readonly uri?: unknown;
  readonly reach?: unknown;
}

export const testRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const { connection, client, settings, guard, tests, contextOf } = session;
    let isRegistered = false;
    settings.onApplied(() => {
      if (isRegistered || !client.registersLanguages) return;
      isRegistered = true;
      // A client that refuses is one that does not send these files.
      void connection.client.register(registrationFor(client)).catch(() => undefined);
    });
    const answer = guard<AskedTests, PolicyTests | null>(requests.tests, null, async ({ uri, reach }, token) => {
      const document = typeof uri === 'string' ? await tests.any(uri, token) : undefined;
      if (!document) return null;
      const own = document.text.uri;
      const breathe = breatherFor(token, session.nextTurn);
      const uriOf = (path: string): string => tests.uriOf(own, path);
      return (await testResults(document, contextOf(own), uriOf, reach === true, breathe)) ?? cancelled();
    });
    connection.onRequest(requests.tests, (params: AskedTests, token: CancellationToken) => answer(params, token));
    onPolicyOf(session)(
      requests.newTests,
      whenAsked(({ newTests }) => newTests),
    );
    if (!client.pullsDiagnostics) push(session);
    else if (client.refreshesDiagnostics) refresh(session);
  },
};

/** What people want in such a file; an editor that knows JSON does the rest. */
function registrationFor(client: Client): BulkRegistration {
  const pattern = `**/*${testEnding}`;
  const registration = furtherDocuments([{ pattern }], {
    ...completionRequests.capabilities(client),
    hoverProvider: true,
    ...(client.takesCodeActions && { codeActionProvider: true }),
    // What is wrong in a file of tests hangs on the policies that it names.
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
    }),
  });
  if (client.watchesFiles) {
    const watchers = [pattern, `**/*${policyEnding}`].map((globPattern) => ({ globPattern }));
    registration.add(DidChangeWatchedFilesNotification.type, { watchers });
  }
  return registration;
}

/** How long typing must pause before files of tests are looked at again, in ms. */
const pause = 100;

/** Sends the diagnostics of all open files of tests, some time after any document has changed: what is wrong in them hangs on policies. */
function push(session: Session): void {
  const { client, documents, settings, tests, contextOf, log, publish, onFilesChanged } = session;
  const send = async (uri: string): Promise<void> => {
    const document = await tests.open(uri, CancellationToken.None);
    if (!document || documents.get(uri)?.version !== document.text.version) return;
    const diagnostics = await testDiagnostics(document, contextOf(uri), client.knowsSchemas);
    publish({ uri, version: document.text.version, diagnostics });
  };
  const look = laterWhileOpen(session, () => {
    for (const uri of openTests(session))
      send(uri).catch((error: unknown) => {
        log(failureOf('diagnostics', error));
      });
  });
  documents.onDidChangeContent(look);
  documents.onDidClose(({ document: { uri } }) => {
    if (isTestFile(uri)) publish({ uri, diagnostics: [] });
  });
  settings.onApplied(look);
  onFilesChanged(look);
}

const openTests = ({ documents }: Session): readonly string[] =>
  documents
    .all()
    .map(({ uri }) => uri)
    .filter(isTestFile);

/** Does `act` some time after the last call of what it gives, where files of tests are open. */
function laterWhileOpen(session: Session, act: () => void): () => void {
  const { later, stop } = afterPause(pause, act);
  session.onShutdown(stop);
  return () => {
    if (openTests(session).length > 0) later();
  };
}

/** Has them asked for again when a policy may have changed that is not open: of those that are, the client knows. */
function refresh(session: Session): void {
  const { connection, onFilesChanged } = session;
  onFilesChanged(laterWhileOpen(session, () => void connection.languages.diagnostics.refresh().catch(() => undefined)));
}
