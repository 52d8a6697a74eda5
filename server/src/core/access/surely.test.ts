import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../test/sampling.js';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { spellingsOf } from '../knowledge/spellings.js';
import { readAction } from '../policy/action.js';
import { coversAction } from '../policy/action-pattern.js';
import { readPolicy } from '../policy/read.js';
import { readResource, segment } from '../policy/resource.js';
import { coversResource } from '../policy/resource-pattern.js';
import { denialsOf } from './surely.js';

const facts = { catalogue: shippedCatalogue, language: shippedLanguage };

const word = (...parts: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 3 }).map((all) => all.join(''));

const resource = fc.oneof(
  fc.constant('*'),
  fc
    .tuple(
      fc.constantFrom('', 'id/0', 'id/1', '*'),
      fc.constantFrom('', '*', 'trtc', 'vod', 'consolevod', 't*c'),
      fc.constantFrom('', '*', 'gz', 'ap-guangzhou', 'ap-*'),
      fc.constantFrom('', '*', 'uin/', 'uin/1', 'uin/*', 'uin/${uin}'),
      word('a', 'b', '/', '*', '${uin}', '${x}'),
    )
    .map((segments) => `qcs:${segments.join(':')}`),
);

const action = fc.oneof(
  fc.constantFrom('*', '*:*'),
  fc.tuple(word('a', 'b', '*'), word('A', 'b', '*')).map(([service, name]) => `${service}:${name}`),
);

const denialsIn = (denied: string, where: string) =>
  denialsOf(readPolicy(JSON.stringify({ statement: { effect: 'deny', action: denied, resource: where } })), facts);

describe('what surely holds', () => {
  it('of one resource is what the algebra of resources says, by which redundant ones are found', () => {
    let covered = 0;
    fc.assert(
      fc.property(resource, resource, (outer, inner) => {
        const expected = coversResource(readResource(outer), readResource(inner), spellingsOf(facts));
        const found = denialsIn('*', outer).covering(readAction('trtc:A'), [readResource(inner)]).length > 0;
        // Of the own account, however it is written, evaluation knows more: it is one of `uin/*`.
        const isOwn = ['', 'uin/'].includes(segment(readResource(inner), 'account'));
        assert.ok(found === expected || (found && isOwn), `${outer} covers ${inner}: ${found}`);
        if (found && outer !== inner) covered++;
      }),
      runs(3000),
    );
    assert.ok(covered > 0);
  });

  it('of one action is what the algebra of actions says, by which redundant ones are found', () => {
    let covered = 0;
    fc.assert(
      fc.property(action, action, (outer, inner) => {
        const found = denialsIn(outer, '*').covering(readAction(inner), [readResource('*')]).length > 0;
        assert.equal(found, coversAction(readAction(outer), readAction(inner)), `${outer} covers ${inner}`);
        if (found && outer !== inner) covered++;
      }),
      runs(3000),
    );
    assert.ok(covered > 0);
  });
});
