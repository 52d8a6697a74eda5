import { testRule } from '../../../../test/rule-tester.js';

const statement = (action: string, resource: string, more = ''): string =>
  `{"effect":"allow","action":${action},"resource":${resource}${more}}`;
const policy = (...statements: string[]): string => `{"statement":[${statements.join(',')}]}`;
const app = 'qcs::trtc::uin/100000000001:sdkappid/1400000000';

testRule('narrowable-resource', {
  valid: [
    policy(statement('"trtc:DismissRoom"', `"${app}"`)),
    // Cannot be restricted.
    policy(statement('"trtc:CreateTrtcApp"', '"*"')),
    // Not known.
    policy(statement('["cvm:RunInstances","nosuch:Thing"]', '"*"')),
    // Changes nothing.
    policy(statement('"trtc:DescribeCallDetail"', '"*"')),
    // Its only documented resource is no narrower.
    policy(statement('"trtc:*"', '"*"')),
    policy(statement('"trtc:DismissRoom"', '"*"', ',"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}')),
    '{"statement":[{"effect":"deny","action":"trtc:DismissRoom","resource":"*"}]}',
  ],
  invalid: [
    {
      text: policy(statement('"trtc:DismissRoom"', '«"*"»')),
      messages: ['one'],
      severity: 'hint',
      says: '`qcs::trtc:::sdkappid/*`',
      fixed: null,
      suggested: [policy(statement('"trtc:DismissRoom"', '["qcs::trtc:::sdkappid/*"]'))],
    },
    // The account that the policy names elsewhere.
    {
      text: policy(
        statement('["trtc:DismissRoom","trtc:RemoveUser"]', '[«"*"»]'),
        statement('"trtc:RemoveUser"', `"${app}"`),
      ),
      messages: ['many'],
      suggested: [
        policy(
          statement('["trtc:DismissRoom","trtc:RemoveUser"]', '["qcs::trtc::uin/100000000001:sdkappid/*"]'),
          statement('"trtc:RemoveUser"', `"${app}"`),
        ),
      ],
    },
    // Of two accounts none.
    {
      text: policy(
        statement('"trtc:DismissRoom"', '«"*"»'),
        statement('"trtc:RemoveUser"', `["${app}","qcs::trtc::uin/100000000002:sdkappid/1"]`),
      ),
      messages: ['one'],
      says: '`qcs::trtc:::sdkappid/*`',
    },
    {
      text: policy(statement('["trtc:DismissRoom","trtc:CreateTrtcApp","cmqqueue:CreateQueue"]', '«"*"»')),
      messages: ['many'],
      suggested: [
        `{"statement":[{"effect":"allow","action":["trtc:CreateTrtcApp"],"resource":"*"}, {"effect":"allow","action":["trtc:DismissRoom","cmqqueue:CreateQueue"],"resource":["qcs::trtc:::sdkappid/*", "qcs::cmqqueue:::queueName/uin/*"]}]}`,
      ],
    },
    // Once per statement.
    {
      text: policy(statement('"cvm:TerminateInstances"', '«"*"»'), statement('"name/mps:CreateResource"', '«"*"»')),
      messages: ['one'],
    },
  ],
});
