/** Highlights and links. */
import { documentLinks } from '../../features/document-links.js';
import { highlights } from '../../features/highlights.js';
import type { Area } from './area.js';

export const linkRequests: Area = {
  capabilities: () => ({ documentHighlightProvider: true, documentLinkProvider: { resolveProvider: false } }),
  register({ connection, onDocument, settings }) {
    connection.onDocumentHighlight(
      onDocument('textDocument/documentHighlight', [], (document, { position }) => highlights(document, position)),
    );
    connection.onDocumentLinks(
      onDocument('textDocument/documentLink', [], (document, _, context) =>
        settings.of(document.uri).actionLinks ? documentLinks(document, context) : [],
      ),
    );
  },
};
