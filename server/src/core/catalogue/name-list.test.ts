import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdsName, packFacts, packNames, unpackFacts, unpackNames } from './name-list.js';

describe('names as one text', () => {
  it('leave out what the name before has', () => {
    assert.equal(packNames(['CreateThing', 'CreateThings', 'DeleteThing']), '0CreateThing bs 0DeleteThing');
    assert.deepEqual(unpackNames('0CreateThing bs 0DeleteThing'), ['CreateThing', 'CreateThings', 'DeleteThing']);
    assert.deepEqual(unpackNames(packNames([])), []);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z]\w{0,60}$/)), (names) => {
        assert.deepEqual(unpackNames(packNames(names)), names);
      }),
    );
  });
});

describe('a name among packed ones', () => {
  it('is found in any case, and no other', () => {
    // Few letters, so that names begin alike and in each other.
    const name = fc.stringMatching(/^[AaBb]{1,6}$/);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), name, (names, asked) => {
        const lower = asked.toLowerCase();
        const expected = names.some((one) => one.toLowerCase() === lower);
        assert.equal(holdsName(packNames(names), lower), expected);
      }),
      { numRuns: 2000 },
    );
    assert.equal(holdsName('', 'a'), false);
  });
});

describe('facts of names', () => {
  it('have a letter where several names share them', () => {
    const { table, kinds } = packFacts(['read', 'write', 'read', 'own', 'write', 'read', 'other']);
    assert.deepEqual({ table, kinds }, { table: ['read', 'write', 'own', 'other'], kinds: 'rlr*lr*' });
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }).map(String), { maxLength: 400 }), (facts) => {
        const { table, kinds } = packFacts(facts);
        assert.deepEqual(unpackFacts(table, kinds), facts);
      }),
    );
  });
});
