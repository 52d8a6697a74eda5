/** Features stand side by side: none reaches into another. What they have in common is named here. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = 'server/src/features';

/** What all features may use: what they are given, how they write, and what several of them are made from. */
const common: ReadonlySet<string> = new Set([
  'abilities',
  'configuration-change',
  'context',
  'diagnostic',
  'document',
  'explain',
  'markdown',
  'markup',
  'mentions',
  'positions',
  'workspace-edit',
  'workspace-facts',
]);

/** The feature, or the common part, that a file belongs to: the first part of its path, without an ending. */
const partOf = (file: string): string =>
  path
    .relative(folder, file)
    .split(path.sep)[0]
    ?.replace(/\.[jt]s$/u, '') ?? '';

/** What a file of `part` imports from other parts of the folder. */
function importsOf(file: string): readonly string[] {
  const imports = [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)';/gu)].map(([, to = '']) => to);
  return imports
    .map((to) => path.join(path.dirname(file), to))
    .filter((to) => !path.relative(folder, to).startsWith('..'))
    .map(partOf)
    .filter((part) => part !== partOf(file));
}

describe('features', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => path.join(folder, name));

  it('import what is common, and nothing of each other', () => {
    const reached = files.flatMap((file) =>
      importsOf(file)
        .filter((part) => !common.has(part))
        .map((part) => `${file} imports ${part}`),
    );
    assert.deepEqual(reached, []);
    const parts = new Set(files.map(partOf));
    for (const part of common) assert.ok(parts.has(part), part);
  });
});
