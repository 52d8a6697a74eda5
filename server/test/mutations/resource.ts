/** Mistakes in resources and principals. */
import type { Mutation } from '../mutations.js';

const policy = (action: string, resource: string): string =>
  `{"version":"2.0","statement":[{"effect":"allow","action":["${action}"],"resource":${resource}}]}`;
const trust = (principal: string, action = 'sts:AssumeRole'): string =>
  `{"version":"2.0","statement":[{"effect":"allow","principal":${principal},"action":["${action}"]}]}`;
const bucket = (principal: string): string =>
  `{"version":"2.0","statement":[{"effect":"allow","principal":${principal},"action":["cos:GetObject"],"resource":["qcs::cos:ap-guangzhou:uid/1250000000:b-1250000000/*"]}]}`;

/** A mistake in the resource of an action; what the rule's fix or first suggestion leaves, where that is not the good policy. */
const inResource = (
  code: string,
  action: string,
  good: string,
  bad: string,
  fixed: string | null = good,
): Mutation => ({
  code,
  good: policy(action, good),
  bad: policy(action, bad),
  ...(fixed === null ? {} : { fixed: policy(action, fixed) }),
});

const cvm = 'cvm:TerminateInstances';
const instance = '["qcs::cvm:ap-guangzhou:uin/12345678:instance/ins-1"]';
const queue = '["qcs::cmqqueue:gz:uin/12345678:queueName/uin/3232/q"]';
const app = '["qcs::trtc::uin/12345678:sdkappid/1400000000"]';

const shape: readonly Mutation[] = [
  inResource('malformed-resource', cvm, instance, '[«"qcs::cvm:ap-guangzhou:uin/12345678: instance/ins-1"»]'),
  inResource('malformed-resource', cvm, instance, '[«"qcs：：cvm：ap-guangzhou：uin/12345678：instance/ins-1"»]'),
  inResource('malformed-resource', cvm, instance, '[«"qcs::ap-guangzhou:cvm:uin/12345678:instance/ins-1"»]'),
  inResource('malformed-resource', cvm, instance, '[«"qcs:cvm:ap-guangzhou:uin/12345678:instance/ins-1"»]'),
  inResource('malformed-resource', cvm, instance, '[«"qcs:::cvm:ap-guangzhou:uin/12345678:instance/ins-1"»]'),
  inResource(
    'malformed-resource',
    cvm,
    '["qcs::cvm:ap-guangzhou::instance/ins-1"]',
    '[«"qcs::cvm:ap-guangzhou:instance:ins-1"»]',
  ),
  inResource('malformed-resource', cvm, instance, '[«"acs:ecs:cn-hangzhou:1:instance/i-1"»]', null),
  inResource('resource-project', cvm, instance, '["qcs:«id/0»:cvm:ap-guangzhou:uin/12345678:instance/ins-1"]'),
  inResource('unknown-region', cvm, instance, '["qcs::cvm:«ap-guangzou»:uin/12345678:instance/ins-1"]'),
  inResource('unknown-region', cvm, instance, '["qcs::cvm:«ap-guangzhou-2»:uin/12345678:instance/ins-1"]'),
  inResource('region-form', cvm, instance, '["qcs::cvm:«gz»:uin/12345678:instance/ins-1"]'),
  inResource(
    'region-form',
    'cmqqueue:CreateQueue',
    queue,
    '["qcs::cmqqueue:«ap-guangzhou»:uin/12345678:queueName/uin/3232/q"]',
  ),
  inResource('region-form', 'trtc:DismissRoom', app, '["qcs::trtc:«ap-guangzhou»:uin/12345678:sdkappid/1400000000"]'),
  inResource('invalid-account', cvm, instance, '["qcs::cvm:ap-guangzhou:«12345678»:instance/ins-1"]'),
  inResource('invalid-account', cvm, instance, '["qcs::cvm:ap-guangzhou:«uin12345678»:instance/ins-1"]'),
  inResource(
    'invalid-account',
    cvm,
    instance,
    '["qcs::cvm:ap-guangzhou:«uid/1250000000»:instance/ins-1"]',
    '["qcs::cvm:ap-guangzhou::instance/ins-1"]',
  ),
];

const content: readonly Mutation[] = [
  inResource(
    'unknown-variable',
    'cmqqueue:CreateQueue',
    '["qcs::cmqqueue:::queueName/uin/${uin}/*"]',
    '["qcs::cmqqueue:::queueName/uin/«${Uin}»/*"]',
  ),
  inResource(
    'unknown-variable',
    'trtc:DismissRoom',
    app,
    '["qcs::trtc::uin/«${uin}»:sdkappid/1400000000"]',
    '["qcs::trtc:::sdkappid/1400000000"]',
  ),
  inResource('placeholder', cvm, instance, '["qcs::cvm:ap-guangzhou:uin/«your_uin»:instance/ins-1"]', null),
  inResource('placeholder', cvm, instance, '["qcs::cvm:«<Region>»:«$account»:instance/«ins-xxxxxx»"]', null),
  inResource(
    'invalid-resource-path',
    'cmqqueue:CreateQueue',
    queue,
    '["qcs::cmqqueue:gz:uin/12345678:«queueName/3232/q»"]',
  ),
  inResource('invalid-resource-path', 'trtc:DismissRoom', app, '["qcs::trtc::uin/12345678:«sdkAppId/1400000000»"]'),
  inResource('wildcard-position', cvm, '["qcs::cvm:::instance/*"]', '["qcs::cvm:«*»::instance/*"]'),
  inResource('wildcard-position', cvm, instance, '["qcs::cvm:::instance/«*»-1"]', null),
  inResource(
    'redundant-resource',
    cvm,
    '["qcs::cvm:::instance/*"]',
    '["qcs::cvm:::instance/*", «"qcs::cvm:::instance/ins-1"»]',
  ),
  inResource('no-resource-level-support', 'trtc:CreateTrtcApp', '"*"', '"qcs::trtc:::sdkappid/1"', null),
  {
    code: 'unused-resource',
    good: policy('trtc:DismissRoom', '["qcs::trtc:::sdkappid/1"]'),
    bad: policy('trtc:DismissRoom', '["qcs::trtc:::sdkappid/1", «"qcs::cvm:::instance/ins-1"»]'),
    fixed: policy('trtc:DismissRoom', '["qcs::trtc:::sdkappid/1"]'),
  },
  {
    code: 'resource-type-mismatch',
    good: policy('trtc:DismissRoom', '["qcs::trtc:::sdkappid/1"]'),
    bad: policy('trtc:DismissRoom', '["qcs::cvm:::instance/ins-1"]').replace(/"trtc:\w+"/u, '«$&»'),
    fixed: policy('trtc:DismissRoom', '["qcs::cvm:::instance/ins-1","qcs::trtc:::sdkappid/*"]'),
  },
].map((mutation) =>
  mutation.code === 'no-resource-level-support'
    ? { ...mutation, bad: mutation.bad.replace('"trtc:CreateTrtcApp"', '«"trtc:CreateTrtcApp"»'), fixed: mutation.good }
    : mutation,
);

const service = '{"service":["cvm.qcloud.com"]}';
const user = '{"qcs":["qcs::cam::uin/12345678:uin/87654321"]}';
const principal: readonly Mutation[] = [
  {
    code: 'invalid-principal',
    good: trust(service),
    bad: trust('{«"Service"»:["cvm.qcloud.com"]}'),
    fixed: trust(service),
  },
  { code: 'invalid-principal', good: trust(service), bad: trust('{"service":[«"cvm"»]}'), fixed: trust(service) },
  {
    code: 'invalid-principal',
    good: trust(user),
    bad: trust('{"qcs":[«"qcs::cam::uin/12345678: uin/87654321"»]}'),
    fixed: trust(user),
  },
  { code: 'invalid-principal', good: trust(user), bad: trust('{"qcs":[«"87654321"»]}') },
  {
    code: 'trust-action',
    good: trust('{"federated":["qcs::cam::uin/1:saml-provider/idp"]}', 'sts:AssumeRoleWithSAML'),
    bad: trust('{"federated":["qcs::cam::uin/1:saml-provider/idp"]}').replace('"sts:AssumeRole"', '«"sts:AssumeRole"»'),
    fixed: trust('{"federated":["qcs::cam::uin/1:saml-provider/idp"]}', 'sts:AssumeRoleWithSAML'),
  },
  {
    code: 'trust-action',
    good: trust(service),
    bad: trust(service).replace('"sts:AssumeRole"', '"sts:AssumeRole",«"cvm:*"»'),
  },
  { code: 'public-principal', good: bucket(user), bad: bucket('«"*"»') },
  { code: 'public-principal', good: bucket(user), bad: bucket('{"qcs":[«"qcs::cam::anyone:anyone"»]}') },
  {
    code: 'cross-account-principal',
    good: bucket(user),
    bad: bucket('{"qcs":["qcs::cam::uin/12345678:uin/87654321",«"qcs::cam::uin/5:root"»]}'),
  },
  {
    code: 'unexpected-principal',
    good: policy(cvm, instance),
    bad: policy(cvm, instance).replace('"action"', `«"principal"»:${user},"action"`),
    fixed: policy(cvm, instance),
  },
];

export const mutations: readonly Mutation[] = [...shape, ...content, ...principal];
