/** The page on access names the limits of work, and they are those of the code. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The constants of the rows, in their order; of a row without one the number itself. */
const limits: readonly (readonly [file: string, constant: string] | number)[] = [
  ['worlds', 'maxWorlds'],
  ['reading', 'maxDoubts'],
  ['values', 'maxGlobs'],
  ['values', 'maxCased'],
  ['key-groups', 'maxSets'],
  1,
  ['solve', 'maxNodes'],
  ['glob', 'maxGlobs'],
  ['glob', 'maxPlaces'],
  ['glob', 'maxSteps'],
  ['compare', 'maxSteps'],
  ['callers', 'maxNumbers'],
  ['callers', 'maxCallers'],
  ['compare', 'maxFound'],
  ['example', 'maxTried'],
  ['extent', 'maxCounted'],
  ['extent', 'maxServices'],
  ['explain/explain', 'maxPairs'],
  ['taken', 'maxStatements'],
  ['surely', 'maxPairs'],
  ['loses', 'maxSteps'],
];

/** The constant as its file has it. */
function valueOf(file: string, constant: string): number {
  const text = readFileSync(`server/src/core/access/${file}.ts`, 'utf8');
  const found = text.split('\n').find((line) => line.replace(/^export /u, '').startsWith(`const ${constant} = `));
  return Number(found?.replace(/^.* = |;$|_/gu, ''));
}

describe('the limits on the page on access', () => {
  for (const [file, heading] of [
    ['docs/access.md', '## Limits'],
    ['docs/access.zh-CN.md', '## 上限'],
  ] as const)
    it(`are those of the code: ${file}`, () => {
      const section =
        readFileSync(file, 'utf8')
          .split(/^(?=## )/mu)
          .find((each) => each.startsWith(heading)) ?? '';
      const rows = section.split('\n').filter((line) => /^\| (?!limit|上限)/u.test(line));
      assert.deepEqual(
        rows.map((row) => Number((row.split(' | ')[1] ?? '').replace(/[^\d]/gu, ''))),
        limits.map((limit) => (typeof limit === 'number' ? limit : valueOf(...limit))),
      );
    });
});
