/** Shows a document with the wildcards of its policy written out, beside the document, without changing it. */
import {
  commands,
  Disposable,
  EventEmitter,
  InlayHint,
  l10n,
  languages,
  Uri,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import type { ActionGroup } from '../../protocol/answers.js';
import { policyEnding, requests } from '../../protocol/names.js';
import { fileNameOf } from './file-name.js';
import { askAtCursor, tellUnanswered, type Ask } from './ask.js';
import { hostOf } from './host-files.js';

/** The scheme of previews, which are not files. */
export const previewScheme = 'cam-policy-preview';

export interface Preview {
  show(document: TextDocument): Promise<void>;
  /** Disposing of it ends all previews. */
  readonly end: Disposable;
}

interface Shown {
  readonly text: string;
  readonly groups: readonly ActionGroup[];
}

export function createPreview(ask: Ask): Preview {
  const texts = new Map<string, Shown>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(previewScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString())?.text ?? '',
  });
  const hints = languages.registerInlayHintsProvider(
    { scheme: previewScheme },
    { provideInlayHints: (document) => hintsOf(document, texts.get(document.uri.toString())) },
  );
  const closing = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    async show(document) {
      const expansion = await askAtCursor(ask, requests.expandWildcards, document);
      if (!expansion) {
        tellUnanswered(expansion);
        return;
      }
      const { text, groups, expanded, left } = expansion;
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
        path: `/${name.endsWith(policyEnding) || hostOf(document) ? name : name + policyEnding}`,
        query: document.uri.toString(),
      });
      texts.set(uri.toString(), { text, groups });
      changed.fire(uri);
      await commands.executeCommand('vscode.diff', document.uri, uri, l10n.t('{0}: wildcards expanded', name));
    },
    end: Disposable.from(provider, hints, closing, changed),
  };
}

/** What the actions of each group do, behind its first line. */
function hintsOf(document: TextDocument, shown: Shown | undefined): InlayHint[] {
  if (shown?.text !== document.getText()) return [];
  return shown.groups.map(({ line, title }) => {
    const hint = new InlayHint(document.lineAt(line).range.end, title);
    hint.paddingLeft = true;
    return hint;
  });
}
