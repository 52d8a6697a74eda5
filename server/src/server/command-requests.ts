/** Requests behind the client's commands, below `camPolicy/`: one line each. Documented for other clients in docs/protocol.md. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { addStatement } from '../features/add-statement/index.js';
import { templates } from '../features/completion/template-text.js';
import type { Context, PolicyDocument } from '../features/document.js';
import { expandWildcards } from '../features/expand-wildcards.js';
import { compactPolicy, summarize } from '../features/summary.js';
import type { OnDocument } from './editor-requests.js';
import type { Guard } from './guard.js';

export interface CommandPorts {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly onDocument: OnDocument;
  readonly context: () => Context;
}

interface OnPolicy {
  readonly textDocument: { readonly uri: string };
  /** What was printed, for `addStatement`. */
  readonly message?: string;
  /** For `addStatement`: what was chosen from an earlier answer's `choices`. */
  readonly actions?: readonly string[];
}

export function registerCommands({ connection, guard, onDocument, context }: CommandPorts): void {
  /** A request on an open document; a document that is not open, or parameters that do not fit, are answered with null. */
  const on = (method: string, handle: (document: PolicyDocument, params: OnPolicy) => object): void => {
    const answer = onDocument<OnPolicy, object | null>(method, null, handle);
    connection.onRequest(method, (params: OnPolicy, token: CancellationToken) => answer(params, token));
  };
  connection.onRequest(
    'camPolicy/templates',
    guard('camPolicy/templates', [], () => templates(context())),
  );
  on('camPolicy/summary', (document) => summarize(document, context()));
  on('camPolicy/compact', (document) => compactPolicy(document, context()));
  on('camPolicy/expandWildcards', (document) => expandWildcards(document, context()));
  on('camPolicy/addStatement', (document, { message = '', actions = [] }) =>
    addStatement(document, message, context(), actions),
  );
}
