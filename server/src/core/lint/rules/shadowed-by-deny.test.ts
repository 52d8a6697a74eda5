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
    // Together they leave a part.
    policy(
      statement('allow', '"trtc:RemoveUser"', `[${app('1')},${app('2')},${app('3')}]`),
      statement('deny', '"trtc:RemoveUser"', app('1')),
      statement('deny', '"trtc:RemoveUser"', app('2')),
    ),
    // Under another condition, or under one more.
    policy(
      statement('allow', '"trtc:RemoveUser"', '"*"', ',"condition":{"bool_equal":{"qcs:mfa":"true"}}'),
      statement(
        'deny',
        '"trtc:*"',
        '"*"',
        ',"condition":{"bool_equal":{"qcs:mfa":"true"},"ip_equal":{"qcs:ip":"10.0.0.0/8"}}',
      ),
    ),
    // A deny on resources misses what is asked with the lone *; no document says whether one on a whole service does.
    policy(statement('allow', '"trtc:RemoveUser"'), statement('deny', '"trtc:*"', '"qcs::trtc:::*"')),
    // Nor what wildcards stand for elsewhere than at the end.
    ...['qcs::cvm:gz::instance/****', 'qcs::cvm:gz::*/a', 'qcs::cvm:g*::instance/*', 'qcs::*:gz::instance/*'].map(
      (pattern) =>
        policy(
          statement('allow', '"cvm:RunInstances"', '"qcs::cvm:gz::instance/a"'),
          statement('deny', '"cvm:*"', `"${pattern}"`),
        ),
    ),
    policy(
      statement('allow', '"cvm:RunInstances"', '"qcs::cvm::uin/1:instance/a"'),
      statement('deny', '"cvm:*"', '"qcs::cvm::uin/*:instance/*"'),
    ),
    policy(statement('allow', '"permid/1"'), statement('deny', '"permid/2"')),
  ],
  invalid: [
    {
      // The same as itself.
      text: policy(
        statement('allow', '«"cvm:RunInstances"»', '"qcs::cvm:g*:uin/*:instance/*"'),
        statement('deny', '"cvm:*"', '"qcs::cvm:g*:uin/*:*"'),
      ),
      messages: ['shadowed'],
    },
    {
      text: policy(
        statement('allow', '«"trtc:RemoveUser"»', `[${app('1')},${app('2')}]`),
        statement('deny', '"trtc:RemoveUser"', app('1')),
        statement('deny', '"trtc:Remove*"', app('2')),
      ),
      messages: ['together'],
      says: 'statements 2, 3 together',
    },
    {
      text: policy(
        statement('allow', '«"trtc:RemoveUser"»', '"*"', ',"condition":{"bool_equal":{"qcs:mfa":"true"}}'),
        statement('deny', '"trtc:*"', '"*"', ',"condition":{"bool_equal":{"qcs:mfa":"true"}}'),
      ),
      messages: ['shadowed'],
    },
    {
      // Two names of one region.
      text: policy(
        statement('allow', '«"cvm:RunInstances"»', '"qcs::cvm:gz::instance/*"'),
        statement('deny', '"cvm:*"', '"qcs::cvm:ap-guangzhou::instance/*"'),
      ),
      messages: ['shadowed'],
    },
    {
      text: policy(
        statement('allow', '«"cos:GetObject"»', '"*"', ',"principal":{"qcs":["qcs::cam::uin/1:uin/2"]}'),
        statement('deny', '"cos:*"', '"*"', ',"principal":{"qcs":["qcs::cam::uin/1:uin/3","qcs::cam::uin/1:uin/2"]}'),
      ),
      messages: ['shadowed'],
    },
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
