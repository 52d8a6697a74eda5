/** The structure of a document: outline, folding, selection ranges. */
import type { DocumentSymbol, DocumentSymbolParams, SymbolInformation } from 'vscode-languageserver';
import { documentSymbols, flatSymbols } from '../../features/document-symbols.js';
import { foldingRanges } from '../../features/folding.js';
import { selectionRanges } from '../../features/selection-ranges.js';
import { symbolsFor } from '../as-announced.js';
import type { Area } from './area.js';

export const structureRequests: Area = {
  capabilities: () => ({ documentSymbolProvider: true, foldingRangeProvider: true, selectionRangeProvider: true }),
  register({ connection, client, onDocument }) {
    connection.onDocumentSymbol(
      onDocument<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
        'textDocument/documentSymbol',
        [],
        (document, _, context) =>
          client.nestsSymbols
            ? symbolsFor(documentSymbols(document, context), client.laterKinds.outline)
            : symbolsFor(flatSymbols(document, context), client.laterKinds.outline),
      ),
    );
    connection.onFoldingRanges(onDocument('textDocument/foldingRange', [], foldingRanges));
    connection.onSelectionRanges(
      onDocument('textDocument/selectionRange', [], (document, { positions }) => selectionRanges(document, positions)),
    );
  },
};
