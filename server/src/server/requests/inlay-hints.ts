/** Inlay hints. */
import { inlayHints } from '../../features/inlay-hints.js';
import type { Area } from './area.js';

export const inlayHintRequests: Area = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: false } }),
  register({ connection, client, settings, onDocument }) {
    connection.languages.inlayHint.on(
      onDocument('textDocument/inlayHint', [], (document, { range }, context) =>
        inlayHints(document, range, settings.of(document.uri).inlayHints, context),
      ),
    );
    settings.onApplied((changed) => {
      if (changed && client.refreshesInlayHints) void connection.languages.inlayHint.refresh().catch(() => undefined);
    });
  },
};
