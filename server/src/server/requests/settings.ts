/** The person's settings: the server asks for them, or else takes what the client sends. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { section } from '../../../../protocol/names.js';
import { sectionIn } from '../settings.js';
import type { Area } from './area.js';

export const settingsRequests: Area = {
  capabilities: () => ({}),
  register({ connection, client, settings }) {
    const ask = async (): Promise<void> => {
      settings.apply(await connection.workspace.getConfiguration(section));
    };
    connection.onInitialized(async () => {
      if (client.registersSettings)
        await connection.client.register(DidChangeConfigurationNotification.type, { section });
      if (client.answersSettings) await ask();
      else settings.begin();
    });
    connection.onDidChangeConfiguration(async ({ settings: sent }) => {
      if (client.answersSettings) await ask();
      else settings.apply(sectionIn(sent));
    });
  },
};
