/** Requests behind the client's commands. Documented for other clients in docs/protocol.md. */
import { requests } from '../../../../protocol/names.js';
import { addStatement } from '../../features/add-statement/index.js';
import { templates } from '../../features/completion/template-text.js';
import { sourcesPage } from '../../features/hover/index.js';
import { excerpt } from '../../features/excerpt.js';
import { expandWildcards } from '../../features/expand-wildcards.js';
import { compactPolicy, summarize } from '../../features/summary.js';
import { stringsIn } from '../client.js';
import type { Area } from './area.js';
import { onPolicyOf } from './on-policy.js';

export const commandRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const { connection, guard, contextOf } = session;
    const on = onPolicyOf(session);
    connection.onRequest(
      requests.templates,
      guard(requests.templates, [], () => templates(contextOf())),
    );
    on(requests.summary, summarize);
    on(requests.compact, compactPolicy);
    on(requests.excerpt, (document, context, { position }) => excerpt(document, position, context));
    on(requests.expandWildcards, expandWildcards);
    on(requests.sources, (document, context, { position }) =>
      position ? sourcesPage(document, position, context) : null,
    );
    // `message`: the access-denied messages; `actions`: what was chosen from an earlier answer's `choices`.
    on(requests.addStatement, (document, context, { message, actions }) =>
      addStatement(document, typeof message === 'string' ? message : '', context, stringsIn(actions)),
    );
  },
};
