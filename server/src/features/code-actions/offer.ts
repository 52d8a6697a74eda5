/** What a provider of code actions offers, before it is an LSP code action: its edits are made when they are asked for. */
import type { CodeActionKind, Command, Diagnostic, TextEdit } from 'vscode-languageserver-types';
import type { Context } from '../context.js';
import type { HostDocument, Touched } from '../document.js';

/** The kinds of ours that are not LSP's own. */
export const fixAllKind: CodeActionKind = 'source.fixAll.cam';
export const organizeKind: CodeActionKind = 'source.organize.cam';

export interface Offer {
  /** Names it among the offers for the same selection. */
  readonly id: string;
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly diagnostics?: readonly Diagnostic[];
  readonly preferred?: boolean;
  readonly edits?: () => readonly TextEdit[];
  readonly command?: Command;
}

/** What the client can do, besides what every feature is given. */
export interface CodeActionContext extends Context {
  /** Commands that the client carries out. */
  readonly commands: ReadonlySet<string>;
  /** Edits are asked for when an action is chosen. */
  readonly resolvesEdits: boolean;
  /** Edits may name the version of the document they are for. */
  readonly versionsEdits: boolean;
}

/** What a provider is given. */
export interface OfferContext extends CodeActionContext {
  readonly document: HostDocument;
  /** The policies that the selection touches. */
  readonly touched: readonly Touched[];
  /** The diagnostics that the client shows at the place. */
  readonly shown: readonly Diagnostic[];
}
