import { readPolicy } from '../policy/read.js';
import type { Policy } from '../policy/model.js';

/** A policy that allows everything but these actions on these resources, on all where none are given: what is allowed beyond it is some of that. */
export const allBut = (actions: readonly string[], resources: readonly string[]): Policy =>
  readPolicy(
    JSON.stringify({
      version: '2.0',
      statement: [
        { effect: 'allow', action: '*', resource: '*' },
        { effect: 'deny', action: actions, resource: resources.length === 0 ? '*' : resources },
      ],
    }),
  );
