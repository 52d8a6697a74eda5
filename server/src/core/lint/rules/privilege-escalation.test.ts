import type { Locale } from '../../text.js';
import { messageOf } from '../wording.js';
import { rules } from './index.js';
import assert from 'node:assert/strict';
import { spansIn } from '../../../../test/marks.js';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';
import { shippedCatalogue } from '../../../../test/shipped-catalogue.js';
import { escalations } from '../escalations.js';

const allow = (action: string, resource = '"*"', more = ''): string =>
  `{"effect":"allow","action":${action},"resource":${resource}${more}}`;
const deny = (action: string, more = ''): string => `{"effect":"deny","action":${action},"resource":"*"${more}}`;
const policy = (...statements: string[]): string => `{"statement":[${statements.join(',')}]}`;
const when = ',"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}';

testRule('privilege-escalation', {
  valid: [
    policy(allow('["cam:GetRole","cam:List*","sts:GetFederationToken"]')),
    // One role, one user: that is how rights are meant to be given.
    policy(allow('["cam:PassRole","sts:AssumeRole"]', '"qcs::cam::uin/1:roleName/MPS_QcsRole"')),
    policy(allow('"cam:CreateAccessKey"', '"qcs::cam::uin/${uin}:uin/${uin}"')),
    // CAM asks about `*` here, so this allows nothing.
    policy(allow('"cam:AttachUserPolicy"', '"qcs::cam::uin/1:uin/2"')),
    policy(allow('"cam:AttachUserPolicy"'), deny('"cam:Attach*"')),
    policy(allow('"cam:Attach*"'), deny('["cam:AttachUser*","cam:AttachGroup*","cam:AttachRole*"]')),
    policy(deny('"cam:*"')),
    // Denied under the condition under which it is allowed, and on two halves of the resources together.
    policy(allow('"cam:AttachUserPolicy"', '"*"', when), deny('"cam:Attach*"', when)),
    policy(
      allow('"cam:PassRole"', '["qcs::cam:gz:uin/1:roleName/*","qcs::cam:ap-beijing:uin/1:roleName/*"]'),
      '{"effect":"deny","action":"cam:PassRole","resource":"qcs::cam:ap-guangzhou:uin/1:*"}',
      '{"effect":"deny","action":"cam:PassRole","resource":["qcs::cam:bj:uin/1:roleName/*"]}',
    ),
    // What a wildcard of a region stands for is in no document: it is not said that the deny misses it.
    policy(
      allow('"cam:PassRole"', '"qcs::cam::uin/1:roleName/*"'),
      '{"effect":"deny","action":"cam:PassRole","resource":"qcs::cam:*:uin/1:roleName/*"}',
    ),
    // Told by allow-all.
    policy(allow('"*"'), allow('"cam:AttachUserPolicy"')),
    // Who may assume a role is said in its trust policy.
    '{"statement":[{"effect":"allow","principal":{"qcs":["qcs::cam::uin/1:root"]},"action":"name/sts:AssumeRole"}]}',
  ],
  invalid: [
    {
      text: policy(allow('["cam:GetRole",«"cam:AttachUserPolicy"»]')),
      messages: ['one'],
      severity: 'warning',
      says: 'AdministratorAccess',
      fixed: null,
      suggested: [],
    },
    { text: policy(allow('«"name/cam:UpdateAssumeRolePolicy"»')), messages: ['one'], says: 'trust policy' },
    { text: policy(allow('«"cam:PassRole"»', '"qcs::cam::uin/1:roleName/*"')), messages: ['one'] },
    { text: policy(allow('«"sts:AssumeRole"»', '"*"', when)), messages: ['one'] },
    { text: policy(allow('«"cam:Attach*"»')), messages: ['wildcard'], says: '`cam:AttachUserPolicy`' },
    { text: policy(allow('«"cam:*"»')), messages: ['many'], says: 'in 9 ways' },
    // A way is told once, at its first action, wherever the others stand.
    {
      text: policy(
        allow('[«"cam:CreateAccessKey"»,«"cam:AddUserToGroup"»]'),
        allow('["cam:CreateApiKey",«"cam:UpdatePolicy"»]'),
      ),
      messages: ['one'],
    },
    // Denied only sometimes, only elsewhere, or only a part of it.
    { text: policy(allow('«"cam:UpdatePolicy"»'), deny('"cam:UpdatePolicy"', when)), messages: ['one'] },
    { text: policy(allow('«"cam:Attach*"»'), deny('"cam:AttachUserPolicy"')), messages: ['wildcard'] },
    // Every action on CAM's resources is not all there is.
    { text: policy(allow('"*"', '"qcs::cos:::*"'), allow('«"cam:UpdateUser"»')), messages: ['one'] },
  ],
});

describe('privilege-escalation', () => {
  it('points to what leads to the same and says what another action adds, also in other statements', () => {
    const { text, spans } = spansIn(
      policy(
        allow('["cam:PassRole",«"cam:CreatePolicy"»]', '"qcs::cam::uin/1:roleName/a"'),
        allow('["cam:AttachUserPolicy",«"cam:AttachGroupPolicy"»]'),
      ),
    );
    const [finding] = findingsOf('privilege-escalation', text);
    assert.deepEqual(
      finding?.related?.map(({ messageId, span: { start, end } }) => [messageId, start, end]),
      [
        ['same', spans[1]?.start, spans[1]?.end],
        ['with', spans[0]?.start, spans[0]?.end],
      ],
    );
    const said = (locale: Locale) =>
      finding.related?.map((related) => messageOf(rules, 'privilege-escalation', related, locale));
    assert.deepEqual(said('en'), [
      '`cam:AttachGroupPolicy` does so, too. With it they can attach any policy, even AdministratorAccess, to themselves, their group or a role that they use.',
      'With `cam:CreatePolicy` they can also write the policy that they attach, with any rights in it.',
    ]);
    assert.deepEqual(said('zh')?.[1], '凭 `cam:CreatePolicy` 还可自行编写所关联的策略，写入任意权限。');
  });

  it('speaks of actions that the catalogue knows', () => {
    for (const { actions, ...way } of Object.values(escalations))
      for (const text of [...actions, ...('with' in way ? way.with.map(({ action }) => action) : [])]) {
        const [service = '', name = ''] = text.split(':');
        assert.ok(shippedCatalogue.service(service)?.action(name), text);
      }
  });
});
