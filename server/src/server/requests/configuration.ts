/** Diagnostics of configurations. They are sent, open or not, to every client: what a configuration says holds for files that are open. */
import { problemsOf, type ConfigurationFile } from '../../core/config/chain.js';
import { configurationDiagnostics } from '../../features/configuration/diagnostics.js';
import { textOf } from '../documents.js';
import { describe } from '../guard.js';
import { createUnused } from '../unused-suppressions.js';
import type { Area } from './area.js';

/** How long typing must pause before policies are read for unused suppressions, in ms. */
const pause = 300;

export const configurationRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const { configurations, documents, connection, client, log, onShutdown } = session;
    const sent = new Set<string>();
    const unused = createUnused(session);
    const isOpen = (uri: string): boolean => documents.get(uri) !== undefined;
    const send = (file: ConfigurationFile): void => {
      const uri = configurations.uriOf(file.address);
      const all = [...problemsOf(file, new Date()), ...unused.of(file)];
      // What is open is checked by such a client itself.
      const problems = client.knowsSchemas && isOpen(uri) ? all.filter(({ isFormal }) => !isFormal) : all;
      const diagnostics = configurationDiagnostics(textOf(uri, file.text), problems, client.locale);
      if (diagnostics.length === 0 && !sent.delete(uri)) return;
      if (diagnostics.length > 0) sent.add(uri);
      void connection.sendDiagnostics({ uri, diagnostics });
    };
    const sendAll = (): void => {
      const files = configurations.files();
      const there = new Set(files.map(({ address }) => configurations.uriOf(address)));
      for (const uri of [...sent].filter((each) => !there.has(each))) {
        sent.delete(uri);
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
      files.forEach(send);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        unused.look().then(
          (isNew) => {
            if (isNew) sendAll();
          },
          (error: unknown) => {
            log(`looking for unused suppressions failed: ${describe(error)}`);
          },
        );
      }, pause);
    };
    configurations.onRead(() => {
      sendAll();
      look();
    });
    documents.onDidSave(look);
    onShutdown(() => {
      clearTimeout(timer);
      unused.stop();
    });
  },
};
