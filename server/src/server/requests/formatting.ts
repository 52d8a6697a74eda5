/** Formatting: of the document, of a range, and while typing. */
import { formatDocument, formatOnType } from '../../features/formatting.js';
import type { Area } from './area.js';

export const formattingRequests: Area = {
  capabilities: ({ formatsByRange }) => ({
    // VS Code counts a formatter of documents and one of ranges as two, and asks which to take.
    documentFormattingProvider: !formatsByRange,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '}', moreTriggerCharacter: [']'] },
  }),
  register({ connection, onDocument, onPolicy }) {
    connection.onDocumentFormatting(
      onDocument('textDocument/formatting', [], (document, { options }) =>
        formatDocument(document, undefined, options),
      ),
    );
    connection.onDocumentRangeFormatting(
      onDocument('textDocument/rangeFormatting', [], (document, { range, options }) =>
        formatDocument(document, range, options),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      onPolicy('textDocument/onTypeFormatting', [], (document, { position, options }) =>
        formatOnType(document, position, options),
      ),
    );
  },
};
