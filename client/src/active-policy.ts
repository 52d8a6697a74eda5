/** Follows the policy in the active editor. */
import { Disposable, l10n, window, workspace, type TextDocument } from 'vscode';
import { languageId } from '../../protocol/names.js';

export interface Follower {
  /** Looks again at once. */
  readonly look: () => void;
  readonly end: Disposable;
}

/** The policy in the active editor; tells the person if there is none. */
export function activePolicy(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  if (document?.languageId === languageId) return document;
  void window.showInformationMessage(l10n.t('Open a CAM policy first.'));
  return undefined;
}

/** Calls `update` with the policy: at once, when another editor becomes active, and when typing has paused for `pause` ms; while `isWanted`. */
export function followActivePolicy(
  update: (document: TextDocument) => Promise<void>,
  pause: number,
  isWanted = (): boolean => true,
): Follower {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    const document = window.activeTextEditor?.document;
    if (document?.languageId === languageId && isWanted()) timer = setTimeout(() => void update(document), delay);
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
    new Disposable(() => {
      clearTimeout(timer);
    }),
  );
  return { look, end };
}
