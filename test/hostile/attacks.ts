/** Documents made to keep a server busy. Each is built anew when it is asked for: together they are long. */
import { kinds, manyStrings, oneString, positions, type Position } from '../../server/test/long-strings.js';

export interface Attack {
  readonly name: string;
  readonly text: () => string;
}

const statement =
  '{"effect":"allow","action":["mps:ProcessMedia","mps:Describe*"],"resource":["qcs::mps:ap-guangzhou:uin/100000000001:template/1"]}';

const policy = (statements: string): string => `{"version":"2.0","statement":[${statements}]}`;
const allow = (actions: string, resources = '"*"', more = ''): string =>
  policy(`{"effect":"allow","action":[${actions}],"resource":[${resources}]${more}}`);
const many = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => item(index)).join(',');

/** A little less than the longest text that is read, in UTF-16 units. */
const readable = 960_000;

/** As many items as make a text of about the greatest length that is read. */
const full = (item: (index: number) => string): string => many(Math.floor(readable / (item(10_000).length + 1)), item);

const places = Object.keys(positions) as readonly Position[];

/** Single strings of 200,000 characters, and as many as are read of those that are just short enough to be read, of every kind in every place. */
const longStrings: readonly Attack[] = kinds.flatMap((kind) =>
  places.flatMap((place) => [
    { name: `200,000 characters of ${kind.name} in one ${place}`, text: () => oneString(kind, place) },
    {
      name: `as many strings of ${kind.name} as are read, each a ${place}`,
      text: () => manyStrings(kind, place, readable),
    },
  ]),
);

export const attacks: readonly Attack[] = [
  ...longStrings,
  { name: '100,000 opening brackets', text: () => '['.repeat(100_000) },
  { name: '100,000 brackets, opened and closed', text: () => '['.repeat(100_000) + ']'.repeat(100_000) },
  { name: '80,000 objects in one another', text: () => '{"a":'.repeat(80_000) },
  { name: '200,000 brackets closed by the wrong ones', text: () => '[{"a":'.repeat(60_000) + ']'.repeat(60_000) },
  {
    name: '230,000 items, ninety-nine levels deep',
    text: () => `${'['.repeat(99)}${many(230_000, () => '1')}${']'.repeat(99)}`,
  },
  {
    name: 'one line of 10 MB, a right policy',
    text: () => allow(many(600_000, () => '"mps:ProcessMedia"')).slice(0, 10_000_000),
  },
  { name: '10 MB of opening braces', text: () => '{'.repeat(10_000_000) },
  { name: 'a million actions', text: () => allow(many(1_000_000, (index) => `"mps:Do${index}"`)) },
  { name: '100,000 statements that say the same', text: () => policy(many(100_000, () => statement)) },
  { name: 'as many equal statements as are read', text: () => policy(full(() => statement)) },
  {
    name: 'as many different statements as are read',
    text: () => policy(full((index) => statement.replace('template/1', `template/${index}`))),
  },
  { name: 'as many empty statements as are read', text: () => policy(full(() => '{}')) },
  { name: 'as many equal actions as are read', text: () => allow(full(() => '"mps:ProcessMedia"')) },
  { name: 'as many unknown actions as are read', text: () => allow(full((index) => `"mps:Prozess${index}"`)) },
  { name: 'as many unknown services as are read', text: () => allow(full((index) => `"svc${index}:Do"`)) },
  { name: 'as many actions with two wildcards as are read', text: () => allow(full((index) => `"mps:D*${index}*"`)) },
  {
    name: 'as many broken resources as are read',
    text: () =>
      allow(
        '"mps:ProcessMedia"',
        full((index) => `"qcs:mps:${index}"`),
      ),
  },
  {
    name: 'as many resources with a wildcard as are read',
    text: () =>
      allow(
        '"mps:ProcessMedia"',
        full((index) => `"qcs::mps::uin/1:template/${index}*"`),
      ),
  },
  {
    name: 'as many condition operators as are read',
    text: () => allow('"*"', '"*"', `,"condition":{${full((index) => `"string_equal${index}":{"qcs:ip":"1"}`)}}`),
  },
  {
    name: 'as many condition keys as are read',
    text: () => allow('"*"', '"*"', `,"condition":{"string_equal":{${full((index) => `"k:${index}":"1"`)}}}`),
  },
  {
    name: 'as many addresses as are read',
    text: () => allow('"*"', '"*"', `,"condition":{"ip_equal":{"qcs:ip":[${full((index) => `"10.0.0.${index}"`)}]}}`),
  },
  {
    name: 'as many principals as are read',
    text: () =>
      allow('"*"', '"*"', `,"principal":{"qcs":[${full((index) => `"qcs::cam::uin/${index}:uin/${index}"`)}]}`),
  },
  {
    name: 'as many kinds of principal as are read',
    text: () => allow('"*"', '"*"', `,"principal":{${full((index) => `"q${index}":"*"`)}}`),
  },
  { name: 'as many unknown elements as are read', text: () => policy(`{${full((index) => `"k${index}":1`)}}`) },
  { name: 'as many equal elements as are read', text: () => policy(`{${full(() => '"effect":"allow"')}}`) },
  {
    name: 'as many wrongly cased elements as are read',
    text: () => policy(`{${full((index) => `"${index % 2 === 0 ? 'EFFECT' : 'Action'}":"allow"`)}}`),
  },
  {
    name: '20,000 statements beside 30,000 elements named statement',
    text: () => `{"statement":[${many(20_000, () => '{}')}],${many(30_000, () => '"statement":[]')}}`,
  },
  {
    name: '10,000 actions beside 10,000 resources and 5,000 condition keys',
    text: () =>
      allow(
        many(10_000, (index) => (index % 2 === 0 ? `"mps:Do${index}"` : `"cvm:Describe*${index}"`)),
        many(10_000, (index) => `"qcs::mps:ap-guangzhou:uin/1:template/${index}"`),
        `,"condition":{"string_equal":{${many(5_000, (index) => `"mps:key${index}":"1"`)}}}`,
      ),
  },
  {
    name: 'four whole services beside 800 resources, twenty times',
    text: () =>
      policy(
        many(
          20,
          () =>
            `{"effect":"allow","action":["mps:*","cvm:*","cos:*","trtc:*"],"resource":[${many(800, (index) => `"qcs::trtc::uin/1:sdkappid/${index}"`)}]}`,
        ),
      ),
  },
  {
    name: '2,000 statements, each with a principal, two conditions and a wildcard',
    text: () =>
      policy(
        many(
          2_000,
          (index) =>
            `{"effect":"allow","principal":{"qcs":["qcs::cam::uin/${index}:root"]},"action":["*${index}*"],"resource":["*"],"condition":{"ip_equal":{"qcs:ip":"1.1.1.1"},"string_equal":{"qcs:tag":"a&b"}}}`,
        ),
      ),
  },
  {
    name: 'the pattern a*a*a*…b, 3,000 stars, and what it nearly matches',
    text: () =>
      allow(
        `"mps:${'a*'.repeat(3_000)}b","mps:${'a'.repeat(6_000)}"`,
        `"qcs::mps::uin/1:${'a*'.repeat(3_000)}b","qcs::mps::uin/1:${'a'.repeat(6_000)}"`,
      ),
  },
  {
    name: '2,000 patterns a*a*a*a*a*b and 2,000 names that they nearly match',
    text: () =>
      allow(
        `${many(2_000, (index) => `"mps:a*a*a*a*a*${index}b"`)},${many(2_000, (index) => `"mps:${'a'.repeat(40)}${index}"`)}`,
      ),
  },
  {
    name: '6,000 stars side by side',
    text: () => allow(`"mps:${'*'.repeat(6_000)}"`, `"qcs::mps::uin/1:${'*'.repeat(6_000)}"`),
  },
  {
    name: '100,000 variables that never close',
    text: () => allow('"mps:ProcessMedia"', `"qcs::mps::uin/1:${'${'.repeat(100_000)}"`),
  },
  {
    name: 'one string of 400,000 colons',
    text: () => allow(`"mps${':'.repeat(200_000)}"`, `"qcs${':'.repeat(200_000)}"`),
  },
  { name: '960,000 single quotes', text: () => "'".repeat(960_000) },
  { name: '480,000 words without quotes', text: () => 'a '.repeat(480_000) },
  { name: '960,000 control characters', text: () => '\u0001'.repeat(960_000) },
  { name: '480,000 escaped quotes, never closed', text: () => `"${'\\"'.repeat(480_000)}` },
  { name: '320,000 comments that open', text: () => '/* '.repeat(320_000) },
  { name: '240,000 comments', text: () => '//x\n'.repeat(240_000) },
  { name: '960,000 line ends', text: () => `{${'\n'.repeat(960_000)}` },
];
