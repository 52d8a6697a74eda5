/** Files in which policies stand among other things: the server asks the client to send them, and what people want in them. */
import type { BulkRegistration, BulkUnregistration, DocumentSelector, ServerCapabilities } from 'vscode-languageserver';
import { hostFiles } from '../../../../protocol/hosts.js';
import { hostLanguages, type HostLanguage } from '../../../../protocol/names.js';
import type { Client } from '../client.js';
import type { Area } from './area.js';
import { codeActionRequests } from './code-actions.js';
import { codeLensRequests } from './code-lenses.js';
import { completionRequests } from './completion.js';
import { diagnosticRequests } from './diagnostics.js';
import { furtherDocuments } from './further-documents.js';
import { hoverRequests } from './hover.js';
import { inlayHintRequests } from './inlay-hints.js';

/** The documents of a kind of host: by what editors call the language, and by their names where they know none. */
const selectorOf = (kind: HostLanguage): DocumentSelector => [
  ...hostFiles[kind].languages.map((language) => ({ language })),
  ...hostFiles[kind].endings.map((ending) => ({ pattern: `**/*${ending}` })),
];

/** What people want where a policy is only a part of the text: not its outline, its layout or its colours. */
const wanted: readonly Area[] = [
  diagnosticRequests,
  completionRequests,
  hoverRequests,
  codeActionRequests,
  inlayHintRequests,
  codeLensRequests,
];

export const hostRequests: Area = {
  capabilities: () => ({}),
  register({ connection, client, settings }) {
    if (!client.registersLanguages) return;
    let registered: { readonly languages: string; readonly by: Promise<BulkUnregistration> } | undefined;
    const apply = (languages: readonly HostLanguage[]): void => {
      const name = languages.join();
      if (name === (registered?.languages ?? '')) return;
      // A client that refuses is one that does not send these files.
      void registered?.by.then((before) => {
        before.dispose();
      }, ignore);
      registered =
        name === ''
          ? undefined
          : { languages: name, by: connection.client.register(registrationOf(languages, client)) };
      registered?.by.catch(ignore);
    };
    settings.onApplied(() => {
      apply(settings.of(undefined).policiesIn);
    });
  },
};

const ignore = (): void => undefined;

function registrationOf(languages: readonly HostLanguage[], client: Client): BulkRegistration {
  const documentSelector = hostLanguages.flatMap((language) =>
    languages.includes(language) ? selectorOf(language) : [],
  );
  const can = wanted.reduce<ServerCapabilities>((all, area) => ({ ...all, ...area.capabilities(client) }), {});
  return furtherDocuments(documentSelector, can);
}
