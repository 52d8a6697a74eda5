/** The structure of a document: outline, folding, selection ranges. */
import { documentSymbols, flatSymbols } from '../../features/document-symbols.js';
import { foldingRanges } from '../../features/folding.js';
import { selectionRanges } from '../../features/selection-ranges.js';
import type { Area } from './area.js';

export const structureRequests: Area = {
  capabilities: () => ({ documentSymbolProvider: true, foldingRangeProvider: true, selectionRangeProvider: true }),
  register({ connection, client, onDocument }) {
    connection.onDocumentSymbol(
      onDocument('textDocument/documentSymbol', [], (document, _, context) =>
        client.nestsSymbols ? documentSymbols(document, context) : flatSymbols(document, context),
      ),
    );
    connection.onFoldingRanges(onDocument('textDocument/foldingRange', [], foldingRanges));
    connection.onSelectionRanges(
      onDocument('textDocument/selectionRange', [], (document, { positions }) => selectionRanges(document, positions)),
    );
  },
};
