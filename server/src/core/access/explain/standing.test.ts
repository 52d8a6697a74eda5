/** What is said of one action, found from the statements that speak of it, is what the explanation of the whole policy says. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { policyText } from '../../../../test/arbitrary-policy.js';
import { runs } from '../../../../test/sampling.js';
import { shippedLanguage as language } from '../../../../test/shipped-catalogue.js';
import { tinyCatalogue as catalogue } from '../../../../test/tiny-catalogue.js';
import type { Policy } from '../../policy/model.js';
import { readPolicy } from '../../policy/read.js';
import { explain } from './explain.js';
import { serviceOf } from './reached.js';
import { actionStanding, resourceStanding } from './standing.js';

const facts = { catalogue, language };

/** The statements that take something away from what a statement allows of a service, as the explanation has them. */
function cutting(policy: Policy, index: number, service?: string): readonly number[] {
  const { services, gone } = explain(policy, facts);
  const grants = [...services.flatMap((one) => one.grants), ...gone].filter(
    ({ statement, service: own }) => statement.index === index && (service === undefined || own === service),
  );
  return numbers(grants.flatMap(({ except }) => except.map(({ statement }) => statement.index)));
}

const numbers = (found: readonly number[]): readonly number[] => [...new Set(found)].sort((a, b) => a - b);

describe('the standing of one action or resource', () => {
  it('names the denies that the explanation of the policy names', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const policy = readPolicy(text);
        for (const { index, effect, actions, resources } of policy.statements) {
          if (effect !== 'allow') continue;
          const ofActions = (actions?.items ?? []).flatMap((action) => {
            const found = actionStanding(policy, policy.statements[index] ?? assert.fail(), action, facts);
            const own = numbers((found?.denied ?? []).map(({ by }) => by.statement.index));
            const all = cutting(policy, index, serviceOf(action));
            assert.ok(own.every((one) => all.includes(one)));
            return own;
          });
          assert.deepEqual(numbers(ofActions), cutting(policy, index), 'by action');
          const ofResources = (resources?.items ?? []).flatMap((resource) =>
            (resourceStanding(policy, policy.statements[index] ?? assert.fail(), resource, facts)?.denied ?? []).map(
              ({ by }) => by.statement.index,
            ),
          );
          for (const one of cutting(policy, index)) assert.ok(ofResources.includes(one), `by resource: ${one}`);
        }
      }),
      runs(1000),
    );
  });
});
