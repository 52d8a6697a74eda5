/** Hover. */
import type { Hover, HoverParams } from 'vscode-languageserver';
import { hover } from '../../features/hover/index.js';
import { hoverTests } from '../../features/testing/hover.js';
import type { Area } from './area.js';

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
