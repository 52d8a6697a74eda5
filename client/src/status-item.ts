/** The language status item: the policy's length against CAM's limit, and how old the catalogue is. */
import { languages, l10n, LanguageStatusSeverity, window, Disposable, type TextDocument } from 'vscode';
import { commands, languageId, requests } from '../../protocol/names.js';
import { followActivePolicy } from './active-policy.js';
import type { Ask } from './ask.js';

/** How long typing must pause before the length is counted again, in ms. */
const pause = 300;

export function showStatus(ask: Ask): Disposable {
  const item = languages.createLanguageStatusItem('camPolicy.length', { language: languageId });
  item.name = l10n.t('CAM Policy: length');
  item.text = 'CAM';
  item.command = { command: commands.copyAsPolicyDocument, title: l10n.t('Copy as PolicyDocument') };

  async function update(document: TextDocument): Promise<void> {
    const summary = await ask(requests.summary, document);
    if (!summary || window.activeTextEditor?.document !== document) return;
    const { length, limit, catalogueDate } = summary;
    item.text = l10n.t('{0} of {1} characters', length, limit);
    item.detail = l10n.t('catalogue of {0}', catalogueDate);
    item.severity = length > limit ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
  }

  return Disposable.from(item, followActivePolicy(update, pause).end);
}
