/** Random texts for property tests: policies over the small catalogue, laid out in the ways people lay them out, ones with mistakes, and any text at all. */
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

/** Ways to lay a policy out. */
export const layout = fc.constantFrom<(value: unknown) => string>(
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

/** Texts with some mistakes, perhaps none. */
export const mistaken = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(fc.tuple(fc.constantFrom(...mutations), fc.nat(10_000)), { maxLength: 4 }))
    .map(([text, changes]) => changes.reduce((changed, [mutate, at]) => mutate(changed, at), text));

/** A policy with some mistakes, perhaps none. */
export const mistakenText: fc.Arbitrary<string> = mistaken(policyText);

/** What is typed, pasted and left over where policies are written: JSON's own signs, what looks like them, and parts of policies. */
export const pieces: readonly [string, ...string[]] = [
  '',
  ' ',
  '  \t',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\ufeff',
  'a',
  '中文',
  '𠮷',
  '\ud800',
  '"',
  '“',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '：',
  '\\',
  '\\u',
  '/* ',
  '*/',
  '//',
  '*',
  '}*',
  '${',
  '${uin}',
  'null',
  '-1e9',
  '"effect"',
  '"statement"',
  '"action"',
  '"action":[',
  '"condition"',
  '"condition":{"ip_equal":{',
  '"condition": { "string_equal": { "qcs:tag": "a&b" } }, ',
  '"principal":{',
  '"mps:*"',
  '"mps:ProcessMedia", ',
  '"trtc:Describe*", ',
  '"qcs::',
  '"qcs::cvm:ap-guangzhou:uin/100000000001:instance/ins-1", ',
  '{"effect":"allow","action":["cvm:*"],"resource":["*"]},\n',
];

/** Nothing but pieces. */
export const piecedText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** A policy into which pieces are put, or from which parts are cut. */
const editedText: fc.Arbitrary<string> = fc
  .tuple(mistakenText, fc.array(fc.tuple(fc.nat(5000), fc.nat(8), fc.constantFrom(...pieces)), { maxLength: 6 }))
  .map(([text, edits]) =>
    edits.reduce((before, [at, cut, piece]) => {
      const start = at % (before.length + 1);
      return before.slice(0, start) + piece + before.slice(start + cut);
    }, text),
  );

/** Any character, halves of one too; fast-check's own `binary` takes half a second to make. */
const character = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));
const bytes = fc.uint8Array({ maxLength: 200 });

/** Any text at all, mostly one that is almost a policy. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: character, maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: bytes.map((value) => Buffer.from(value).toString('utf8')) },
  { weight: 1, arbitrary: bytes.map((value) => Buffer.from(value).toString('utf16le')) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 2, arbitrary: piecedText },
  { weight: 6, arbitrary: editedText },
);
