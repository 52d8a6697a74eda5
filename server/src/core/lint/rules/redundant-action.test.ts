import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { shopCatalogue } from '../../../../test/shop-catalogue.js';
import { asMuchAs } from '../../../../test/sampling.js';

const policy = (action: string): string => `{"statement":[{"action":[${action}]}]}`;

testRule('redundant-action', {
  valid: [
    policy('"mps:ProcessMedia","mps:EditMedia","trtc:ProcessMedia","mps:*Task","mps:Describe*"'),
    // Case is another rule's business; a mistake may have been meant to be anything.
    policy('"mps:ProcessMedia","mps:processMedia","mps","mps","","*:x","mps:y"'),
    policy('"permid/1","permid/2"'),
    // A star without quotes begins a line of a comment more often than it is an action.
    policy('*, "mps:ProcessMedia"'),
    // Each statement stands for itself.
    '{"statement":[{"action":"mps:*"},{"action":["mps:ProcessMedia"]}]}',
    '{"statement":[{"action":"*"}]}',
  ],
  invalid: [
    {
      text: policy('"mps:ProcessMedia","mps:EditMedia",«"mps:ProcessMedia"»'),
      messages: ['duplicate'],
      severity: 'hint',
      fixed: policy('"mps:ProcessMedia","mps:EditMedia"'),
    },
    { text: policy('"mps:A", «"name/mps:A"», "mps:B"'), messages: ['duplicate'], fixed: policy('"mps:A", "mps:B"') },
    {
      text: policy('«"mps:ProcessMedia"»,"mps:*Media"'),
      messages: ['covered'],
      says: '`mps:*Media`',
      fixed: policy('"mps:*Media"'),
    },
    { text: policy('"mps:*",«"mps:Describe*"»'), messages: ['covered'], fixed: policy('"mps:*"') },
    { text: policy('«"mps:Describe*"»,«"permid/1"»,«"trtc:X"»,"*"'), messages: ['covered'] },
    { text: policy('"*",«"*:*"»,«"mps:*"»'), messages: ['duplicate', 'covered'], fixed: policy('"*","mps:*"') },
    // Two spellings of one wildcard: the first stays.
    { text: policy('"mps:a**",«"mps:a*"»'), messages: ['covered'], fixed: policy('"mps:a**"') },
    { text: policy('"permid/1",1,«"permid/1"»'), messages: ['duplicate'], fixed: policy('"permid/1",1') },
  ],
});

const on = (actions: string, resource: string): string =>
  `{"statement":[{"action":[${actions}],"resource":${resource}}]}`;

testRule('redundant-action', {
  catalogue: shopCatalogue,
  // What has no resource-level support is not in a wildcard on some resources.
  valid: [on('"shop:List","shop:*"', '"qcs::shop:::cart/1"'), on('"*","shop:List"', '["qcs::shop:::cart/*"]')],
  invalid: [
    { text: on('«"shop:List"»,"shop:*"', '"*"'), messages: ['covered'] },
    { text: on('«"shop:List"»,"shop:*"', '["qcs::shop:::cart/1","*"]'), messages: ['covered'] },
    { text: on('«"shop:Pay"»,"shop:*"', '"qcs::shop:::cart/1"'), messages: ['covered'] },
    { text: on('"shop:List",«"shop:List"»', '"qcs::shop:::cart/1"'), messages: ['duplicate'] },
  ],
});

describe('redundant-action', () => {
  it('stays quick on many actions and many wildcards', () => {
    const many = Array.from(
      { length: asMuchAs(2000, 200) },
      (_, index) => `"mps:${index % 2 ? '*' : ''}Get${String(index).padStart(6, '0')}*"`,
    );
    assert.equal(findingsOf('redundant-action', policy(many.join())).length, 0);
    const same = policy(Array.from({ length: asMuchAs(5000, 500) }, () => '"mps:*"').join());
    const findings = findingsOf('redundant-action', same);
    assert.equal(findings.length, asMuchAs(5000, 500) - 1);
    assert.equal(findings.at(-1)?.fix?.edits().length, 1);
  });
});
