/** The person's settings: the server asks for them, or else takes what the client sends. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { section } from '../../../../protocol/names.js';
import { describe } from '../guard.js';
import { sectionIn } from '../settings.js';
import { within } from '../waiting.js';
import type { Area } from './area.js';

export const settingsRequests: Area = {
  capabilities: () => ({}),
  register({ connection, client, settings, log, isShutDown, patience }) {
    let asked = 0;
    const ask = async (): Promise<void> => {
      const turn = ++asked;
      try {
        const answer = connection.workspace.getConfiguration(section).then((value: unknown) => ({ value }));
        // What hangs on settings begins with those of the start; the answer holds whenever it comes.
        if ((await within(patience, answer)) === undefined && turn === asked) settings.begin();
        const { value } = await answer;
        // They may have changed again while the client was answering.
        if (turn === asked) settings.apply(value);
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
      if (client.answersSettings) return ask();
      const ours = sectionIn(sent);
      if (ours) settings.apply(ours.value);
    });
  },
};
