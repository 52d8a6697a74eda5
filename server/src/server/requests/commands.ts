/** Requests behind the client's commands. Documented for other clients in docs/protocol.md. */
import { requests } from '../../../../protocol/names.js';
import { stringsIn } from '../client.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';
import { onPolicyOf } from './on-policy.js';

const addStatement = whenAsked(({ addStatement }) => addStatement);
const excerpt = whenAsked(({ excerpt }) => excerpt);
const sourcesPage = whenAsked(({ sourcesPage }) => sourcesPage);
const templates = whenAsked(({ templates }) => templates);

export const commandRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const { connection, guard, contextOf } = session;
    const on = onPolicyOf(session);
    connection.onRequest(
      requests.templates,
      guard(requests.templates, [], () => templates(contextOf())),
    );
    on(
      requests.summary,
      whenAsked(({ summarize }) => summarize),
    );
    on(
      requests.compact,
      whenAsked(({ compactPolicy }) => compactPolicy),
    );
    on(requests.excerpt, (document, context, { position }) => excerpt(document, position, context));
    on(
      requests.expandWildcards,
      whenAsked(({ expandWildcards }) => expandWildcards),
    );
    on(requests.sources, (document, context, { position }) =>
      position ? sourcesPage(document, position, context) : null,
    );
    // `message`: the access-denied messages; `actions`: what was chosen from an earlier answer's `choices`.
    on(requests.addStatement, (document, context, { message, actions }) =>
      addStatement(document, typeof message === 'string' ? message : '', context, stringsIn(actions)),
    );
  },
};
