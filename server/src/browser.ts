/** The server as a web worker, for editors in a browser: the catalogue is part of the script, files come from the client. */
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../../package.json';
import { createInlineCatalogue, createInlineLanguage } from './catalogue-inline.js';
import { startServer } from './server/start.js';

/** The worker's own end of the channel to the client. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  catalogue: createInlineCatalogue(),
  language: createInlineLanguage(),
  nextTurn: () => new Promise((resolve) => setTimeout(resolve, 0)),
});
