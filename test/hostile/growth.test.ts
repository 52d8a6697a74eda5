/** Fixing, organising and refactoring take time by the length of the policy, not by its square. */
import assert from 'node:assert/strict';
import { costsOf, growing, tasks } from './growth.js';

describe('a policy four times as long', () => {
  for (const each of growing)
    it(`costs about four times as much: ${each.name}`, () => {
      const quarter = Math.floor(each.most / 8);
      costsOf(each, quarter);
      const [few, many] = [costsOf(each, quarter), costsOf(each, quarter * 4)];
      // The square would be sixteen times; what is allowed besides is what the first run of some code costs.
      for (const task of tasks) assert.ok(many[task] < 9 * few[task] + 250, `${task}: ${few[task]} → ${many[task]} ms`);
    });
});
