/** The configurations that the documentation shows are read without a mistake. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfiguration } from '../../server/src/core/config/read.js';
import { rules } from '../../server/src/core/lint/rules/index.js';

describe('configurations in the documentation', () => {
  for (const page of ['README.md', 'docs/configuration.md', 'docs/configuration.zh-CN.md'])
    it(`are right in ${page}`, () => {
      const blocks = [...readFileSync(page, 'utf8').matchAll(/^```jsonc?\n([^`]*)^```$/gmu)]
        .map(([, text = '']) => text)
        .filter((text) => /"(?:rules|extends)":/u.test(text));
      assert.ok(blocks.length > 0);
      for (const text of blocks) assert.deepEqual(readConfiguration(text, rules).problems, [], text);
    });
});
