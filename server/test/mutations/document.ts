/** Mistakes in the document's form and in its actions. */
import type { Mutation } from '../mutations.js';

const good = '{"version":"2.0","statement":[{"effect":"allow","action":["mps:ProcessMedia"],"resource":"*"}]}';

export const mutations: readonly Mutation[] = [
  {
    code: 'invalid-effect',
    good,
    bad: '{"version":"2.0","statement":[{"effect":«"alow"»,"action":["mps:ProcessMedia"],"resource":"*"}]}',
    fixed: good,
  },
  {
    code: 'unknown-action',
    good,
    bad: '{"version":"2.0","statement":[{"effect":"allow","action":["mps:«ProccesMedia»"],"resource":"*"}]}',
    fixed: good,
  },
];
