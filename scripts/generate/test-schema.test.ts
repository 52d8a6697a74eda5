/** The JSON Schema of files with tests and their reader say the same: an editor that knows the schema leaves the one out for the other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { runs } from '../../server/test/sampling.js';
import { readTestFile } from '../../server/src/core/testing/read.js';
import { testSchema } from './test-schema.js';

const ajv = new Ajv({ strict: false });
const isValid = ajv.compile(JSON.parse(testSchema()) as object);

const agree = (value: unknown): void => {
  const text = JSON.stringify(value);
  const found = readTestFile(text, {}).problems;
  assert.equal(
    !found.some(({ isFormal }) => isFormal),
    isValid(value),
    `${text}\n${JSON.stringify(found.map(({ message }) => message.en))}\n${JSON.stringify(isValid.errors)}`,
  );
};

const paths = [
  'a.cam.json',
  './a',
  '../a',
  '/a',
  'a\\b',
  'file:///a',
  'C:/a',
  '',
  'a#2',
  'a:b',
  '1:b',
  '策略.cam.json',
];
const leaf = fc.oneof(
  fc.constantFrom(...paths, ' ', 'cam:*', '*', '1', 'allowed', 'refused', 'ok'),
  fc.constantFrom(null, true, 0, 1.5),
);
const orList = (of: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof(of, fc.array(of, { maxLength: 2 }));
/** An object with some of the members, and perhaps one that is not known. */
const some = (members: { readonly [name: string]: fc.Arbitrary<unknown> }, requiredKeys: string[] = []) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.record(members, { requiredKeys }) },
    { weight: 1, arbitrary: fc.record({ ...members, other: leaf }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: leaf },
  );
const path = orList(fc.constantFrom(...paths));
const caller = some({ uin: leaf, owner: leaf, appId: leaf });
const context = some({ 'qcs:ip': orList(leaf), __proto: leaf });
const request = {
  name: fc.constantFrom('x', ''),
  action: orList(fc.constantFrom('a:B', '')),
  expect: fc.constantFrom('allowed', 'denied', 'not-allowed', 'refused', 'conditional', 'undecided', 'ok'),
};
const test = fc.oneof(
  fc.record(
    { ...request, resource: orList(leaf), context, caller, by: leaf },
    { requiredKeys: ['name', 'action', 'expect'] },
  ),
  some({
    ...request,
    notGranted: some({ actions: orList(leaf), resource: orList(leaf) }),
    within: path,
    same: path,
    caller,
  }),
  some({ name: leaf, within: path, same: path }),
);
const file = some({
  $schema: leaf,
  policies: fc.oneof(fc.array(fc.constantFrom(...paths), { maxLength: 2 }), leaf),
  boundary: fc.constantFrom(...paths),
  caller,
  context,
  tests: fc.oneof({ weight: 9, arbitrary: fc.array(test, { maxLength: 3 }) }, { weight: 1, arbitrary: leaf }),
});

describe('the JSON Schema of tests', () => {
  it('is what the reader checks', () => {
    fc.assert(fc.property(file, agree), runs(5000));
  });

  it('allows whole ones', () => {
    const tests = [
      { name: 'a', action: ['a:B'], resource: '*', context: { 'qcs:ip': null }, expect: 'denied', by: 'a#1' },
      { name: 'b', notGranted: { actions: ['cam:*'], resource: '*' }, caller: { uin: '1' } },
      { name: 'c', within: './a.cam.json' },
      { name: 'd', same: ['./a.cam.json'] },
    ];
    assert.ok(isValid({ policies: ['a.cam.json'], boundary: 'b.cam.json', caller: { appId: '1' }, tests }));
    assert.ok(!isValid({ policies: ['a.cam.json'], tests: [{ ...tests[0], ...tests[1] }] }));
  });

  it('is contributed to editors for files of the name', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly contributes: {
        readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
      };
    };
    const found = contributes.jsonValidation.find(({ fileMatch }) => fileMatch === '*.cam.test.json');
    assert.equal(found && readFileSync(found.url, 'utf8'), testSchema());
  });
});
