/** Hover. */
import { hover } from '../../features/hover/index.js';
import type { Area } from './area.js';

export const hoverRequests: Area = {
  capabilities: () => ({ hoverProvider: true }),
  register({ connection, onPolicy }) {
    connection.onHover(
      onPolicy('textDocument/hover', null, (document, { position }, context) => hover(document, position, context)),
    );
  },
};
