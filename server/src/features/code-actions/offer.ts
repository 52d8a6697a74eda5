/** What a provider of code actions offers. Its edits are computed when they are asked for. */
import type { CodeActionKind, Command, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ConfigurationTarget } from '../configuration-change.js';
import type { Context } from '../context.js';
import type { HostDocument, Touched } from '../document.js';

export interface Offer {
  /** Unique among the offers for one selection. */
  readonly id: string;
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly diagnostics?: readonly Diagnostic[];
  readonly preferred?: boolean;
  readonly edits?: () => readonly TextEdit[];
  /** Instead of `edits`, where other documents are changed. */
  readonly elsewhere?: WorkspaceEdit;
  readonly command?: Command;
}

/** Adds what the client can do with code actions. */
export interface CodeActionContext extends Context {
  /** Commands that the client carries out. */
  readonly commands: ReadonlySet<string>;
  /** Edits are asked for when an action is chosen. */
  readonly resolvesEdits: boolean;
  /** Edits may name the version of the document they are for. */
  readonly versionsEdits: boolean;
  /** Edits may create files; absent: they may not. */
  readonly createsFiles?: boolean;
  /** Where the configuration can be changed for the document. */
  readonly target?: ConfigurationTarget | undefined;
}

/** What a provider is given. */
export interface OfferContext extends CodeActionContext {
  readonly document: HostDocument;
  /** The policies that the selection touches. */
  readonly touched: readonly Touched[];
  /** The diagnostics that the client shows there. */
  readonly shown: readonly Diagnostic[];
}
