/** Brings diagnostics to the client: pulled where it can, pushed after each change where it cannot. */
import {
  DocumentDiagnosticReportKind,
  type Connection,
  type DocumentDiagnosticReport,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../features/diagnostics.js';
import type { Context } from '../features/document.js';
import type { DocumentCache } from './documents.js';
import { describe, type Guard } from './guard.js';

export interface DiagnosticsPorts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly cache: DocumentCache;
  readonly context: () => Context;
  readonly guard: Guard;
}

export interface DiagnosticsDelivery {
  /** Everything may have changed: settings have. */
  refresh(): void;
  /** Sends nothing any more. */
  stop(): void;
}

const noItems = (): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items: [] });

/** Answers `textDocument/diagnostic`; `canRefresh`: the client takes requests to ask again. */
export function pullDiagnostics(
  { connection, documents, cache, context, guard }: DiagnosticsPorts,
  canRefresh: boolean,
): DiagnosticsDelivery {
  connection.languages.diagnostics.on(
    guard(
      'textDocument/diagnostic',
      noItems(),
      ({ textDocument }: { readonly textDocument: { readonly uri: string } }) => {
        const text = documents.get(textDocument.uri);
        return text
          ? { kind: DocumentDiagnosticReportKind.Full, items: diagnose(cache.of(text), context()) }
          : noItems();
      },
    ),
  );
  return {
    refresh: () => {
      if (canRefresh) void connection.languages.diagnostics.refresh().catch(() => undefined);
    },
    stop: () => undefined,
  };
}

/** Diagnostics that took longer are put off by as long as they took, so that typing goes before them; in ms. */
const slow = 100;

/** Publishes after the changes that have arrived together; a document that closes is cleared. */
export function pushDiagnostics({ connection, documents, cache, context }: DiagnosticsPorts): DiagnosticsDelivery {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const costs = new Map<string, number>();

  function publish(text: TextDocument): void {
    waiting.delete(text.uri);
    let diagnostics;
    const started = performance.now();
    try {
      diagnostics = diagnose(cache.of(text), context());
    } catch (error) {
      connection.console.error(`diagnostics failed: ${describe(error)}`);
      diagnostics = [] as [];
    }
    costs.set(text.uri, performance.now() - started);
    void connection.sendDiagnostics({ uri: text.uri, version: text.version, diagnostics });
  }

  function schedule(text: TextDocument): void {
    clearTimeout(waiting.get(text.uri));
    const cost = costs.get(text.uri) ?? 0;
    waiting.set(
      text.uri,
      setTimeout(
        () => {
          publish(text);
        },
        cost > slow ? cost : 0,
      ),
    );
  }

  // Fired on open as well as on change.
  documents.onDidChangeContent(({ document }) => {
    schedule(document);
  });
  documents.onDidClose(({ document }) => {
    clearTimeout(waiting.get(document.uri));
    waiting.delete(document.uri);
    costs.delete(document.uri);
    void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });
  return {
    refresh: () => {
      documents.all().forEach(schedule);
    },
    stop: () => {
      waiting.forEach(clearTimeout);
      waiting.clear();
    },
  };
}
