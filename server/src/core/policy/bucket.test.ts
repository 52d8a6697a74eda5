import assert from 'node:assert/strict';
import { isBucketPolicy } from './bucket.js';
import { readPolicy } from './read.js';

describe('bucket policies', () => {
  const is = (text: string): boolean => isBucketPolicy(readPolicy(text));
  const principal = '"principal":{"qcs":["*"]}';

  it('name a principal and speak of COS', () => {
    assert.ok(is(`{"statement":[{${principal},"action":["name/cos:GetObject"]}]}`));
    assert.ok(is(`{${principal},"statement":[{"action":"cos:*"},{"Action":"cdcs:*"}]}`));
    assert.ok(is(`{"Statement":{${principal},"action":"*","resource":"qcs::cos:::b-1/*"}}`));
  });

  it('are those that may be, where something is not known', () => {
    assert.ok(is('{"Statement":"\uE000"}'));
    assert.ok(is('{"Statement":["\uE000"]}'));
    assert.ok(is(`{"Statement":[{${principal},"Action":"\uE000","Resource":"\uE000"}]}`));
    assert.ok(is(`{"Statement":[{${principal},"Action":["\uE000","name/cos:GetObject"]}]}`));
    assert.ok(!is('{"Statement":[{"Action":"\uE000","Resource":"\uE000"}]}'));
    assert.ok(!is(`{"Statement":[{${principal},"Action":["\uE000","cvm:StopInstances"]}]}`));
  });

  it('are no identity policies, trust policies, or halves', () => {
    assert.ok(!is('{"statement":[{"action":["cos:*"]}]}'));
    assert.ok(!is(`{"statement":[{${principal},"action":"sts:AssumeRole"}]}`));
    assert.ok(!is(`{"statement":[{${principal},"action":"*","resource":"*"}]}`));
    assert.ok(!is(`{"statement":[{${principal},"action":"cos:*"},{${principal},"action":"cvm:*"}]}`));
    assert.ok(!is(`{"statement":[{${principal},"action":[]}]}`));
    assert.ok(!is(`{${principal},"statement":[]}`));
    assert.ok(!is(''));
  });
});
