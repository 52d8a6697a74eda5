/** ESLint refuses whoever looks a text up in a plain object; the rule is scripts/eslint/no-open-lookup.mjs. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import ts from 'typescript';
import { parser } from 'typescript-eslint';
import { noOpenLookup } from '../scripts/eslint/no-open-lookup.mjs';
import { repository } from './host/install.js';

const ruleName = 'own/no-open-lookup';
const declarations = `declare const table: { readonly [name: string]: number };
declare const list: readonly number[];
declare const map: ReadonlyMap<string, number>;
declare const text: string, kind: 'a' | 'b', maybe: 'a' | string | undefined, index: number;
`;

/** A program of one file that is on no disk; whether ESLint reads a project anew or once (`CI=true`) makes no difference to it. */
function programOf(fileName: string, text: string): ts.Program {
  const options: ts.CompilerOptions = { strict: true, target: ts.ScriptTarget.ESNext, types: [] };
  const host = ts.createCompilerHost(options);
  const fromDisk = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === fileName ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true) : fromDisk(name, ...rest);
  return ts.createProgram([fileName], options, host);
}

/** Whether the rule refuses the expression. */
function isRefused(expression: string): boolean {
  const text = `${declarations}export const found = ${expression};\n`;
  const fileName = path.join(repository, 'looked-up.ts');
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { own: { rules: { 'no-open-lookup': noOpenLookup } } },
    languageOptions: {
      parser,
      parserOptions: { programs: [programOf(fileName, text)] },
    },
    rules: { [ruleName]: 'error' },
  };
  const messages = new Linter({ cwd: repository }).verify(text, [config], { filename: fileName });
  assert.deepEqual(
    messages.filter(({ ruleId }) => ruleId !== ruleName),
    [],
  );
  return messages.length > 0;
}

describe('looking a text up', () => {
  for (const expression of [
    'table[text]',
    'table?.[text]',
    'table[text.toLowerCase()]',
    'table[maybe ?? kind]',
    'text in table',
    'Object.hasOwn(table, kind) ? table[text] : 0',
  ])
    it(`is refused: ${expression}`, () => {
      assert.ok(isRefused(expression));
    });

  for (const expression of [
    'table[kind]',
    "table['a']",
    'list[index]',
    'map.get(text)',
    'Object.hasOwn(table, text) ? table[text] : undefined',
  ])
    it(`is allowed: ${expression}`, () => {
      assert.ok(!isRefused(expression));
    });

  for (const file of ['server/src/core/own.ts', 'server/src/server/session.ts', 'client/src/walk.ts'])
    it(`is asked of ${file}`, async () => {
      const config = (await new ESLint({ cwd: repository }).calculateConfigForFile(file)) as {
        readonly rules: Readonly<Record<string, Linter.RuleEntry>>;
      };
      assert.deepEqual(config.rules[ruleName], [2]);
    });
});
