import { checkMutation, type Mutation } from './mutations.js';
import { mutations as condition } from './mutations/condition.js';
import { mutations as document } from './mutations/document.js';
import { mutations as resource } from './mutations/resource.js';
import { mutations as safety } from './mutations/safety.js';

/** One line per group of rules. */
const groups: { readonly [group: string]: readonly Mutation[] } = { condition, document, resource, safety };

for (const [group, mutations] of Object.entries(groups)) {
  describe(`mutations: ${group}`, () => {
    for (const mutation of mutations)
      it(`${mutation.code}: ${mutation.bad}`, () => {
        checkMutation(mutation);
      });
  });
}
