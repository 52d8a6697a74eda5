/** Hover. */
import type { Hover, HoverParams } from 'vscode-languageserver';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

const hover = whenAsked(({ hover }) => hover);
const hoverTests = whenAsked(({ hoverTests }) => hoverTests);

const method = 'textDocument/hover';

export const hoverRequests: Area = {
  capabilities: () => ({ hoverProvider: true }),
  register({ connection, client: { knowsSchemas }, onPolicy, onTests }) {
    const inPolicy = onPolicy<HoverParams, Hover | null>(method, null, (document, { position }, context) =>
      hover(document, position, context),
    );
    connection.onHover(
      onTests<HoverParams, Hover | null>(
        method,
        null,
        (document, { position }, context) => hoverTests(document, position, context, knowsSchemas),
        inPolicy,
      ),
    );
  },
};
