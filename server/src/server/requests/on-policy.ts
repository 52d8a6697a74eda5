/**
 * Requests on one policy of a document: the one at `position`, else the one with the index `policy`; the first where neither is given. A document that the client does not
 * send, such as any JSON file, comes with the request as `text`.
 */
import type { CancellationToken, Position } from 'vscode-languageserver';
import { isPlainlyPolicy } from '../../core/embed/plainly.js';
import type { Context } from '../../features/context.js';
import { HostDocument, type PolicyDocument } from '../../features/document.js';
import { textOf } from '../documents.js';
import { isObject } from '../settings.js';
import type { OnTextDocument } from '../handlers.js';
import type { Session } from '../session.js';

/** What stands in a request besides is not taken for granted. */
interface OnPolicy extends OnTextDocument {
  readonly position?: Position;
  readonly policy?: number;
  readonly [name: string]: unknown;
}

/** An object or null. */
export type Answer = object | null | Promise<object | null>;

/**
 * Registers a request. Its answer is null if the document is not open and has no text that is plainly a policy, if it has no such policy, or if the
 * parameters are wrong.
 */
type RegisterOnPolicy = (
  method: string,
  handle: (document: PolicyDocument, context: Context, params: OnPolicy) => Answer,
) => void;

export const onPolicyOf =
  ({ connection, documentOf, onDocument, guard, contextOf }: Session): RegisterOnPolicy =>
  (method, handle) => {
    const on = (document: HostDocument, params: OnPolicy, context: Context): Answer => {
      const policy = policyIn(document, params);
      return policy ? handle(policy, context, params) : null;
    };
    const onOpen = onDocument<OnPolicy, object | null>(method, null, on);
    const onText = guard<OnPolicy & { readonly text: string }, object | null>(method, null, (params) => {
      const { uri } = params.textDocument;
      const context = contextOf(uri);
      return isPlainlyPolicy(params.text)
        ? on(new HostDocument(textOf(uri, params.text), context), params, context)
        : null;
    });
    connection.onRequest(method, (params: OnPolicy, token: CancellationToken) =>
      hasText(params) && !documentOf(params) ? onText(params, token) : onOpen(params, token),
    );
  };

const hasText = (params: OnPolicy): params is OnPolicy & { readonly text: string } =>
  typeof params.text === 'string' && isObject(params.textDocument) && typeof params.textDocument.uri === 'string';

const policyIn = (document: HostDocument, { position, policy }: OnPolicy): PolicyDocument | undefined =>
  (position && document.policyAt(position)) ?? document.policies[policy ?? (position ? -1 : 0)];
