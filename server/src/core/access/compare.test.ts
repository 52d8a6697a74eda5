import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { can } from './can.js';
import { compare } from './compare.js';
import type { CompareQuestion, Difference, Example } from './comparison.js';
import type { Caller } from './question.js';

const facts = { catalogue, language };
const read = (policy: object): ReturnType<typeof readPolicy> => readPolicy(JSON.stringify(policy));

/** What the fixed form of the command line calls it. */
const verdictOf = ({ is }: Difference): string =>
  ({ none: 'no', some: 'yes', depends: 'depends', undecided: 'undecided' })[is];

function holds({ before, after }: CompareQuestion, { action, resource, context, caller }: Example): void {
  const asked = { action, resource, context, caller };
  const told = JSON.stringify(asked);
  assert.equal(can({ ...after, ...asked }, facts).is, 'allowed', told);
  assert.match(can({ ...before, ...asked }, facts).is, /^(?:denied|not-allowed)$/u, told);
}

interface SharedCase {
  readonly id: string;
  readonly kind: string;
  readonly before: object;
  readonly after: object;
  readonly account?: string;
  readonly appid?: string;
  readonly expect: {
    readonly newAccess: string;
    readonly because?: readonly string[];
    readonly example?: { readonly action: string; readonly principal?: Caller };
  };
}

describe('compare', () => {
  // The worked cases lie beside the project on some machines.
  const shared = '../shared/access-cases.json';
  (existsSync(shared) ? it : it.skip)('decides the worked cases', () => {
    const cases = JSON.parse(readFileSync(shared, 'utf8')) as readonly SharedCase[];
    for (const each of cases.filter(({ kind }) => kind === 'diff')) {
      const { account, appid, expect } = each;
      const question = {
        before: { policies: [read(each.before)] },
        after: { policies: [read(each.after)] },
        caller: { ...(account && { owner: account }), ...(appid && { appId: appid }) },
      };
      const { gained } = compare(question, facts);
      assert.equal(verdictOf(gained), expect.newAccess, each.id);
      if (gained.is === 'some') for (const { example } of gained.found) holds(question, example);
      if (gained.is === 'undecided')
        assert.deepEqual(
          gained.because.flatMap((doubt) => Object.values(doubt)),
          expect.because,
          each.id,
        );
    }
  });

  it('answers the examples of its page', () => {
    const page = readFileSync('docs/access.md', 'utf8');
    const pairs = [...page.matchAll(/```json\n(.*)\n```\n\n```json\n(.*)\n```\n\n`gained`: `(\w+)`/gu)];
    assert.equal(pairs.length, 4);
    for (const [text, before = '', after = '', expected] of pairs) {
      const question = { before: { policies: [readPolicy(before)] }, after: { policies: [readPolicy(after)] } };
      const { gained } = compare(question, facts);
      assert.equal(gained.is, expected, text);
      if (gained.is === 'some') for (const { example } of gained.found) holds(question, example);
    }
  });
});
