/** Requests behind the client's commands. Documented for other clients in docs/protocol.md. */
import type { CancellationToken, Position } from 'vscode-languageserver';
import { requests } from '../../../../protocol/names.js';
import { addStatement } from '../../features/add-statement/index.js';
import { templates } from '../../features/completion/template-text.js';
import type { Context } from '../../features/context.js';
import { sourcesPage } from '../../features/hover/index.js';
import type { HostDocument, PolicyDocument } from '../../features/document.js';
import { expandWildcards } from '../../features/expand-wildcards.js';
import { compactPolicy, summarize } from '../../features/summary.js';
import type { OnTextDocument } from '../handlers.js';
import type { Area } from './area.js';

/** A request on one policy of a document: the one at `position`, else the one with the index `policy`, else the first. */
interface OnPolicy extends OnTextDocument {
  readonly position?: Position;
  readonly policy?: number;
  /** For `addStatement`: the access-denied messages. */
  readonly message?: string;
  /** For `addStatement`: what was chosen from an earlier answer's `choices`. */
  readonly actions?: readonly string[];
}

const policyIn = (document: HostDocument, { position, policy = 0 }: OnPolicy): PolicyDocument | undefined =>
  position ? document.policyAt(position) : document.policies[policy];

export const commandRequests: Area = {
  capabilities: () => ({}),
  register({ connection, guard, onDocument, contextOf }) {
    /** The answer is null if the document is not open or has no such policy, or if the parameters are wrong. */
    const on = (
      method: string,
      handle: (document: PolicyDocument, context: Context, params: OnPolicy) => object | null,
    ): void => {
      const answer = onDocument<OnPolicy, object | null>(method, null, (document, params, context) => {
        const policy = policyIn(document, params);
        return policy ? handle(policy, context, params) : null;
      });
      connection.onRequest(method, (params: OnPolicy, token: CancellationToken) => answer(params, token));
    };
    connection.onRequest(
      requests.templates,
      guard(requests.templates, [], () => templates(contextOf())),
    );
    on(requests.summary, summarize);
    on(requests.compact, compactPolicy);
    on(requests.expandWildcards, expandWildcards);
    on(requests.sources, (document, context, { position }) =>
      position ? sourcesPage(document, position, context) : null,
    );
    on(requests.addStatement, (document, context, { message = '', actions = [] }) =>
      addStatement(document, message, context, actions),
    );
  },
};
