import assert from 'node:assert/strict';
import { findingsOf, testRule } from '../../../../test/rule-tester.js';

const of = (resource: string): string =>
  `{"statement":[{"effect":"allow","action":"cvm:DescribeInstances","resource":${resource}}]}`;

describe('malformed-resource, at length', () => {
  it('reads long runs of blanks once', () => {
    const blanks = ' '.repeat(6_000);
    assert.equal(
      findingsOf('malformed-resource', of(`["qcs::cvm:::a${blanks}b","qcs::cvm:::a${blanks}/b"]`)).length,
      1,
    );
  });
});

testRule('malformed-resource', {
  valid: [
    of('"*"'),
    of('["qcs::cvm:gz::instance/ins-1","qcs::cvm::uin/1:*","qcs:::::*"]'),
    // Colons and blanks in the names of objects.
    of('["qcs::cos:gz:uid/1:bucket-1/a: b /c ","qcs::ccr:::repo/n/i:tag"]'),
    of('"qcs::cam::uin/1:uin/2"'),
    of('["","  ","${resource}","<resource>","$resource"]'),
    of('"qcs::cvm:gz:$account:instance/ins-1"'),
    of('"qcs::cvm:gz:uin:ins-1"'),
    of('["qcs::vpc:gz:uin/$account:vpc/*","qcs::vpc:gz:uin/<root account>:vpc/*"]'),
    of('"qcs::mgobe::uin-xxx:obg-xxx"'),
    of('[1,null,{}]'),
  ],
  invalid: [
    {
      text: of('[«"qcs::cvm:gz::instance/ins-1 "»,«"qcs::cvm: gz::instance / ins-1"»]'),
      messages: ['blanks'],
      severity: 'error',
      fixed: of('["qcs::cvm:gz::instance/ins-1","qcs::cvm: gz::instance / ins-1"]'),
    },
    {
      text: of('«"qcs::cos:gz:uid/1: bucket-1/a b"»'),
      messages: ['blanks'],
      fixed: of('"qcs::cos:gz:uid/1:bucket-1/a b"'),
    },
    // Blanks are not all that is wrong: one change mends both, or none is offered.
    {
      text: of('«"qcs::cvm:gz: instance:ins-1"»'),
      messages: ['type'],
      fixed: null,
      suggested: [of('"qcs::cvm:gz::instance/ins-1"')],
    },
    { text: of('«"qcs: :cvm:gz:: "»'), messages: ['path'], fixed: null, suggested: [] },
    { text: of('«" QCS::cvm:gz::*"»'), messages: ['first'], fixed: of('"qcs::cvm:gz::*"') },
    // Behind the fifth colon it is a part of what people named so.
    {
      text: of('«"qcs：：cos:ap-guangzhou:uid/1250000000:b-1250000000/a：b"»'),
      messages: ['colon'],
      fixed: of('"qcs::cos:ap-guangzhou:uid/1250000000:b-1250000000/a：b"'),
    },
    { text: of('«"qcs：：cvm：gz：：*"»'), messages: ['colon'], fixed: of('"qcs::cvm:gz::*"') },
    { text: of('«"QCS::cvm:gz::*"»'), messages: ['first'], fixed: of('"qcs::cvm:gz::*"') },
    { text: of('«"qc::cvm:gz::*"»'), messages: ['first'], fixed: of('"qcs::cvm:gz::*"') },
    { text: of('«"::cvm:gz::*"»'), messages: ['first'], fixed: of('"qcs::cvm:gz::*"') },
    {
      text: of('«"arn:aws:s3:::bucket/a/${aws:userid}"»'),
      messages: ['foreign'],
      fixed: null,
      suggested: [of('"qcs::cos:<region>:uid/<APPID>:bucket-<APPID>/a/${aws:userid}"')],
    },
    {
      text: of('«"arn:aws:ec2:us-east-1:123456789012:instance/i-1"»'),
      messages: ['foreign'],
      fixed: null,
      suggested: [of('"qcs::cvm:<region>:uin/<UIN>:instance/<resource>"')],
    },
    {
      text: of('«"arn:aws:dynamodb:us-east-1:123456789012:table/t"»'),
      messages: ['foreign'],
      fixed: null,
      suggested: [],
    },
    {
      text: of('«"acs:oss:*:*:media/*"»'),
      messages: ['foreign'],
      suggested: [of('"qcs::cos:<region>:uid/<APPID>:media-<APPID>/*"')],
    },
    { text: of('«"resource"»'), messages: ['form'], says: 'six segments' },
    // What the actions take is offered, and never preferred; "*" only where each of them needs it.
    {
      text: of('«"my-app"»').replace('cvm:DescribeInstances', 'trtc:DismissRoom'),
      messages: ['form'],
      suggested: [of('"qcs::trtc:::sdkappid/*"').replace('cvm:DescribeInstances', 'trtc:DismissRoom')],
      preferred: [false],
    },
    {
      text: of('«"my-video"»').replace('cvm:DescribeInstances', 'mps:EditMedia'),
      messages: ['form'],
      suggested: [of('"*"').replace('cvm:DescribeInstances', 'mps:EditMedia')],
      preferred: [false],
    },
    { text: of('«"*:*"»'), messages: ['form'], fixed: null, suggested: [of('"*"')] },
    {
      text: of('«"qcs::cvm:uin/1:instance/ins-1"»'),
      messages: ['few'],
      says: 'this has 5',
      fixed: null,
      suggested: [of('"qcs::cvm::uin/1:instance/ins-1"')],
    },
    { text: of('«"qcs::cvm:gz:instance/ins-1"»'), messages: ['few'], suggested: [of('"qcs::cvm:gz::instance/ins-1"')] },
    { text: of('«"qcs:cvm:gz:uin/1:*"»'), messages: ['few'], suggested: [of('"qcs::cvm:gz:uin/1:*"')] },
    { text: of('«"qcs::cvm:instance/ins-1"»'), messages: ['few'], suggested: [of('"qcs::cvm:::instance/ins-1"')] },
    // With a colon out of place besides.
    { text: of('«"qcs:cvm::gz:instance/ins-1"»'), messages: ['few'], suggested: [of('"qcs::cvm:gz::instance/ins-1"')] },
    // Which segment is missing cannot be told.
    { text: of('«"qcs::nosuch:thing/1"»'), messages: ['few'], suggested: [] },
    { text: of('«"qcs"»'), messages: ['few'], suggested: [] },
    { text: of('«"qcs:::cvm:gz:uin/1:*"»'), messages: ['many'], suggested: [of('"qcs::cvm:gz:uin/1:*"')] },
    {
      text: of('«"qcs::cvm:gz:::instance/ins-1"»'),
      messages: ['many'],
      suggested: [of('"qcs::cvm:gz::instance/ins-1"')],
    },
    // One colon less would still be one too many.
    { text: of('«"qcs::cam::::uin/1:root"»'), messages: ['many'], suggested: [] },
    {
      text: of('«"qcs::gz:cvm:uin/1:*"»'),
      messages: ['swapped'],
      says: 'qcs::cvm:gz:',
      suggested: [of('"qcs::cvm:gz:uin/1:*"')],
    },
    {
      text: of('«"qcs::cos:uid/1250000000:gz:b-1250000000/*"»'),
      messages: ['owner'],
      says: 'qcs::cos:<region>:uid/1250000000:',
      fixed: null,
      suggested: [of('"qcs::cos:gz:uid/1250000000:b-1250000000/*"')],
      preferred: [true],
    },
    { text: of('«"qcs::cvm:uin/1::*"»'), messages: ['owner'], suggested: [of('"qcs::cvm::uin/1:*"')] },
    // The service stands before its colon.
    ...['qcs:cvm::gz:uin/1:*', 'qcs:cvm:gz::uin/1:*'].map((resource) => ({
      text: of(`«"${resource}"»`),
      messages: ['early'],
      says: 'qcs::cvm:',
      fixed: null,
      suggested: [of('"qcs::cvm:gz:uin/1:*"')],
    })),
    // Without the first two segments.
    {
      text: of('«"cvm:gz::instance/*"»'),
      messages: ['few'],
      says: 'has 4',
      suggested: [of('"qcs::cvm:gz::instance/*"')],
    },
    { text: of('«"cvm:instance/ins-1"»'), messages: ['few'], suggested: [of('"qcs::cvm:::instance/ins-1"')] },
    { text: of('«"cvm:DescribeInstances"»'), messages: ['form'] },
    // What the string tells is kept, and comes first.
    {
      text: of('«"sdkappid/1400000000"»').replace('cvm:DescribeInstances', 'trtc:DismissRoom'),
      messages: ['form'],
      suggested: ['sdkappid/1400000000', 'sdkappid/*'].map((path) =>
        of(`"qcs::trtc:::${path}"`).replace('cvm:DescribeInstances', 'trtc:DismissRoom'),
      ),
      preferred: [false, false],
    },
    {
      text: of('«"qcs::trtc:gz:uin/1:"»').replace('cvm:DescribeInstances', 'trtc:DismissRoom'),
      messages: ['path'],
      suggested: [of('"qcs::trtc:gz:uin/1:sdkappid/*"').replace('cvm:DescribeInstances', 'trtc:DismissRoom')],
    },
    // Several in one string.
    ...[', ', ' | ', ';', ' '].map((between) => ({
      text: of(`«"qcs::cvm:gz::instance/ins-1${between}qcs::cvm:gz::image/img-1"»`),
      messages: ['several'],
      says: '2 resources',
      fixed: null,
      suggested: [of('["qcs::cvm:gz::instance/ins-1","qcs::cvm:gz::image/img-1"]')],
    })),
    {
      text: of('["*",«"qcs::cvm:gz::a/1,qcs::cvm:gz"»]'),
      messages: ['several'],
      suggested: [],
    },
    {
      text: of('«"qcs::cvm:gz:instance:ins-1"»'),
      messages: ['type'],
      says: '"instance"',
      suggested: [of('"qcs::cvm:gz::instance/ins-1"')],
    },
    {
      text: of('«"qcs::cvm:gz:instance/ins-1:"»'),
      messages: ['type'],
      suggested: [of('"qcs::cvm:gz::instance/ins-1"')],
    },
    { text: of('«"qcs::cvm:gz::"»'), messages: ['path'], fixed: null, suggested: [] },
  ],
});
