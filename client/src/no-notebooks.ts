/**
 * Stands in, in the client's bundle, for the part of its library that keeps notebooks in step with a server that has asked for it; ours does not. It is what the library
 * takes it for, and registers nothing.
 */
import { Disposable } from 'vscode';

const never = (): Disposable => new Disposable(() => undefined);

export class NotebookDocumentSyncFeature {
  static readonly CellScheme = 'vscode-notebook-cell';
  readonly registrationType = { method: 'notebookDocument/sync' };
  readonly onOpenNotificationSent = never;
  readonly onChangeNotificationSent = never;
  readonly onCloseNotificationSent = never;
  readonly onSaveNotificationSent = never;

  getState(): object {
    return { kind: 'document', id: this.registrationType.method, registrations: false, matches: false };
  }

  handles(): boolean {
    return false;
  }

  fillClientCapabilities(): void {}
  preInitialize(): void {}
  initialize(): void {}
  register(): void {}
  unregister(): void {}
  clear(): void {}
}
