/** Follows the policy in the active editor. */
import { Disposable, l10n, window, workspace, type TextDocument } from 'vscode';
import { languageId } from '../../protocol/names.js';
import { hostOf, mayHoldPolicy } from './host-files.js';

export interface Follower {
  /** Looks again at once. */
  readonly look: () => void;
  readonly end: Disposable;
}

/** The policy in the active editor; tells the person if there is none. */
export const activePolicy = (): TextDocument | undefined => activeThat(({ languageId: own }) => own === languageId);

/** The document in the active editor, if it is a policy or may hold one; tells the person if not. */
export const activeHost = (): TextDocument | undefined => activeThat(mayHoldPolicy);

function activeThat(fits: (document: TextDocument) => boolean): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document && fits(document)) return document;
  void window.showInformationMessage(l10n.t('Open a CAM policy first.'));
  return undefined;
}

/**
 * Calls `update` with the document in the active editor, if it is a policy or may hold one, and else with undefined: at once, when another editor becomes
 * active, and when typing, or moving about among several policies, has paused for `pause` ms; while `isWanted`.
 */
export function followActivePolicy(
  update: (document: TextDocument | undefined) => Promise<void>,
  pause: number,
  isWanted = (): boolean => true,
): Follower {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    if (!isWanted()) return;
    timer = setTimeout(() => {
      const document = window.activeTextEditor?.document;
      void update(document && mayHoldPolicy(document) ? document : undefined);
    }, delay);
  };
  const look = (): void => {
    schedule(0);
  };
  look();
  const end = Disposable.from(
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) schedule(pause);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const { document } = textEditor;
      if (textEditor === window.activeTextEditor && document.languageId !== languageId && hostOf(document))
        schedule(pause);
    }),
    new Disposable(() => {
      clearTimeout(timer);
    }),
  );
  return { look, end };
}
