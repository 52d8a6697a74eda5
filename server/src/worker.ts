/** The server as a web worker, for editors in a browser: the first message brings the catalogue's packs, files come from the client. */
import { version } from '../../package.json';
import type { Packs } from '../../protocol/packs.js';
import { createTextCatalogue } from './catalogue-texts.js';
import { readLanguage } from './core/catalogue/language.js';
import { lenient } from './server/hello.js';
import { startServer } from './server/start.js';

/** The worker's own end of the channel to the client, as far as it is used here. */
interface Channel {
  addEventListener(type: 'message', listen: (event: { readonly data: Packs }) => void, options: { once: true }): void;
}

/** Waits for the packs, then serves. A worker gets no message before its script and what that awaits at once has run, so none is missed. */
export async function startWorker(): Promise<void> {
  const { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } =
    await import('vscode-languageserver/browser');
  const port = globalThis as never;
  const channel = globalThis as unknown as Channel;
  // What the client says next comes after this message, when the reader listens.
  channel.addEventListener(
    'message',
    ({ data: packs }) => {
      startServer(
        createConnection(ProposedFeatures.all, new BrowserMessageReader(port), new BrowserMessageWriter(port), lenient),
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
