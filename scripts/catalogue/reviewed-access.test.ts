import assert from 'node:assert/strict';
import { createReview } from './reviewed-access.js';

describe('names that look as if they changed rights or tags', () => {
  const review = createReview({
    forms: ['Token$', 'Tags$'],
    permission: { svc: 'CreateToken' },
    tagging: { svc: 'ModifyThingTags' },
    asRulesSay: { svc: 'CountToken' },
  });
  const listed = [
    ['svc', 'CreateToken', 'permission'],
    ['svc', 'ModifyThingTags', 'tagging'],
    ['svc', 'CountToken', 'read'],
  ] as const;

  it('have the class that the list says', () => {
    assert.equal(review.access('svc', 'CreateToken'), 'permission');
    assert.equal(review.access('svc', 'ModifyThingTags'), 'tagging');
    assert.equal(review.access('svc', 'CountToken'), undefined);
    assert.equal(review.access('other', 'CreateToken'), undefined);
  });

  it('must be in the list, unless the rules say so anyway', () => {
    assert.deepEqual(
      review.check([...listed, ['svc', 'CreateThing', 'write'], ['svc', 'GrantToken', 'permission']]),
      [],
    );
    assert.match(
      review.check([...listed, ['svc', 'DescribeToken', 'read']])[0] ?? '',
      /svc:DescribeToken: looks as if/,
    );
  });

  it('must exist', () => {
    assert.match(review.check(listed.slice(1))[0] ?? '', /svc:CreateToken: no such action/);
  });
});
