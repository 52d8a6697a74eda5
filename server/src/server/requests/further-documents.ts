/** Asks the client for documents besides policies, and for what people want in them. */
import {
  BulkRegistration,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InlayHintRequest,
  TextDocumentSyncKind,
  type DocumentSelector,
  type ServerCapabilities,
} from 'vscode-languageserver';

/** The registration of these documents and of what the server `can` do in them. */
export function furtherDocuments(documentSelector: DocumentSelector, can: ServerCapabilities): BulkRegistration {
  const registration = BulkRegistration.create();
  const whole = { documentSelector };
  registration.add(DidOpenTextDocumentNotification.type, whole);
  registration.add(DidChangeTextDocumentNotification.type, { ...whole, syncKind: TextDocumentSyncKind.Incremental });
  registration.add(DidCloseTextDocumentNotification.type, whole);
  if (can.diagnosticProvider) registration.add(DocumentDiagnosticRequest.type, { ...can.diagnosticProvider, ...whole });
  if (can.completionProvider) registration.add(CompletionRequest.type, { ...can.completionProvider, ...whole });
  if (can.hoverProvider) registration.add(HoverRequest.type, whole);
  if (can.codeActionProvider) {
    const options = typeof can.codeActionProvider === 'object' ? can.codeActionProvider : {};
    registration.add(CodeActionRequest.type, { ...options, ...whole });
  }
  if (can.inlayHintProvider) registration.add(InlayHintRequest.type, whole);
  if (can.codeLensProvider) registration.add(CodeLensRequest.type, { ...can.codeLensProvider, ...whole });
  return registration;
}
