/** The person's settings: the server asks for them, or else takes what the client sends. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { section } from '../../../../protocol/names.js';
import { describe } from '../guard.js';
import { sectionIn } from '../settings.js';
import type { Area } from './area.js';

export const settingsRequests: Area = {
  capabilities: () => ({}),
  register({ connection, client, settings, log, isShutDown }) {
    let asked = 0;
    const ask = async (): Promise<void> => {
      const turn = ++asked;
      try {
        const answer: unknown = await connection.workspace.getConfiguration(section);
        // They may have changed again while the client was answering.
        if (turn === asked) settings.apply(answer);
      } catch (error) {
        // What is still asked when the connection ends has no answer either.
        if (isShutDown()) return;
        log(`the client did not say its settings: ${describe(error)}`);
        settings.begin();
      }
    };
    connection.onInitialized(async () => {
      // A client that refuses tells of changes unasked, or not at all.
      if (client.registersSettings)
        connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(() => undefined);
      if (client.answersSettings) await ask();
      else settings.begin();
    });
    connection.onDidChangeConfiguration(async ({ settings: sent }) => {
      if (client.answersSettings) await ask();
      else settings.apply(sectionIn(sent));
    });
  },
};
