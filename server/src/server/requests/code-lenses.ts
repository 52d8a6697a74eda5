/** Code lenses. */
import { commands } from '../../../../protocol/names.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';

const codeLenses = whenAsked(({ codeLenses }) => codeLenses);

export const codeLensRequests: Area = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register({ connection, client, onDocument }) {
    const command = client.commands.has(commands.explain) ? commands.explain : undefined;
    connection.onCodeLens(
      onDocument('textDocument/codeLens', [], (document, _, context) => codeLenses(document, context, command)),
    );
  },
};
