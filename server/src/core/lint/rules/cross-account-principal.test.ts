import { testRule } from '../../../../test/rule-tester.js';

const of = (principals: string, rest: string, effect = 'allow'): string =>
  `{"statement":[{"effect":"${effect}","principal":{"qcs":[${principals}]},${rest}}]}`;
const bucket = '"action":"cos:GetObject","resource":"qcs::cos:gz:uid/1250000000:b-1250000000/*"';
const trust = '"action":"sts:AssumeRole"';

testRule('cross-account-principal', {
  valid: [
    of('"qcs::cam::uin/1:uin/2","qcs::cam::uin/1:uin/3"', bucket),
    of('"qcs::cam::uin/1:root"', bucket),
    of('"*","qcs::cam::uin/<account>:root"', trust),
    of('"qcs::cam::uin/1:uin/2"', '"action":"x:Y","resource":"qcs::x::uin/1:a"'),
    of('"qcs::cam::uin/1:uin/2"', '"action":"x:Y","resource":["qcs::x::uin/3:a","*"]'),
    of('"qcs::cam::uin/1:root","qcs::cam::uin/2:root"', bucket, 'deny'),
    of('"qcs::cam::uin/1:uin/2"', trust),
    '{"statement":[{"effect":"allow","principal":{"service":["cvm.qcloud.com"]},"action":"sts:AssumeRole"}]}',
  ],
  invalid: [
    {
      text: of('«"qcs::cam::uin/1:uin/2"»,"qcs::cam::uin/1:uin/3"', '"action":"x:Y","resource":"qcs::x::uin/9:a"'),
      messages: ['resource'],
      severity: 'information',
      says: '9',
      fixed: null,
    },
    { text: of('"qcs::cam::uin/1:uin/2",«"qcs::cam::uin/4:uin/5"»', bucket), messages: ['several'], says: '4 and 1' },
    { text: of('«"qcs::cam::uin/1:root"»', trust), messages: ['role'], severity: 'hint' },
    { text: of('«"qcs::cam::uin/1:uin/1"»', trust), messages: ['role'], severity: 'hint' },
    {
      text: '{"principal":{"qcs":["qcs::cam::uin/1:uin/2",«"qcs::cam::uin/4:uin/5"»]},"statement":[{"effect":"allow","action":"cos:GetObject","resource":"*"}]}',
      messages: ['several'],
    },
  ],
});

// The configuration tells whose policies they are.
testRule('cross-account-principal', {
  account: { uin: '1' },
  valid: [of('"qcs::cam::uin/1:root"', trust), of('"qcs::cam::uin/1:uin/2"', bucket)],
  invalid: [
    {
      text: of('«"qcs::cam::uin/4:root"»', trust),
      messages: ['foreign'],
      says: '4 is not your account. Yours is 1',
      fixed: null,
    },
    { text: of('"qcs::cam::uin/1:uin/2",«"qcs::cam::uin/4:uin/5"»', bucket), messages: ['foreign'] },
    { text: of('«"qcs::cam::uin/1:root"»', '"action":"x:Y","resource":"qcs::x::uin/9:a"'), messages: ['resource'] },
  ],
});
