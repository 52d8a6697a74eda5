/** What the server is asked besides the Language Server Protocol, and what it answers; docs/protocol.md describes it for other clients. */
import type { WorkspaceEdit } from 'vscode-languageclient';

/** Null: the document is not open. */
export interface Answers {
  readonly 'camPolicy/templates': readonly Template[];
  readonly 'camPolicy/summary': Summary | null;
  readonly 'camPolicy/compact': (Summary & { readonly text?: string }) | null;
  readonly 'camPolicy/expandWildcards': {
    readonly text: string;
    readonly expanded: number;
    readonly left: number;
  } | null;
  readonly 'camPolicy/addStatement': {
    readonly edit?: WorkspaceEdit;
    readonly added: readonly string[];
    readonly notes: readonly string[];
  } | null;
}

/** A policy to begin with; the body is a snippet. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export interface Summary {
  /** In characters, white space not counted. */
  readonly length: number;
  readonly limit: number;
  /** `2026-11-22`. */
  readonly catalogueDate: string;
}
