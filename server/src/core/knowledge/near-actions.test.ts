import assert from 'node:assert/strict';
import { sampleOf } from '../../../test/sampling.js';
import { shippedCatalogue as catalogue } from '../../../test/shipped-catalogue.js';
import { nearActions } from './near-actions.js';
import { areOpposite, meanOpposite, verbOf } from './verbs.js';

const service = (id: string) => catalogue.service(id) ?? assert.fail(id);
const names = (id: string, name: string): readonly string[] => nearActions(service(id), name).map((near) => near.name);

const flips: readonly (readonly [string, string])[] = [
  ['Create', 'Delete'],
  ['Add', 'Remove'],
  ['Attach', 'Detach'],
  ['Bind', 'Unbind'],
  ['Associate', 'Disassociate'],
  ['Register', 'Deregister'],
  ['Start', 'Stop'],
  ['Enable', 'Disable'],
  ['Open', 'Close'],
  ['Push', 'Pull'],
  ['Import', 'Export'],
  ['Lock', 'Unlock'],
  ['Allocate', 'Release'],
  ['Grant', 'Revoke'],
  ['Suspend', 'Resume'],
  ['Upload', 'Download'],
  ['Encrypt', 'Decrypt'],
  ['Run', 'Stop'],
  ['Begin', 'End'],
  ['Login', 'Logout'],
  ['Create', 'Erase'],
  ['Create', 'Clean'],
  ['Renew', 'Refund'],
  ['Handle', 'Ignore'],
  ['Copy', 'Move'],
  ['Deploy', 'Delete'],
  ['Set', 'Clear'],
  ['Set', 'Reset'],
  ['Reserve', 'Release'],
  ['Auto', 'Manual'],
];

describe('names of actions that are near', () => {
  it('speak of nearly the same thing', () => {
    assert.deepEqual(names('sts', 'AssumeRoleWithOIDC'), []);
    assert.ok(!names('vpc', 'DescribeVpnGw').includes('DescribeVpcEx'));
    assert.deepEqual(names('cos', 'ListBucket').slice(0, 1), ['GetBucket']);
    assert.deepEqual(names('cvm', 'StopInstance').slice(0, 1), ['StopInstances']);
  });

  it('never do the opposite: every name of the catalogue with its verb turned around', () => {
    let asked = 0;
    for (const { service: id } of sampleOf(catalogue.summaries, 5))
      for (const { name } of service(id).actions())
        for (const [one, other] of flips) {
          const flipped = name.startsWith(one)
            ? other + name.slice(one.length)
            : name.startsWith(other)
              ? one + name.slice(other.length)
              : undefined;
          if (flipped === undefined || service(id).action(flipped)) continue;
          asked++;
          for (const near of names(id, flipped)) {
            assert.notEqual(near, name, `${id}:${flipped}`);
            assert.ok(!areOpposite(verbOf(near), verbOf(flipped)), `${id}:${flipped} → ${near}`);
          }
        }
    assert.ok(asked > 300, String(asked));
  });

  it('do not change what was only to be read, nor read what was to be changed', () => {
    assert.ok(!names('trtc', 'DescribeUserRemove').includes('RemoveUser'));
    for (const near of names('mps', 'GetMediaProcess')) assert.match(near, /^(?:Describe|Get|List)/u);
    assert.deepEqual(
      names('cvm', 'DescribeInstance').filter((near) => !near.startsWith('Describe')),
      [],
    );
  });

  it('take a misspelt verb for what it is near to', () => {
    assert.deepEqual(names('mps', 'ProccessMedia')[0], 'ProcessMedia');
    assert.deepEqual(names('trtc', 'DismisRoom')[0], 'DismissRoom');
    assert.deepEqual(names('cmqqueue', 'Sendmessages')[0], 'SendMessage');
    assert.deepEqual(names('trtc', 'unbindroom'), []);
  });

  it('know other clouds’ verbs', () => {
    assert.ok(names('cvm', 'ListInstances').includes('DescribeInstances'));
  });

  it('call a slip only what is one, and of two letters only in a list that is complete', () => {
    const isSlip = (id: string, name: string): boolean => nearActions(service(id), name)[0]?.slip === true;
    assert.ok(isSlip('mps', 'ProccessMedia'));
    assert.ok(isSlip('trtc', 'RemoveUsr'));
    assert.ok(isSlip('trtc', 'RemoveUzzr'));
    assert.ok(isSlip('cvm', 'DescribeInstancess'));
    assert.ok(!isSlip('cvm', 'DescribeInstancesss'), 'the list of cvm is not complete');
    assert.ok(!isSlip('cvm', 'ListInstances'));
    assert.ok(!isSlip('trtc', 'CreateRoom'));
  });
});

describe('opposites', () => {
  it('are told by their words', () => {
    for (const [one, other] of flips) assert.ok(areOpposite(one, other) && areOpposite(other, one), one);
    for (const [a, b] of [
      ['DescribeInboundRules', 'DescribeOutboundRules'],
      ['AddWhiteList', 'AddBlackList'],
      ['BindAcl', 'UnBindAcl'],
      ['SetPublicAccess', 'SetPrivateAccess'],
      ['ModifyMasterUser', 'ModifySlaveUser'],
    ] as const)
      assert.ok(meanOpposite(a, b) && meanOpposite(b, a), `${a} ${b}`);
    for (const [a, b] of [
      ['DescribeInstance', 'DescribeInstances'],
      ['ListUsers', 'DescribeUsers'],
      ['CreateUser', 'AddUser'],
    ] as const)
      assert.ok(!meanOpposite(a, b), `${a} ${b}`);
  });
});
