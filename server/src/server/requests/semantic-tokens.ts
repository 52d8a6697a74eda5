/** Semantic tokens: all, those of a range, and differences. */
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams } from 'vscode-languageserver';
import { semanticTokens } from '../../features/semantic-tokens/index.js';
import { semanticTokensLegend } from '../../features/semantic-tokens/token-types.js';
import type { Area } from './area.js';
import { createTokenDeltas } from './token-deltas.js';

const noTokens: SemanticTokens = { data: [] };

export const semanticTokenRequests: Area = {
  capabilities: () => ({
    semanticTokensProvider: { legend: semanticTokensLegend, full: { delta: true }, range: true },
  }),
  register({ connection, documents, onDocument }) {
    const deltas = createTokenDeltas();
    const requests = connection.languages.semanticTokens;
    requests.on(
      onDocument('textDocument/semanticTokens/full', noTokens, (document, _, context) =>
        deltas.full(document.uri, semanticTokens(document, undefined, context)),
      ),
    );
    requests.onDelta(
      onDocument<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
        'textDocument/semanticTokens/full/delta',
        noTokens,
        (document, { previousResultId }, context) =>
          deltas.since(document.uri, previousResultId, semanticTokens(document, undefined, context)),
      ),
    );
    requests.onRange(
      onDocument('textDocument/semanticTokens/range', noTokens, (document, { range }, context) => ({
        data: semanticTokens(document, range, context),
      })),
    );
    documents.onDidClose(({ document }) => {
      deltas.forget(document.uri);
    });
  },
};
