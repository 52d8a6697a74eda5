import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';
import { maxKeyLookups } from '../limits.js';

const policy = (actions: readonly string[], condition: string, effect = 'allow'): string =>
  `{"statement":[{"effect":"${effect}","action":${JSON.stringify(actions)},"condition":{${condition}}}]}`;
const prefix = '"string_equal":{"cos:prefix":"a"}';
const marked = '"string_equal":{«"cos:prefix"»:"a"}';

testRule('condition-key-action', {
  catalogue: shippedCatalogue,
  valid: [
    policy(['cos:GetBucket'], prefix),
    policy(['name/cos:GetBucket'], prefix),
    policy(['cos:GetBucketObjectVersions', 'cos:ListMultipartUploads'], prefix),
    policy(['cos:getbucket'], prefix),
    // Of all services.
    policy(['cvm:RunInstances'], '"ip_equal":{"qcs:ip":"10.0.0.1"}'),
    policy(['cvm:RunInstances'], '"for_any_value:string_equal":{"qcs:resource_tag":["a&b"]}'),
    // A wildcard that stands for one that has it, or may.
    policy(['cos:*'], prefix),
    policy(['cos:Get*'], prefix),
    policy(['*'], prefix),
    policy(['c*:PutObject'], prefix),
    policy(['permid/280655'], prefix),
    policy(['cvm:*'], prefix),
    policy(['cvm:Describe*'], '"string_equal":{"vpc:region":"sh"}'),
    // Nobody knows the action, the service or the key.
    policy(['cos:NoSuchAction'], prefix),
    policy(['nosuch:PutObject'], prefix),
    policy(['cvm:RunInstances'], '"string_equal":{"vpc:nosuch":"a"}'),
    policy(['cvm:RunInstances'], '"string_equal":{"nosuch:region":"a"}'),
    // Another rule tells of the operator.
    policy(['cos:PutObject'], '"StringEquals":{"cos:prefix":"a"}'),
    // Whether the key is there is what is asked.
    policy(['cos:PutObject'], '"null_equal":{"cos:prefix":"true"}'),
    // On the request with a body and on any that may have one.
    policy(['cos:PutObject', 'cos:UploadPart'], '"string_like":{"cos:content-type":"image/*"}'),
    policy(['cos:DeleteMultipleObjects'], '"numeric_less_than":{"cos:content-length":10}'),
    policy(['cos:PutObject', 'cos:ListParts'], '"string_like":{"cos:content-type":"image/*"}'),
    // Taken by others than the service it is named after.
    policy(['cos:GetObject'], '"string_equal":{"vpc:requester_vpc":"vpc-1"}'),
    policy(['cls:SearchLog'], '"string_equal":{"vpc:requester_vpc":"vpc-1"}'),
    policy(['ci:CreateMediaJobs'], prefix),
    // As documents show it.
    policy(['vpc:AcceptVpcPeeringConnection'], '"string_equal_if_exist":{"vpc:region":"sh"}'),
    policy(['bm:RebootDevice'], '"for_all_value:string_equal_if_exist":{"bmvpc:unVpcId":["vpc-1"]}'),
    policy(['sts:AssumeRoleWithSAML'], '"string_equal":{"saml:aud":"x"}'),
    // A restriction that may be meant: those that have the key are restricted, the others are not.
    policy(['cos:GetObject', 'cos:PutObject'], '"string_equal_if_exist":{"cos:response-content-type":"a"}'),
    policy([], prefix),
    policy(['cos:PutObject'], prefix, 'maybe'),
  ],
  invalid: [
    {
      text: policy(['cos:PutObject'], marked),
      messages: ['allow'],
      severity: 'warning',
      says: 'list it for `GetBucket`, `GetBucketObjectVersions`, `ListMultipartUploads`, `ListLiveChannels` only',
      fixed: null,
    },
    { text: policy(['cos:PutObject'], marked, 'deny'), messages: ['deny'], says: 'denies nothing' },
    { text: policy(['name/cos:PutObject', 'cos:PostObject'], marked), messages: ['allow'] },
    // Of the actions that the key has, the wildcard stands for none.
    { text: policy(['cos:Put*'], marked), messages: ['allow'], severity: 'warning' },
    {
      text: policy(['cos:GetBucket'], '"string_like":{«"cos:content-type"»:"image/*"}'),
      messages: ['body'],
      severity: 'information',
      says: 'have no body',
    },
    {
      text: policy(['cvm:RunInstances'], '"string_equal":{«"vpc:region"»:"sh"}'),
      messages: ['allow'],
      severity: 'warning',
      says: 'a key of `vpc`',
    },
    { text: policy(['cvm:RunInstances'], '"string_equal":{«"vpc:subnet"»:"s"}'), messages: ['allow'] },
    { text: policy(['trtc:*'], marked), messages: ['allow'], says: 'a key of `cos`' },
    { text: policy(['cvm:RunInstances'], '"string_not_equal":{«"vpc:region"»:"sh"}'), messages: ['unclear'] },
    { text: policy(['cos:PutObject'], '"string_not_equal":{«"cos:prefix"»:"a"}', 'deny'), messages: ['deny'] },
    {
      text: policy(['cos:PutObject'], '"string_equal_if_exist":{«"cos:prefix"»:"a"}'),
      messages: ['met'],
      says: 'Where a key is missing, `string_equal_if_exist` is met',
    },
    { text: policy(['cos:PutObject'], '"for_all_value:string_equal":{«"cos:prefix"»:"a"}'), messages: ['met'] },
    {
      text: policy(['cos:GetBucket', 'cos:PutObject'], marked),
      messages: ['some'],
      severity: 'information',
      says: 'One is `cos:PutObject`',
    },
    { text: policy(['cos:NoSuchAction', 'cos:PutObject'], marked), messages: ['some'] },
    { text: policy(['nonsense', 'cos:PutObject'], marked), messages: ['allow'] },
    {
      text: policy(['vpc:AcceptVpcPeeringConnection'], '"string_equal":{«"vpc:subnet"»:"a"}'),
      messages: ['allow'],
      severity: 'information',
      says: 'as of 2022-06-08',
    },
    {
      text: policy(['cos:GetObject'], '"numeric_equal":{«"cvm_system_disk_size"»:10}'),
      messages: ['allow'],
      says: 'a key of `cvm`',
    },
  ],
});

describe('condition-key-action in a long policy', () => {
  it('looks at so many pairs of keys and actions only', () => {
    const keys = ['cos:prefix', 'vpc:region', 'cvm_system_disk_size'].map((key) => `"${key}":"a"`).join();
    const foundWith = (count: number): number =>
      findingsOf(
        'condition-key-action',
        policy(
          Array.from({ length: count }, () => 'cos:PutObject'),
          `"string_equal":{${keys}}`,
        ),
        shippedCatalogue,
      ).length;
    assert.equal(foundWith(10), 3);
    // Two keys' worth of look-ups, and no third one.
    assert.equal(foundWith(Math.floor(maxKeyLookups / 2)), 2);
    assert.equal(foundWith(maxKeyLookups + 1), 0);
  });
});
