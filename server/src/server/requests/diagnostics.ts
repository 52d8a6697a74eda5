/** Diagnostics: pulled by clients that can, else pushed after each change. */
import {
  CancellationToken,
  DocumentDiagnosticReportKind,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../../features/diagnostics.js';
import { failureOf } from '../guard.js';
import type { OnTextDocument } from '../handlers.js';
import type { Session } from '../session.js';
import { isTestFile } from '../test-files.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

const testDiagnostics = whenAsked(({ testDiagnostics }) => testDiagnostics);

export const diagnosticRequests: Area = {
  capabilities: ({ pullsDiagnostics }) =>
    pullsDiagnostics ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {},
  register(session) {
    if (session.client.pullsDiagnostics) pull(session);
    else push(session);
  },
};

/** Answers `textDocument/diagnostic`. */
function pull({ connection, client, documents, settings, onDocument, onTests }: Session): void {
  const noItems: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  let asked = false;
  const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({
    kind: DocumentDiagnosticReportKind.Full,
    items,
  });
  const inPolicies = onDocument<OnTextDocument, DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    noItems,
    (document, _, context) => report(diagnose(document, context)),
  );
  const answer = onTests<OnTextDocument, DocumentDiagnosticReport>(
    'textDocument/diagnostic',
    noItems,
    async (document, _, context) => report(await testDiagnostics(document, context, client.knowsSchemas)),
    inPolicies,
  );
  connection.languages.diagnostics.on((params, token) => {
    asked = true;
    return answer(params, token);
  });
  // VS Code asks some 20 ms after it has sent its first document: that is diagnosed meanwhile, and what is found is kept.
  documents.onDidOpen(({ document: { uri } }) => {
    if (!asked) void answer({ textDocument: { uri } }, CancellationToken.None);
  });
  // A client that restarts may not have asked yet. What it has asked for stays valid where nothing has changed, and VS Code throws away an answer that it is told to ask for again.
  settings.onApplied((changed) => {
    if (!changed && asked) return;
    if (client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => undefined);
  });
}

/** Diagnostics that took longer are delayed by as long as they took, so that typing goes first; in ms. */
const slow = 100;

/** Publishes once for all changes that arrive together, and clears the diagnostics of a closed document. */
function push(session: Session): void {
  const { documents, settings, configurations, log, publish, onShutdown, isShutDown } = session;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const costs = new Map<string, number>();

  function schedule(text: TextDocument): void {
    // A configuration may have been read, or settings said, at the very end.
    if (isShutDown()) return;
    clearTimeout(waiting.get(text.uri));
    const cost = costs.get(text.uri) ?? 0;
    const send = (): void => {
      waiting.delete(text.uri);
      costs.set(text.uri, diagnoseAndSend(text, session));
    };
    waiting.set(text.uri, setTimeout(send, cost > slow ? cost : 0));
  }

  /** What is told of configurations and of tests is told elsewhere. */
  const scheduleOnce = (document: TextDocument): void => {
    if (configurations.isConfiguration(document.uri) || isTestFile(document.uri)) return;
    const waiting = configurations.ready(document.uri);
    if (waiting)
      waiting
        .then(() => {
          const now = documents.get(document.uri);
          if (now) schedule(now);
        })
        .catch((error: unknown) => {
          log(failureOf('diagnostics', error));
        });
    else schedule(document);
  };
  // Fired on open as well as on change.
  documents.onDidChangeContent(({ document }) => {
    scheduleOnce(document);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (configurations.isConfiguration(uri) || isTestFile(uri)) return;
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    costs.delete(uri);
    publish({ uri, diagnostics: [] });
  });
  settings.onApplied(() => {
    documents.all().forEach(scheduleOnce);
  });
  onShutdown(() => {
    waiting.forEach(clearTimeout);
    waiting.clear();
  });
}

/** Publishes the diagnostics of a text's current version. Returns how long it took to compute them, in ms. */
function diagnoseAndSend(text: TextDocument, { cache, contextOf, log, publish }: Session): number {
  const { uri, version } = text;
  const started = performance.now();
  const found = () => {
    try {
      return diagnose(cache.of(text), contextOf(uri));
    } catch (error) {
      log(failureOf('diagnostics', error));
      return [];
    }
  };
  const diagnostics = found();
  const took = performance.now() - started;
  publish({ uri, version, diagnostics });
  return took;
}
