import assert from 'node:assert/strict';
import { applyEdits } from '../../span.js';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';

const app = 'qcs::trtc::uin/1:sdkappid/1400000000';
const one = (action: string, resource = app, effect = 'allow'): string =>
  `{"effect":"${effect}","action":["${action}"],"resource":["${resource}"]}`;
const policy = (...statements: readonly string[]): string => `{"statement":[${statements.join()}]}`;

testRule('wildcard-left-out', {
  catalogue: shippedCatalogue,
  valid: [
    policy(one('trtc:*', '*')),
    policy(one('trtc:*', 'qcs::trtc::uin/1:*')),
    policy(one('trtc:DismissRoom')),
    // All of them are operation-level, which is an error of its own.
    policy(one('trtc:CreateTrtcApp*')),
    // None is known to be.
    policy(one('cvm:Terminate*', 'qcs::cvm:::instance/ins-1')),
    policy(one('nosuch:*', 'qcs::nosuch:::a/b')),
    policy(one('*', 'qcs::cvm:::instance/ins-1')),
    // Another statement speaks of them.
    policy(one('trtc:*'), one('trtc:*', '*')),
    policy(one('trtc:*'), one('*', '*')),
    policy(one('trtc:*'), one('trtc:*', 'qcs::trtc:::*')),
    policy(
      one('trtc:*'),
      `{"effect":"allow","action":"trtc:*","resource":"*","condition":{"ip_equal":{"qcs:ip":"::1"}}}`,
    ),
    // Or takes them away.
    policy(one('trtc:*'), one('trtc:*', '*', 'deny')),
    // What a deny leaves out is not allowed anyway.
    policy(one('trtc:DismissRoom'), one('trtc:*', app, 'deny')),
    // A bucket's policy speaks of the bucket.
    `{"statement":[{"principal":{"qcs":["*"]},"effect":"allow","action":["cos:*"],"resource":["qcs::cos:::b-1250000000/*"]}]}`,
    policy('{"effect":"allow","action":["trtc:*"],"resource":["*:*"]}'),
    policy('{"action":["trtc:*"],"resource":["qcs::trtc:::sdkappid/1"]}'),
  ],
  invalid: [
    // A copy would have the mistake, too.
    {
      text: policy('{"effect":"allow","action":[«"trtc:*"»,],"resource":"' + app + '"}'),
      messages: ['allow'],
      suggested: [],
    },
    {
      text: policy(one('trtc:*').replace('"trtc:*"', '«"trtc:*"»')),
      messages: ['allow'],
      severity: 'information',
      says: 'does not allow 25 actions here',
      fixed: null,
    },
    {
      text: policy(one('trtc:*', app, 'deny').replace('"trtc:*"', '«"trtc:*"»')),
      messages: ['deny'],
      says: 'does not deny 25 actions here',
    },
    {
      text: policy(one('cvm:*', 'qcs::cvm:ap-guangzhou::instance/*').replace('"cvm:*"', '«"cvm:*"»')),
      messages: ['allow'],
      says: 'One is `cvm:AllocateAddresses`',
    },
    {
      text: policy(one('tdmq:Describe*', 'qcs::tdmq:::topic/a').replace('"tdmq:Describe*"', '«"tdmq:Describe*"»')),
      messages: ['allow-one'],
      says: 'does not allow one action here: it needs resource "*". Give `tdmq:DescribeAMQPCreateQuota` a statement',
    },
    // What allows them does not deny them.
    {
      text: policy(one('trtc:*', app, 'deny').replace('"trtc:*"', '«"trtc:*"»'), one('trtc:*', '*')),
      messages: ['deny'],
    },
    { text: policy('{"effect":"allow","action":«"name/trtc:*"»,"resource":"' + app + '"}'), messages: ['allow'] },
    {
      text: policy(`{"effect":"allow","action":["cvm:A",«"trtc:*"»],"resource":["${app}","nonsense"]}`),
      messages: ['allow'],
    },
  ],
});

describe('wildcard-left-out', () => {
  const split = (text: string): string => {
    const [finding] = findingsOf('wildcard-left-out', text, shippedCatalogue);
    const [fix] = finding?.suggestions ?? [];
    assert.ok(fix);
    const after = applyEdits(text, fix.edits());
    assert.deepEqual(findingsOf('wildcard-left-out', after, shippedCatalogue), []);
    return after;
  };
  interface Statement {
    readonly action: readonly string[];
    readonly resource: string;
    readonly sid?: string;
    readonly condition?: unknown;
  }
  const statements = (text: string): readonly Statement[] =>
    (JSON.parse(text) as { statement: readonly Statement[] }).statement;

  it('adds a statement for what is left out, and for nothing that can be restricted', () => {
    const condition = '"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}';
    const text = policy(
      `{"sid":"a","effect":"allow","action":["trtc:DismissRoom","name/trtc:*"],"resource":["${app}"],${condition}}`,
    );
    const [first, second, ...rest] = statements(split(text));
    assert.ok(first && second);
    assert.deepEqual(rest, []);
    assert.deepEqual(first, statements(text)[0]);
    assert.deepEqual([second.resource, second.sid, second.condition], ['*', undefined, first.condition]);
    const service = shippedCatalogue.service('trtc');
    const granted = second.action.flatMap((action) => service?.matching(action.replace('name/trtc:', '')) ?? []);
    assert.ok(granted.length > 10);
    assert.ok(granted.every(({ level }) => level?.level === 'operation'));
    assert.equal(granted.length, service?.actions().filter(({ level }) => level?.level === 'operation').length);
  });

  it('leaves out what is granted already', () => {
    const [finding] = findingsOf(
      'wildcard-left-out',
      policy(one('trtc:*'), one('trtc:CreateTrtcApp', '*')),
      shippedCatalogue,
    );
    const [whole] = findingsOf('wildcard-left-out', policy(one('trtc:*')), shippedCatalogue);
    assert.equal(Number(whole?.data['count']) - Number(finding?.data['count']), 1);
  });

  it('keeps the layout of a list of its own lines, and of a lone statement', () => {
    const text = `{\n  "statement": {\n    "effect": "allow",\n    "action": "trtc:*",\n    "resource": "${app}"\n  }\n}`;
    const after = split(text);
    assert.equal(statements(after).length, 2);
  });
});
