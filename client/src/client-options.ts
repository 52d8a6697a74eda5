/** What the language client is told: which documents, what the server may count on, what is shown of its answers. */
import type { LogOutputChannel } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { actionCommands, commands as names, languageId } from '../../protocol/names.js';
import { previewScheme } from './preview.js';
import { rulePage } from './rule-page.js';

/** `log` gets what the client and the server say, by level. */
export const clientOptions = (log: LogOutputChannel): LanguageClientOptions => ({
  documentSelector: [{ language: languageId }],
  outputChannel: log,
  initializationOptions: {
    rulePage: rulePage('{code}'),
    // The last one is VS Code's own: it asks for what may follow a completion in the same string.
    commands: [...Object.values(actionCommands), names.explain, names.showSources, 'editor.action.triggerSuggest'],
    readsFiles: true,
    formatsByRange: true,
    knowsSchemas: true,
  },
  middleware: {
    // No diagnostics in generated previews.
    provideDiagnostics: (document, previous, token, next) =>
      ('uri' in document ? document.uri : document).scheme === previewScheme
        ? undefined
        : next(document, previous, token),
  },
  // Hovers contain text of the document: it must not run a command, but for the one that shows sources, or contain HTML.
  markdown: { isTrusted: { enabledCommands: [names.showSources] }, supportHtml: false },
});
