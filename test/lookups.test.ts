/** ESLint refuses whoever looks a text up in a plain object; the rule is scripts/eslint/no-open-lookup.mjs. */
import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import { repository } from './host/install.js';

const eslint = new ESLint({ cwd: repository });
const declarations = `declare const table: { readonly [name: string]: number };
declare const list: readonly number[];
declare const map: ReadonlyMap<string, number>;
declare const text: string, kind: 'a' | 'b', maybe: 'a' | string | undefined, index: number;
`;

/** Whether the rule refuses the expression in a file of `folder`. */
async function isRefused(expression: string, folder: string): Promise<boolean> {
  // The rule asks for types, which only files of a project have: the text stands in the place of one that is there.
  const filePath = folder === 'client' ? 'client/src/walk.ts' : 'server/src/core/own.ts';
  const [result] = await eslint.lintText(`${declarations}export const found = ${expression};\n`, { filePath });
  assert.equal(result?.messages.filter(({ fatal }) => fatal).length, 0);
  return result.messages.some(({ ruleId }) => ruleId === 'own/no-open-lookup');
}

describe('looking a text up', () => {
  for (const folder of ['server', 'client'])
    for (const expression of [
      'table[text]',
      'table?.[text]',
      'table[text.toLowerCase()]',
      'table[maybe ?? kind]',
      'text in table',
      'Object.hasOwn(table, kind) ? table[text] : 0',
    ])
      it(`is refused in the ${folder}: ${expression}`, async () => {
        assert.ok(await isRefused(expression, folder));
      });

  for (const expression of [
    'table[kind]',
    "table['a']",
    'list[index]',
    'map.get(text)',
    'Object.hasOwn(table, text) ? table[text] : undefined',
  ])
    it(`is allowed: ${expression}`, async () => {
      assert.ok(!(await isRefused(expression, 'server')));
    });
});
