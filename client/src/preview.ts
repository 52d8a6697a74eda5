/** Shows a policy with its wildcards written out, beside the policy, without changing it. */
import { commands, EventEmitter, l10n, Uri, window, workspace, Disposable, type TextDocument } from 'vscode';
import { policyEnding, requests } from '../../protocol/names.js';
import { fileNameOf } from './file-name.js';
import type { Ask } from './ask.js';

/** The scheme of previews, which are not files. */
export const previewScheme = 'cam-policy-preview';

export interface Preview {
  show(document: TextDocument): Promise<void>;
  /** Disposing of it ends all previews. */
  readonly end: Disposable;
}

export function createPreview(ask: Ask): Preview {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(previewScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const closing = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    async show(document) {
      const expansion = await ask(requests.expandWildcards, document);
      if (!expansion) return;
      const { text, expanded, left } = expansion;
      if (expanded === 0) {
        void window.showInformationMessage(
          left > 0
            ? l10n.t('The catalogue does not know what the wildcards of this policy stand for.')
            : l10n.t('No action of this policy has a wildcard.'),
        );
        return;
      }
      const name = fileNameOf(document.uri);
      const uri = Uri.from({
        scheme: previewScheme,
        path: `/${name.endsWith(policyEnding) ? name : name + policyEnding}`,
        query: document.uri.toString(),
      });
      texts.set(uri.toString(), text);
      changed.fire(uri);
      await commands.executeCommand('vscode.diff', document.uri, uri, l10n.t('{0}: wildcards expanded', name));
    },
    end: Disposable.from(provider, closing, changed),
  };
}
