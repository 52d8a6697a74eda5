/** The server as a web worker, for editors in a browser: the first message brings the catalogue's packs, further files come from the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import type { WorkerStart } from '../../protocol/packs.js';
import { createTextCatalogue } from './catalogue-texts.js';
import { readLanguage } from './core/catalogue/language.js';
import { incoming } from './server/incoming.js';
import { startServer } from './server/start.js';

/** The worker's own end of the channel to the client, as far as it is used here. */
interface Channel {
  addEventListener(
    type: 'message',
    listen: (event: { readonly data: WorkerStart }) => void,
    options: { once: true },
  ): void;
}

/** Waits for the packs, then serves. A worker gets no message before its script and what that awaits at once has run, so none is missed. */
export function startWorker(): void {
  const port = globalThis as never;
  const channel = globalThis as unknown as Channel;
  // What the client says next comes after this message, when the reader listens.
  channel.addEventListener(
    'message',
    ({ data: { packs, scripts } }) => {
      // Read by the `require` of a worker (`esbuild.mjs`).
      Object.assign(globalThis, { scripts });
      startServer(
        createConnection(
          ProposedFeatures.all,
          new BrowserMessageReader(port),
          new BrowserMessageWriter(port),
          incoming,
        ),
        {
          version,
          catalogue: createTextCatalogue(packs),
          language: readLanguage(packs.language),
          nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
        },
      );
    },
    { once: true },
  );
}
