/** Policies for property tests: right ones over the small catalogue, laid out in the ways people lay them out, and ones with mistakes. */
import fc from 'fast-check';

const actions = [
  'mps:ProcessMedia',
  'mps:EditMedia',
  'mps:DescribeTaskDetail',
  'mps:DescribeUserInfo',
  'mps:Describe*',
  'mps:*',
  'trtc:DismissRoom',
  'trtc:RemoveUser',
  'trtc:CreateTrtcApp',
  'trtc:Describe*',
  'cvm:DescribeInstances',
  'cvm:TerminateInstances',
  'cvm:Describe*',
  'name/cvm:RunInstances',
  'name/trtc:*',
  'nosuch:DoThing',
  '*',
];
const resources = [
  '*',
  'qcs::trtc::uin/100000000001:sdkappid/1400000001',
  'qcs::trtc::uin/100000000001:sdkappid/*',
  'qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1',
  'qcs::cmqqueue:gz:uin/100000000001:queueName/uin/100000000001/q',
];
const conditions = [
  { ip_equal: { 'qcs:ip': ['10.0.0.0/8', '192.168.1.1'] } },
  { string_equal: { 'cvm:instance_type': 'S5.SMALL1' } },
];

/** One string, or an array of them. */
const listOf = (values: readonly string[]): fc.Arbitrary<string | string[]> =>
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 6 }));

const statement = fc.record(
  {
    effect: fc.constantFrom('allow', 'deny'),
    action: listOf(actions),
    resource: listOf(resources),
    condition: fc.constantFrom(...conditions),
  },
  { requiredKeys: ['effect', 'action', 'resource'] },
);

const layout = fc.constantFrom<(value: unknown) => string>(
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, undefined, 2),
  (value) => JSON.stringify(value, undefined, 4).replaceAll('\n', '\r\n'),
  (value) => `${JSON.stringify(value, undefined, '\t')}\n`,
  (value) => JSON.stringify(value, undefined, 1).replace(/\n */gu, ' '),
);

/** The text of a policy that CAM takes. Some statements do nothing, or say a thing twice. */
export const policyText: fc.Arbitrary<string> = fc
  .tuple(layout, fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 4 })))
  .map(([write, statements]) => write({ version: '2.0', statement: statements }));

type Mutation = (text: string, at: number) => string;

/** Replaces the match of `pattern` that `at` points to, counted round. */
const replaceOne =
  (pattern: RegExp, replacement: string): Mutation =>
  (text, at) => {
    const found = [...text.matchAll(pattern)];
    const match = found[at % Math.max(found.length, 1)];
    return match
      ? text.slice(0, match.index) +
          match[0].replace(new RegExp(pattern.source, 'u'), replacement) +
          text.slice(match.index + match[0].length)
      : text;
  };

/** What people get wrong. */
const mutations: readonly Mutation[] = [
  replaceOne(/"allow"/gu, '"Allow"'),
  replaceOne(/"deny"/gu, '" deny"'),
  replaceOne(/"allow"/gu, '"permit"'),
  replaceOne(/"(effect|action|resource|statement|version)"/gu, '"$1s"'),
  replaceOne(/"(\w+)":/gu, "'$1':"),
  replaceOne(/"(\w+)":/gu, '$1:'),
  replaceOne(/"(\w+)":/gu, '"$1"：'),
  replaceOne(/"Action"|"action"/gu, '"Action"'),
  replaceOne(/"([^"]+)"/gu, '“$1”'),
  replaceOne(/"([^"]+)"/gu, '" $1 "'),
  replaceOne(/"([^"]+)"/gu, '"$1", "$1"'),
  replaceOne(/"([^"]+)"/gu, '["$1"]'),
  replaceOne(/"2.0"/gu, '2.0'),
  replaceOne(/\[([^[\]]+)\]/gu, '$1'),
  replaceOne(/\]/gu, ',]'),
  replaceOne(/\}/gu, ',}'),
  replaceOne(/,/gu, ''),
  replaceOne(/,/gu, '，'),
  replaceOne(/,/gu, ' // why\n,'),
  replaceOne(/(\w):(\w)/gu, '$1 : $2'),
  replaceOne(/(\w):(\w)/gu, '$1/$2'),
  replaceOne(/qcs::/gu, 'qcs:id/12:'),
  replaceOne(/uin\//gu, ''),
  replaceOne(/Describe/gu, 'describe'),
  (text) => `\ufeff${text}`,
  (text, at) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + 1),
  (text, at) => text.slice(0, at % (text.length + 1)),
];

/** A policy with some mistakes, perhaps none. */
export const mistakenText: fc.Arbitrary<string> = fc
  .tuple(policyText, fc.array(fc.tuple(fc.constantFrom(...mutations), fc.nat(10_000)), { maxLength: 4 }))
  .map(([text, changes]) => changes.reduce((changed, [mutate, at]) => mutate(changed, at), text));
