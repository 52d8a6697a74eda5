/** Requests about what policies allow. Documented for other clients in docs/protocol.md. */
import { requests } from '../../../../protocol/names.js';
import type { Context } from '../../features/context.js';
import type { PolicyDocument } from '../../features/document.js';
import { whenAsked } from '../when-asked.js';
import type { Area } from './area.js';
import { onPolicyOf, type Answer } from './on-policy.js';

export const accessRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const on = onPolicyOf(session);
    on(requests.explain, ofKnown(whenAsked(({ explainAccess }) => explainAccess)));
    on(requests.can, ofKnown(whenAsked(({ answerAccess }) => answerAccess)));
    on(
      requests.canChoices,
      whenAsked(({ accessChoices }) => accessChoices),
    );
    on(requests.compare, ofKnown(whenAsked(({ compareAccess }) => compareAccess)));
    on(requests.leastPrivilege, ofKnown(whenAsked(({ keepUsed }) => keepUsed)));
  },
};

/** Null for a policy with values that only its host knows: of these no answer is certain. */
const ofKnown =
  <Params>(answer: (document: PolicyDocument, context: Context, params: Params) => Answer) =>
  (document: PolicyDocument, context: Context, params: Params): Answer =>
    document.policy.unknown ? null : answer(document, context, params);
