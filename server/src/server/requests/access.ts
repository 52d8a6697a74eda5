/** Requests about what policies allow. Documented for other clients in docs/protocol.md. */
import { requests } from '../../../../protocol/names.js';
import { answerAccess } from '../../features/access/can.js';
import { accessChoices } from '../../features/access/choices.js';
import { compareAccess } from '../../features/access/compare.js';
import { explainAccess } from '../../features/access/explain.js';
import { keepUsed } from '../../features/access/least.js';
import type { Context } from '../../features/context.js';
import type { PolicyDocument } from '../../features/document.js';
import type { Area } from './area.js';
import { onPolicyOf } from './on-policy.js';

export const accessRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const on = onPolicyOf(session);
    on(requests.explain, ofKnown(explainAccess));
    on(requests.can, ofKnown(answerAccess));
    on(requests.canChoices, accessChoices);
    on(requests.compare, ofKnown(compareAccess));
    on(requests.leastPrivilege, ofKnown(keepUsed));
  },
};

/** Null for a policy with values that only its host knows: of these no answer is certain. */
const ofKnown =
  <Params>(answer: (document: PolicyDocument, context: Context, params: Params) => object | null) =>
  (document: PolicyDocument, context: Context, params: Params): object | null =>
    document.policy.unknown ? null : answer(document, context, params);
