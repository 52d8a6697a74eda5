/** Requests on one policy of a document: the one at `position`, else the one with the index `policy`, else the first. */
import type { CancellationToken, Position } from 'vscode-languageserver';
import type { Context } from '../../features/context.js';
import type { HostDocument, PolicyDocument } from '../../features/document.js';
import type { OnTextDocument } from '../handlers.js';
import type { Session } from '../session.js';

/** What stands in a request besides is not taken for granted. */
interface OnPolicy extends OnTextDocument {
  readonly position?: Position;
  readonly policy?: number;
  readonly [name: string]: unknown;
}

/** Registers a request. Its answer is null if the document is not open or has no such policy, or if the parameters are wrong. */
type RegisterOnPolicy = (
  method: string,
  handle: (document: PolicyDocument, context: Context, params: OnPolicy) => object | null,
) => void;

export const onPolicyOf =
  ({ connection, onDocument }: Session): RegisterOnPolicy =>
  (method, handle) => {
    const answer = onDocument<OnPolicy, object | null>(method, null, (document, params, context) => {
      const policy = policyIn(document, params);
      return policy ? handle(policy, context, params) : null;
    });
    connection.onRequest(method, (params: OnPolicy, token: CancellationToken) => answer(params, token));
  };

const policyIn = (document: HostDocument, { position, policy = 0 }: OnPolicy): PolicyDocument | undefined =>
  position ? document.policyAt(position) : document.policies[policy];
