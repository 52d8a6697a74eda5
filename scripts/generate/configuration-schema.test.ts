/** The JSON Schema and the reader say the same: an editor that knows the schema leaves the one out for the other. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { getLanguageService, type JSONSchema } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { runs } from '../../server/test/sampling.js';
import { rules } from '../../server/src/core/lint/rules/index.js';
import { configurationSchema } from './configuration-schema.js';
import { readConfiguration } from '../../server/src/core/config/read.js';

const ajv = new Ajv({ strict: false });
const isValid = ajv.compile(JSON.parse(configurationSchema(rules)) as object);

const agree = (value: unknown): void => {
  const text = JSON.stringify(value);
  const found = readConfiguration(text, rules).problems;
  assert.equal(
    !found.some(({ isFormal }) => isFormal),
    isValid(value),
    `${text}\n${JSON.stringify(found.map(({ message }) => message.en))}\n${JSON.stringify(isValid.errors)}`,
  );
};

const globs = ['a', 'a/**', '/a', '!a', '..', 'a/../b', 'a..b', '..a', '', 'a\\b', './a', 'a/..'];
const texts = [
  '',
  ' ',
  'x',
  '1',
  '100000000001',
  './a',
  '../a',
  '.a',
  '2027-03-31',
  '2027-13-01',
  '2027-02-30',
  '策略',
  '$schema',
  '\u3000',
];
const leaf = fc.oneof(
  fc.constantFrom(...globs, ...texts, 'off', 'error', 'fatal', 'allow-all', 'unknown-action', 'no-rule'),
  fc.constantFrom(null, true, 0, 1, -1, 1.5, 1e20),
);
const globList = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...globs), { maxLength: 3 }) },
  { weight: 1, arbitrary: leaf },
);
const levels = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.dictionary(
      fc.constantFrom('allow-all', 'unknown-action', 'no-rule', '__proto__', 'constructor'),
      fc.oneof(fc.constantFrom('off', 'hint', 'error', 'none'), leaf),
      { maxKeys: 2 },
    ),
  },
  { weight: 1, arbitrary: leaf },
);
/** An object with some of the members, and perhaps one that is not known. */
const some = (members: { readonly [name: string]: fc.Arbitrary<unknown> }): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.record(members, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.record({ ...members, other: leaf }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: leaf },
  );
const override = some({ files: globList, rules: levels });
const suppression = some({
  rule: fc.oneof(fc.constantFrom('allow-all', 'unknown-action'), leaf),
  files: globList,
  reason: fc.oneof(fc.constant('x'), leaf),
  until: leaf,
  action: leaf,
  resource: leaf,
  statement: leaf,
});
const configuration = some({
  $schema: leaf,
  extends: leaf,
  account: some({ uin: leaf, appid: leaf }),
  files: globList,
  ignore: globList,
  rules: levels,
  overrides: fc.oneof(fc.array(override, { maxLength: 2 }), leaf),
  suppress: fc.oneof(fc.array(suppression, { maxLength: 2 }), leaf),
});

describe('the JSON Schema of configurations', () => {
  it('is what the reader checks', () => {
    fc.assert(fc.property(configuration, agree), runs(5000));
  });

  it('allows whole ones', () => {
    const suppress = { rule: 'allow-all', files: ['a'], reason: 'x', until: '2027-03-31', action: 'a', statement: 0 };
    agree({ $schema: 'x', extends: './a', rules: { 'allow-all': 'off' }, suppress: [suppress] });
    assert.ok(isValid({ suppress: [suppress], overrides: [{ files: ['a'], rules: { 'allow-all': 'hint' } }] }));
  });

  it('is contributed to editors for files of the name', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly contributes: {
        readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
      };
    };
    const found = contributes.jsonValidation.find(({ fileMatch }) => fileMatch === 'cam-policy.config.json');
    assert.equal(found && readFileSync(found.url, 'utf8'), configurationSchema(rules));
  });

  it('completes rules and levels in an editor that knows it', async () => {
    const service = getLanguageService({});
    const schema = JSON.parse(configurationSchema(rules)) as JSONSchema;
    service.configure({ schemas: [{ uri: 'x:/schema', fileMatch: ['*.json'], schema }] });
    const at = async (marked: string): Promise<readonly string[]> => {
      const document = TextDocument.create('file:///a.json', 'jsonc', 1, marked.replace('|', ''));
      const position = document.positionAt(marked.indexOf('|'));
      const found = await service.doComplete(document, position, service.parseJSONDocument(document));
      return found?.items.map(({ label }) => label.replaceAll('"', '')) ?? [];
    };
    assert.deepEqual([...(await at('{ "rules": { "allow-all": "|" } }'))].sort(), [
      'error',
      'hint',
      'information',
      'off',
      'warning',
    ]);
    assert.ok((await at('{ "overrides": [{ "rules": { "|" } }] }')).includes('unknown-action'));
    assert.ok((await at('{ "suppress": [{ "rule": "|" }] }')).includes('unknown-action'));
    assert.ok((await at('{ "|" }')).includes('suppress'));
  });
});
