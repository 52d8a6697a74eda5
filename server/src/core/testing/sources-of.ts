import type { Decision, Source } from '../access/question.js';

/** The statements that decide. */
export const sourcesOf = (decision: Decision): readonly Source[] =>
  decision.is === 'allowed' || decision.is === 'denied' || decision.is === 'conditional' ? [decision.by].flat() : [];
