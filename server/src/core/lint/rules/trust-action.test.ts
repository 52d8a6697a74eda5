import { testRule } from '../../../../test/rule-tester.js';

const trust = (actions: string, principal = '{"service":"cvm.qcloud.com"}'): string =>
  `{"statement":[{"effect":"allow","principal":${principal},"action":${actions}}]}`;
const saml = '{"federated":["qcs::cam::uin/1:saml-provider/idp"]}';
const oidc = '{"federated":"qcs::cam::uin/1:oidc-provider/idp"}';

const withCondition = (text: string, keys: string): string =>
  text.replace(/\}\]\}$/u, `,"condition":{"string_equal":{${keys}}}}]}`);

const both = '{"federated":["qcs::cam::uin/1:oidc-provider/idp","qcs::cam::uin/1:saml-provider/idp"]}';

testRule('trust-action', {
  valid: [
    trust('"name/sts:AssumeRole"'),
    trust('"sts:AssumeRole*"'),
    trust('"sts:*"'),
    trust('"sts:AssumeRoleWithSAML"', saml),
    withCondition(trust('"sts:AssumeRoleWithWebIdentity"', oidc), '"oidc:iss":"https://a","oidc:aud":["b"]'),
    // Whatever is denied needs no more.
    trust('"sts:AssumeRoleWithWebIdentity"', oidc).replace('allow', 'deny'),
    // A bucket policy for a service.
    '{"statement":[{"effect":"allow","principal":{"service":"cos.qcloud.com"},"action":"cos:PutObject","resource":"*"}]}',
    '{"statement":[{"effect":"allow","principal":{"qcs":["*"]},"action":"cos:PutObject"}]}',
    '{"statement":[{"effect":"allow","action":["sts:AssumeRole","cos:*"],"resource":"*"}]}',
    trust('[]'),
    trust('"sts"'),
  ],
  invalid: [
    {
      text: trust('["sts:AssumeRole",«"cos:GetObject"»]'),
      messages: ['other'],
      severity: 'warning',
      says: '`cos:GetObject`',
      fixed: null,
    },
    { text: trust('«"*"»'), messages: ['other'] },
    { text: trust('[«"name/sts:GetFederationToken"»]'), messages: ['other'] },
    {
      text: trust('«"name/sts:AssumeRole"»', saml),
      messages: ['saml'],
      fixed: null,
      suggested: [trust('"name/sts:AssumeRoleWithSAML"', saml)],
    },
    {
      text: trust('[«"sts:AssumeRole"»]', oidc),
      messages: ['saml'],
      suggested: [trust('["sts:AssumeRoleWithWebIdentity"]', oidc)],
    },
    // Each provider needs its own action.
    {
      text: trust('«"name/sts:AssumeRole"»', both),
      messages: ['mixed'],
      fixed: null,
      suggested: [trust('["name/sts:AssumeRoleWithSAML","name/sts:AssumeRoleWithWebIdentity"]', both)],
      preferred: [false],
    },
    {
      text: trust('["sts:AssumeRoleWithSAML",«"sts:AssumeRole"»]', both),
      messages: ['mixed'],
      suggested: [trust('["sts:AssumeRoleWithSAML","sts:AssumeRoleWithWebIdentity"]', both)],
    },
    // Documents require the issuer and the client of a token.
    {
      text: trust('«"sts:AssumeRoleWithWebIdentity"»', oidc),
      messages: ['conditions'],
      severity: 'warning',
      says: '`oidc:iss` and `oidc:aud`',
      fixed: null,
    },
    {
      text: withCondition(trust('[«"sts:AssumeRoleWithWebIdentity"»]', oidc), '"oidc:iss":"https://a"'),
      messages: ['conditions'],
      says: 'needs `oidc:aud` under',
    },
  ],
});
