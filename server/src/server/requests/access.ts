/** Requests about what policies allow. Documented for other clients in docs/protocol.md. */
import { requests } from '../../../../protocol/names.js';
import { answerAccess } from '../../features/access/can.js';
import { accessChoices } from '../../features/access/choices.js';
import { compareAccess } from '../../features/access/compare.js';
import { explainAccess } from '../../features/access/explain.js';
import type { Area } from './area.js';
import { onPolicyOf } from './on-policy.js';

export const accessRequests: Area = {
  capabilities: () => ({}),
  register(session) {
    const on = onPolicyOf(session);
    on(requests.explain, explainAccess);
    on(requests.can, answerAccess);
    on(requests.canChoices, accessChoices);
    on(requests.compare, compareAccess);
  },
};
