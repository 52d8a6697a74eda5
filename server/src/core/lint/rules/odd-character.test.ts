import { testRule } from '../../../../test/rule-tester.js';

const policy = (action: string, resource = '"*"', condition = ''): string =>
  `{"version":"2.0","statement":[{"effect":"allow","action":[${action}],"resource":[${resource}]${condition}}]}`;
const when = (condition: string): string => policy('"cos:GetObject"', '"*"', `,"condition":${condition}`);

testRule('odd-character', {
  valid: [
    policy('"mps:ProcessMedia"'),
    // Full-width characters are another rule's business.
    policy('"mps：ProcessMedia"'),
    policy('"mps:＊"'),
    policy('"cos:GetObject"', '"qcs::cos::uid/1250000000:b-1250000000/图片/а–b.png"'),
    // Names of objects may be any UTF-8: emojis and scripts whose signs are joined among them.
    ...['❤️/*', '👩‍💻/a', 'क्‍ष/*', '机密：2024/*'].map((path) =>
      policy('"cos:GetObject"', `"qcs::cos:ap-guangzhou:uid/1250000000:b-1250000000/${path}"`),
    ),
    policy('"cvm:*"', '"qcs：：cvm：：：instance/*"'),
    when('{"string_equal":{"qcs:resource_tag/部门":"销售​"}}'),
  ],
  invalid: [
    {
      text: policy('«"mps:\u200bProcessMedia"»'),
      messages: ['invisible'],
      severity: 'error',
      says: 'U+200B (zero-width space), stands behind "mps:"',
      fixed: policy('"mps:ProcessMedia"'),
    },
    { text: policy('«"mps:Process\u00adMedia\ufeff"»'), messages: ['invisible'], fixed: policy('"mps:ProcessMedia"') },
    {
      text: policy('«"mps:\u202eProcessMedia"»'),
      messages: ['direction'],
      says: 'U+202E (right-to-left override)',
      fixed: null,
      suggested: [policy('"mps:ProcessMedia"')],
    },
    {
      text: policy('«"соs:GetObject"»'),
      messages: ['look-alike'],
      says: 'U+0441',
      fixed: policy('"cos:GetObject"'),
    },
    { text: policy('«"cos:Get∗"»'), messages: ['look-alike'], fixed: policy('"cos:Get*"') },
    { text: policy('«"cos:Lıst*"»'), messages: ['look-alike'], fixed: policy('"cos:List*"') },
    {
      text: policy('"cvm:*"', '«"qcs::cvm:ap‑guangzhou::instance/ins-1\u200b"»'),
      messages: ['look-alike'],
      fixed: policy('"cvm:*"', '"qcs::cvm:ap-guangzhou::instance/ins-1"'),
    },
    // A wildcard that none was is more than what stands there.
    ...['∗', 'a＊b'].map((name) => ({
      text: policy('"cos:*"', `«"qcs::cos::uid/1250000000:b-1250000000/${name}"»`),
      messages: ['look-alike-named'],
      severity: 'warning' as const,
      fixed: null,
      suggested: [policy('"cos:*"', `"qcs::cos::uid/1250000000:b-1250000000/${name.replace(/[∗＊]/u, '*')}"`)],
    })),
    {
      text: policy('"cvm:*"', '«"qcs::cvm:::instance/＊"»'),
      messages: ['look-alike'],
      severity: 'error',
      fixed: null,
      suggested: [policy('"cvm:*"', '"qcs::cvm:::instance/*"')],
    },
    {
      text: policy('"cos:*"', '«"qcs::cos::uid/1250000000:b-1250000000/a\u200b"»'),
      messages: ['invisible-named'],
      says: 'have it in their names',
      fixed: null,
      suggested: [policy('"cos:*"', '"qcs::cos::uid/1250000000:b-1250000000/a"')],
    },
    // Elsewhere than in the name they are as odd as in other resources.
    {
      text: policy('"cos:*"', '«"qcs::c\u200dos::uid/1250000000:b-1250000000/a"»'),
      messages: ['invisible'],
      severity: 'error',
      fixed: policy('"cos:*"', '"qcs::cos::uid/1250000000:b-1250000000/a"'),
    },
    { text: policy('"cos:*"', '«"qcs::cos∶ap-guangzhou:uid/1:b-1:机密：1"»'), messages: ['look-alike'] },
    {
      text: when('{«"string_\u200bequal"»:{«"qcs:іp"»:"x"}}'),
      messages: ['invisible', 'look-alike'],
      fixed: when('{"string_equal":{"qcs:іp":"x"}}'),
    },
    {
      // A deny that is met while no request has the key denies less once it is mended.
      text: when('{"ip_not_equal":{«"qcs:\u200bip"»:"10.0.0.0/8"}}').replace('allow', 'deny'),
      messages: ['invisible'],
      fixed: null,
      suggested: [when('{"ip_not_equal":{"qcs:ip":"10.0.0.0/8"}}').replace('allow', 'deny')],
    },
    {
      text: '{"version":"2.0","principal":{"qcs":[«"qcs::cam::uin/1:uin/1\u200b"»]},"statement":[]}',
      messages: ['invisible'],
      fixed: '{"version":"2.0","principal":{"qcs":["qcs::cam::uin/1:uin/1"]},"statement":[]}',
    },
  ],
});
