import assert from 'node:assert/strict';
import { addressOf, sourceRoot } from './sarif-parts.js';

describe('addresses in SARIF', () => {
  it('are there for any name of a file', () => {
    const uriOf = (name: string): unknown => addressOf(name).uri;
    assert.deepEqual(addressOf('a b/策.json'), { uri: 'a%20b/%E7%AD%96.json', uriBaseId: sourceRoot });
    assert.equal(uriOf('\ud83d/🔑.json'), '%EF%BF%BD/%F0%9F%94%91.json');
    assert.equal(uriOf('/\udc00.json'), 'file:///%EF%BF%BD.json');
  });
});
