import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Rules } from '../../server/src/core/lint/lint.js';
import { rules } from '../../server/src/core/lint/rules/index.js';
import { readPage } from '../../server/test/rule-pages.js';
import { shippedCatalogue, shippedLanguage } from '../../server/test/shipped-catalogue.js';
import { configurationSchema, configurationSchemaFile } from './configuration-schema.js';
import { newRuleFiles } from './new-rule.js';
import { withRuleTable } from './rule-table.js';
import { withSettings, withWords } from './settings.js';

const sources = { catalogue: shippedCatalogue, language: shippedLanguage, page: readPage };
const read = (file: string): string => readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
const few: Rules = { 'invalid-effect': rules['invalid-effect'], 'unknown-action': rules['unknown-action'] };

describe('what is generated from the rules', () => {
  it('is up to date: npm run generate', () => {
    const files: readonly (readonly [string, (text: string) => string])[] = [
      [configurationSchemaFile, () => configurationSchema(rules)],
      ['README.md', (text) => withRuleTable(text, rules, sources, 'en')],
      ['README.zh-CN.md', (text) => withRuleTable(text, rules, sources, 'zh')],
      ['package.json', (text) => withSettings(text, rules)],
      ['package.nls.json', (text) => withWords(text, rules, 'en')],
      ['package.nls.zh-cn.json', (text) => withWords(text, rules, 'zh')],
    ];
    for (const [file, change] of files) assert.equal(change(read(file)), read(file), file);
  });

  it('is a table in groups, linked to the pages', () => {
    const table = withRuleTable('before\n<!-- rules -->\nold\n<!-- /rules -->\nafter\n', few, sources, 'en');
    assert.equal(
      table,
      [
        'before',
        '<!-- rules -->',
        '| rule | level | mends | what it reports |',
        '|---|---|---|---|',
        '| **Document** | | | |',
        '| [invalid-effect](docs/rules/invalid-effect.md) | error | fix, suggest | `effect` must be `allow` or `deny`. |',
        '| **Action** | | | |',
        '| [unknown-action](docs/rules/unknown-action.md) | warning | suggest | The service has no action of this name. |',
        '<!-- /rules -->',
        'after',
        '',
      ].join('\n'),
    );
    assert.throws(() => withRuleTable('no markers', few, sources, 'en'));
  });

  it('is a setting with a value for each rule, and nothing else in the manifest changes', () => {
    const manifest = { name: 'x', contributes: { configuration: { title: 't', properties: { other: 1 } } }, last: [] };
    const changed = JSON.parse(withSettings(JSON.stringify(manifest), few)) as typeof manifest;
    const { properties } = changed.contributes.configuration;
    assert.deepEqual(Object.keys(properties), ['other', 'camPolicy.rules']);
    const { 'camPolicy.rules': setting, ...rest } = properties as Record<string, unknown>;
    assert.deepEqual({ ...changed, contributes: { configuration: { title: 't', properties: rest } } }, manifest);
    const { properties: values } = setting as { readonly properties: Record<string, { readonly default: string }> };
    assert.deepEqual(
      Object.entries(values).map(([code, value]) => [code, value.default]),
      [
        ['invalid-effect', 'error'],
        ['unknown-action', 'warning'],
      ],
    );
  });

  it('says the same in both languages, and drops what rules no longer say', () => {
    const words = (locale: 'en' | 'zh'): Record<string, string> =>
      JSON.parse(withWords('{"title":"t","rules.gone":"x"}', few, locale)) as Record<string, string>;
    assert.deepEqual(Object.keys(words('en')), ['title', 'rules', 'rules.invalid-effect', 'rules.unknown-action']);
    assert.deepEqual(Object.keys(words('zh')), Object.keys(words('en')));
    assert.match(words('zh')['rules.invalid-effect'] ?? '', /只能/u);
  });
});

describe('a new rule', () => {
  it('is three files of one name', () => {
    const files = newRuleFiles('some-rule', 'action');
    assert.deepEqual(
      files.map(([file]) => file),
      [
        'server/src/core/lint/rules/some-rule.ts',
        'server/src/core/lint/rules/some-rule.test.ts',
        'docs/rules/some-rule.md',
      ],
    );
    assert.match(files[0]?.[1] ?? '', /group: 'action'/u);
    for (const [file, text] of files) assert.match(text, /FILL IN/u, file);
    assert.throws(() => newRuleFiles('SomeRule', 'action'), /usage/u);
    assert.throws(() => newRuleFiles('some-rule', 'other'), /no group other/u);
  });
});

describe("the extension's words", () => {
  it('are there in both languages for all that the manifest names', () => {
    const named = [...new Set(read('package.json').match(/(?<=")%[^%"]+%(?=")/gu))].map((key) => key.slice(1, -1));
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json'])
      assert.deepEqual(Object.keys(JSON.parse(read(file)) as object).sort(), [...named].sort(), file);
  });

  it('are translated wherever the client says something', () => {
    const names = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const files = names.map((name) => read(`client/src/${name}`));
    const said = files.flatMap((text) => [...text.matchAll(/l10n\.t\(\s*'([^']+)'/gu)].map(([, words = '']) => words));
    assert.equal(said.length, files.join('').split('l10n.t(').length - 1, 'every text is written where it is said');
    const translated = Object.keys(JSON.parse(read('l10n/bundle.l10n.zh-cn.json')) as object);
    assert.deepEqual(translated.sort(), [...new Set(said)].sort());
  });
});
