/** The server as a web worker, for editors in a browser: the first message brings the catalogue's packs, files come from the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import type { Packs } from '../../protocol/packs.js';
import { createTextCatalogue } from './catalogue-texts.js';
import { readLanguage } from './core/catalogue/language.js';
import { startServer } from './server/start.js';

/** The worker's own end of the channel to the client, as far as it is used here. */
interface Channel {
  addEventListener(type: 'message', listen: (event: { readonly data: Packs }) => void, options: { once: true }): void;
}
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
const channel = globalThis as unknown as Channel;

// What the client says next comes after this message, when the reader listens.
channel.addEventListener(
  'message',
  ({ data: packs }) => {
    startServer(
      createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
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
