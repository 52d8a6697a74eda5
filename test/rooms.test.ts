/** The rooms of rooms.mjs are held by ESLint: one forbidden import per room is refused, and each file belongs to one room. */
import assert from 'node:assert/strict';
import { ESLint, Linter } from 'eslint';
import { rooms, type Room } from '../rooms.mjs';
import { repository } from './host/install.js';

const eslint = new ESLint({ cwd: repository });
const ruleName = 'no-restricted-imports';

/** A file that the room has: one for each of its patterns would do, and the first is enough. */
const fileIn = ({ files }: Room): string =>
  (files[0] ?? '').replace('**', 'any/file.ts').replace('*.ts', 'any-file.ts');

/** A module that a pattern of the table forbids. */
const moduleOf = (pattern: string): string =>
  pattern.replace('**/', '../').replace('**', 'anything.js').replace('*', 'x');

/** What ESLint says to a file that imports `module`, by the configuration that really holds for it. */
async function complaints(file: string, module: string, type = false): Promise<readonly string[]> {
  const config = (await eslint.calculateConfigForFile(file)) as {
    readonly rules: Readonly<Record<string, Linter.RuleEntry>>;
  };
  const rule = config.rules[ruleName];
  assert.ok(rule, `${file} belongs to no room`);
  const { default: parser } = (await import('typescript-eslint')) as unknown as {
    readonly default: { readonly parser: Linter.Parser };
  };
  return new Linter()
    .verify(
      `import ${type ? 'type ' : ''}{ x } from '${module}';`,
      [{ files: ['**/*.ts'], languageOptions: { parser: parser.parser }, rules: { [ruleName]: rule } }],
      { filename: file },
    )
    .map(({ message }) => message);
}

describe('the rooms of the code', function () {
  for (const room of rooms) {
    for (const pattern of room.deny)
      it(`${room.name} does not import ${pattern}`, async () => {
        assert.equal((await complaints(fileIn(room), moduleOf(pattern))).length, 1);
        assert.equal((await complaints(fileIn(room), moduleOf(pattern), true)).length, 1, 'not even a type');
      });
    it(`${room.name} imports its own files`, async () => {
      assert.deepEqual(await complaints(fileIn(room), './neighbour.js'), []);
    });
  }
  it('keep jsonc-parser in core/syntax', async () => {
    assert.deepEqual(await complaints('server/src/core/syntax/any.ts', 'jsonc-parser'), []);
    for (const file of ['server/src/core/policy/any.ts', 'server/src/features/any.ts', 'server/src/server/any.ts'])
      assert.equal((await complaints(file, 'jsonc-parser')).length, 1, file);
  });
  it('ask no document for its text but where documents are made', async () => {
    const files = ['features/hover/index.ts', 'server/session.ts', 'features/document.ts', 'server/documents.ts'];
    const configs = await Promise.all(
      files.map((file) => eslint.calculateConfigForFile(`server/src/${file}`) as Promise<{ readonly rules: object }>),
    );
    assert.deepEqual(
      configs.map(({ rules }) => 'no-restricted-syntax' in rules),
      [true, true, false, false],
    );
    const [{ rules: config } = { rules: {} }] = configs;
    const rule = (config as Readonly<Record<string, Linter.RuleEntry>>)['no-restricted-syntax'];
    assert.ok(rule);
    const said = new Linter().verify('text.getText();', [{ rules: { 'no-restricted-syntax': rule } }]);
    assert.equal(said.length, 1);
  });
  it('are the union of what they forbid, not the last entry alone', async () => {
    assert.equal((await complaints('server/src/core/policy/read.ts', 'vscode-languageserver-types')).length, 1);
    assert.equal((await complaints('server/src/core/policy/read.ts', '../lint/lint.js')).length, 1);
  });
});
