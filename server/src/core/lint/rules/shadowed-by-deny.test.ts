import { testRule } from '../../../../test/rule-tester.js';

const statement = (effect: string, action: string, resource = '"*"', more = ''): string =>
  `{"effect":"${effect}","action":${action},"resource":${resource}${more}}`;
const policy = (...statements: string[]): string => `{"statement":[${statements.join(',')}]}`;
const app = (id: string): string => `"qcs::trtc::uin/1:sdkappid/${id}"`;

testRule('shadowed-by-deny', {
  valid: [
    policy(statement('allow', '"trtc:*"'), statement('deny', '"trtc:RemoveUser"')),
    policy(statement('allow', '"trtc:RemoveUser"'), statement('deny', '"trtc:RemoveUser"', app('1'))),
    policy(
      statement('allow', '"trtc:RemoveUser"'),
      statement('deny', '"trtc:*"', '"*"', ',"condition":{"ip_not_equal":{"qcs:ip":"10.0.0.0/8"}}'),
    ),
    policy(statement('allow', '"trtc:RemoveUser"'), statement('deny', '"mps:*"')),
    policy(statement('deny', '"*"')),
    // Another principal.
    policy(
      statement('allow', '"cos:GetObject"', '"*"', ',"principal":{"qcs":["qcs::cam::uin/1:uin/2"]}'),
      statement('deny', '"cos:*"', '"*"', ',"principal":{"qcs":["qcs::cam::uin/1:uin/3"]}'),
    ),
    // Each a part of it: together they may cover it, but nobody can tell from one.
    policy(
      statement('allow', '"trtc:RemoveUser"', `[${app('1')},${app('2')}]`),
      statement('deny', '"trtc:RemoveUser"', app('1')),
      statement('deny', '"trtc:RemoveUser"', app('2')),
    ),
  ],
  invalid: [
    {
      text: policy(statement('allow', '["trtc:DismissRoom",«"trtc:RemoveUser"»]'), statement('deny', '"trtc:Remove*"')),
      messages: ['shadowed'],
      severity: 'warning',
      says: 'statement 2',
      fixed: null,
      suggested: [],
    },
    {
      text: policy(statement('deny', '"name/trtc:*"'), statement('allow', '«"trtc:RemoveUser"»', app('1'))),
      messages: ['shadowed'],
      says: 'statement 1',
    },
    {
      text: policy(
        statement('allow', '«"trtc:RemoveUser"»', `[${app('1')},${app('2')}]`),
        statement('deny', '"trtc:RemoveUser"', app('*')),
      ),
      messages: ['shadowed'],
    },
    {
      text: policy(
        statement('allow', '[«"cos:GetObject"»]', '"*"', ',"principal":{"qcs":["qcs::cam::uin/1:uin/2"]}'),
        statement('deny', '"cos:*"', '"*"', ',"principal":"*"'),
      ),
      messages: ['shadowed'],
    },
    {
      text: policy(statement('allow', '[«"*"»,«"mps:*"»]'), statement('deny', '"*"')),
      messages: ['shadowed'],
    },
  ],
});
