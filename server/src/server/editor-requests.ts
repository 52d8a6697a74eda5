/** Requests on one document that an editor makes besides completion, hover and fixes: one line each. */
import type {
  CancellationToken,
  Connection,
  ResponseError,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import { spanOf, type Context, type PolicyDocument } from '../features/document.js';
import { documentLinks } from '../features/document-links.js';
import { documentSymbols, flatSymbols } from '../features/document-symbols.js';
import { foldingRanges } from '../features/folding.js';
import { formatDocument, formatOnType } from '../features/formatting.js';
import { highlights } from '../features/highlights.js';
import { inlayHints, type InlayHintSettings } from '../features/inlay-hints.js';
import { selectionRanges } from '../features/selection-ranges.js';
import { semanticTokens, semanticTokensLegend } from '../features/semantic-tokens.js';
import type { Client } from './client.js';
import { createTokenDeltas } from './token-deltas.js';

/** Makes a guarded handler of a request on an open document. */
export type OnDocument = <Params extends { readonly textDocument: { readonly uri: string } }, Result>(
  method: string,
  fallback: Result,
  handle: (document: PolicyDocument, params: Params) => Result,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>;

export interface EditorPorts {
  readonly connection: Connection;
  readonly onDocument: OnDocument;
  readonly context: () => Context;
  readonly client: () => Client | undefined;
  readonly inlayHints: () => InlayHintSettings;
}

export interface EditorRequests {
  /** Settings have changed. */
  readonly refresh: () => void;
  /** A document has been closed. */
  readonly forget: (uri: string) => void;
}

export const editorCapabilities: ServerCapabilities = {
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: [']'] },
  documentHighlightProvider: true,
  documentLinkProvider: { resolveProvider: false },
  inlayHintProvider: { resolveProvider: false },
  semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
};

export function registerEditor({ connection, onDocument, context, client, ...ports }: EditorPorts): EditorRequests {
  const deltas = createTokenDeltas();
  connection.onDocumentSymbol(
    onDocument('textDocument/documentSymbol', [], (document) =>
      client()?.nestsSymbols ? documentSymbols(document, context()) : flatSymbols(document, context()),
    ),
  );
  connection.onFoldingRanges(onDocument('textDocument/foldingRange', [], foldingRanges));
  connection.onSelectionRanges(
    onDocument('textDocument/selectionRange', [], (document, { positions }) => selectionRanges(document, positions)),
  );
  connection.onDocumentFormatting(
    onDocument('textDocument/formatting', [], (document, { options }) => formatDocument(document, undefined, options)),
  );
  connection.onDocumentRangeFormatting(
    onDocument('textDocument/rangeFormatting', [], (document, { range, options }) =>
      formatDocument(document, range, options),
    ),
  );
  connection.onDocumentOnTypeFormatting(
    onDocument('textDocument/onTypeFormatting', [], (document, { position, options }) =>
      formatOnType(document, position, options),
    ),
  );
  connection.onDocumentHighlight(
    onDocument('textDocument/documentHighlight', [], (document, { position }) => highlights(document, position)),
  );
  connection.onDocumentLinks(
    onDocument('textDocument/documentLink', [], (document) => documentLinks(document, context())),
  );
  connection.languages.inlayHint.on(
    onDocument('textDocument/inlayHint', [], (document, { range }) =>
      inlayHints(document, spanOf(document.text, range), ports.inlayHints(), context()),
    ),
  );
  const noTokens: SemanticTokens = { data: [] };
  connection.languages.semanticTokens.on(
    onDocument('textDocument/semanticTokens/full', noTokens, (document) =>
      deltas.full(document.text.uri, semanticTokens(document, undefined, context())),
    ),
  );
  connection.languages.semanticTokens.onDelta(
    onDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      'textDocument/semanticTokens/full/delta',
      noTokens,
      (document, { previousResultId }) =>
        deltas.since(document.text.uri, previousResultId, semanticTokens(document, undefined, context())),
    ),
  );
  connection.languages.semanticTokens.onRange(
    onDocument('textDocument/semanticTokens/range', noTokens, (document, { range }) => ({
      data: semanticTokens(document, spanOf(document.text, range), context()),
    })),
  );
  return {
    refresh() {
      if (client()?.refreshesInlayHints) void connection.languages.inlayHint.refresh().catch(() => undefined);
    },
    forget: deltas.forget,
  };
}
