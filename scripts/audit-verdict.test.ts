import assert from 'node:assert/strict';
import { verdictOf } from './audit-verdict.js';

describe('the audit of what ships', () => {
  it('holds where there are no known weaknesses', () => {
    const output = `npm warn config x\n${JSON.stringify({ vulnerabilities: {}, metadata: { vulnerabilities: { total: 0 } } }, undefined, 2)}\n`;
    assert.deepEqual(verdictOf(output), { holds: true, says: 'no known weaknesses' });
  });

  it('fails where there are, and names them', () => {
    const report = { vulnerabilities: { a: { severity: 'high' }, b: {} }, metadata: { vulnerabilities: { total: 2 } } };
    assert.deepEqual(verdictOf(JSON.stringify(report)), { holds: false, says: 'known weaknesses: a (high), b (?)' });
  });

  it('knows nothing where no registry answers', () => {
    for (const output of [
      '',
      'npm error network',
      '{"message":"405 Method Not Allowed","statusCode":405}',
      '{"broken"',
    ])
      assert.deepEqual(verdictOf(output), { holds: true, says: 'no registry answered: not checked' });
  });
});
