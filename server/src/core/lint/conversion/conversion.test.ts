import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foreignPolicies } from '../../../../test/foreign-policies.js';
import { runs } from '../../../../test/sampling.js';
import { shippedCatalogue, shippedLanguage } from '../../../../test/shipped-catalogue.js';
import { allowancesOf, denialsOf } from '../../access/surely.js';
import { readAction } from '../../policy/action.js';
import { readPolicy } from '../../policy/read.js';
import { readResource } from '../../policy/resource.js';
import { applyEdits, encloses } from '../../span.js';
import { matches } from '../../wildcard.js';
import { fixAll } from '../fix-all.js';
import { lint } from '../lint.js';
import { rules } from '../rules/index.js';
import { conversionOf } from './conversion.js';

const facts = { catalogue: shippedCatalogue, language: shippedLanguage };

const convert = (text: string): string => {
  const conversion = conversionOf(readPolicy(text), facts);
  assert.ok(conversion, `not of another cloud: ${text}`);
  return applyEdits(text, conversion.edits);
};

const codesIn = (text: string): readonly string[] =>
  lint(readPolicy(text), {
    ...facts,
    rules,
    onFailure: (_, error) => {
      throw error;
    },
  }).map(({ code }) => code);

describe('a policy of another cloud', () => {
  for (const { title, text, left, besides, after } of foreignPolicies) {
    describe(`that ${title}`, () => {
      it('is one finding, and what has no equal', () => {
        assert.deepEqual(
          codesIn(text).filter((code) => code !== 'foreign-policy'),
          besides,
        );
        assert.equal(codesIn(text).filter((code) => code === 'foreign-policy').length, 1);
        assert.deepEqual(
          conversionOf(readPolicy(text), facts)?.left.map(({ found }) => found),
          left,
        );
      });

      it('becomes a policy of CAM, with its layout', () => {
        assert.equal(convert(text), after);
        assert.doesNotThrow(() => JSON.parse(after) as unknown);
      });

      it('is converted once: what is left is of CAM', () => {
        assert.equal(conversionOf(readPolicy(after), facts), undefined);
        assert.ok(!codesIn(after).includes('foreign-policy'));
      });

      it('is not changed unseen', () => {
        const policy = readPolicy(text);
        const fixed = fixAll(policy, lint(policy, { ...facts, rules }), { ...facts, rules });
        assert.equal(fixed.text, text);
      });
    });
  }
});

interface AwsStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/** What AWS decides: no wildcard but `*` is used here, and there are no conditions. */
function isAllowedThere(statements: readonly AwsStatement[], action: string, resource: string): boolean {
  const applying = statements.filter(
    ({ Action, Resource }) =>
      Action.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
      Resource.some((pattern) => matches(pattern, resource)),
  );
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
}

const filled = (text: string): string =>
  text.replaceAll('<region>', 'ap-guangzhou').replaceAll('<APPID>', '1250000000').replaceAll('<UIN>', '100000000001');

/** Buckets and objects, and what an action on them is checked against: there, and in CAM, where the prefix of a listing may follow the bucket. */
const things = ['reports', 'logs-a'].flatMap((bucket) =>
  [
    ['', '/'],
    ['', '/public/'],
    ['/k', '/k'],
    ['/public/k', '/public/k'],
    ['/x-a/k', '/x-a/k'],
  ].map(([key = '', path = '']) => ({
    key,
    there: `arn:aws:s3:::${bucket}${key}`,
    here: `qcs::cos:ap-guangzhou:uid/1250000000:${bucket}-1250000000${path}`,
  })),
);

const actionsThere = shippedLanguage.foreign[0]?.data.actions.filter(({ name }) => name.startsWith('s3:')) ?? [];
const somewhere = 'arn:aws:s3:::reports';

const statement = fc.record({
  Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
  Action: fc.array(
    fc.oneof(
      fc.constantFrom(...actionsThere.map(({ name }) => name)),
      fc.constantFrom(
        's3:*',
        's3:Get*',
        's3:Put*',
        's3:*Object',
        's3:Delete*',
        's3:List*',
        '*',
        'ec2:*',
        's3:getobject',
      ),
    ),
    { minLength: 1, maxLength: 4 },
  ),
  Resource: fc.array(
    fc.constantFrom(
      ...['*', somewhere, `${somewhere}/*`, `${somewhere}/public/*`, 'arn:aws:s3:::logs-*', 'arn:aws:s3:::logs-*/*'],
      ...['arn:aws:s3:::*', 'arn:aws:s3:::*/*', 'arn:aws:s3:::*-a', 'arn:aws:s3:::*-a/*', 'arn:aws:ec2:::instance/*'],
    ),
    { minLength: 1, maxLength: 3 },
  ),
});

describe('converting a policy of another cloud', () => {
  it('allows nothing that was not allowed there, and is done once', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), (statements) => {
        const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
        const conversion = conversionOf(readPolicy(text), facts);
        if (!conversion) return;
        const after = applyEdits(text, conversion.edits);
        assert.equal(conversionOf(readPolicy(after), facts), undefined);
        const policy = readPolicy(filled(after));
        assert.deepEqual(policy.tree.problems, []);
        // CAM refuses a policy with what is left; only what a deny lost of itself must not be taken for allowed.
        const denied = readPolicy(text).statements.filter(({ effect }) => effect === 'deny');
        if (conversion.left.some(({ span }) => denied.some(({ node }) => encloses(node, span)))) return;
        for (const { name, scope, equals } of actionsThere)
          for (const { key, there, here } of things) {
            if (scope === 'account' || (scope === 'bucket') !== (key === '')) continue;
            if (isAllowedThere(statements, name, there)) continue;
            for (const equal of equals) {
              const [action, resource] = [readAction(equal), readResource(here)];
              const allowed =
                allowancesOf(policy, facts).covering(action, [resource]).length > 0 &&
                denialsOf(policy, facts, 'presumed').covering(action, [resource]).length === 0;
              assert.ok(!allowed, `${equal} on ${here}, though not ${name} on ${there}:\n${text}\n${after}`);
            }
          }
      }),
      runs(1000),
    );
  });
});
