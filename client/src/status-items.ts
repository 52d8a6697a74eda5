/** The language status items behind the braces in the status bar: the policy's length against CAM's limit, the server's state, and how old the catalogue is. */
import {
  Disposable,
  languages,
  l10n,
  LanguageStatusSeverity,
  window,
  type LanguageStatusItem,
  type TextDocument,
} from 'vscode';
import { commands, languageId, requests } from '../../protocol/names.js';
import { followActivePolicy } from './active-policy.js';
import type { Ask } from './ask.js';
import type { Server, ServerState } from './server.js';

/** How long typing must pause before the length is counted again, in ms. */
const pause = 300;

const selector = { language: languageId };

/** Shows the items; disposing of what is returned takes them away. */
export const showStatus = (server: Server, ask: Ask): Disposable =>
  Disposable.from(showServer(server), showLength(ask));

/** The policy's length, and the day of the catalogue with a link to the settings. */
function showLength(ask: Ask): Disposable {
  const item = languages.createLanguageStatusItem('camPolicy.length', selector);
  item.name = l10n.t('CAM Policy: length');
  item.text = 'CAM';
  item.command = { command: commands.copyAsPolicyDocument, title: l10n.t('Copy as PolicyDocument') };
  const catalogue = languages.createLanguageStatusItem('camPolicy.catalogue', selector);
  catalogue.name = l10n.t('CAM Policy: catalogue');
  catalogue.text = l10n.t('catalogue');
  catalogue.command = { command: commands.openSettings, title: l10n.t('Settings') };

  async function update(document: TextDocument | undefined): Promise<void> {
    if (document?.languageId !== languageId) return;
    const summary = await ask(requests.summary, document);
    if (!summary || window.activeTextEditor?.document !== document) return;
    const { length, limit, catalogueDate } = summary;
    item.text = l10n.t('{0} of {1} characters', length, limit);
    item.severity = length > limit ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    catalogue.text = l10n.t('catalogue of {0}', catalogueDate);
    readAloud(item);
    readAloud(catalogue);
  }

  return Disposable.from(item, catalogue, followActivePolicy(update, pause).end);
}

/** The server's state, with a link to the log, or to a restart where it has stopped. */
function showServer(server: Server): Disposable {
  const item = languages.createLanguageStatusItem('camPolicy.server', selector);
  item.name = l10n.t('CAM Policy: language server');
  const update = (state: ServerState): void => {
    item.text = stateInWords(state);
    item.busy = state === 'starting';
    item.severity = state === 'stopped' ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
    item.command =
      state === 'stopped'
        ? { command: commands.restartServer, title: l10n.t('Restart') }
        : { command: commands.showLog, title: l10n.t('Log') };
    readAloud(item);
  };
  update(server.state());
  return Disposable.from(item, server.onDidChangeState(update));
}

/** A screen reader says the item’s name before its text, which alone does not tell what it is about. */
function readAloud(item: LanguageStatusItem): void {
  item.accessibilityInformation = { label: [item.name, item.text].join(', ') };
}

/** For people. */
export function stateInWords(state: ServerState): string {
  if (state === 'running') return l10n.t('language server runs');
  if (state === 'asleep') return l10n.t('language server was not needed yet');
  return state === 'starting' ? l10n.t('language server starts') : l10n.t('language server has stopped');
}
