/** Fixes, fix-all and refactorings on random policies; `npm run fuzz` goes on for as long as it is told to. */
import assert from 'node:assert/strict';
import { rule } from '../../server/src/core/lint/rule.js';
import { rules } from '../../server/src/core/lint/rules/index.js';
import type { Rules } from '../../server/src/core/lint/lint.js';
import type { Edit } from '../../server/src/core/span.js';
import { fuzz } from './fuzz.js';

const seed = 20_260_101;

/** The rules, and one that reports the first statement and mends it with an edit at its start. */
function withRule(newText: string, preferred = true): Rules {
  const text = { en: 'a', zh: 'a' };
  const wrong = rule({
    group: 'document',
    severity: 'error',
    summary: text,
    messages: { text },
    fixes: { text },
    check: {
      statement({ node }, { report }) {
        const edits = (): readonly Edit[] => [{ span: { start: node.start, end: node.start }, newText }];
        report(node, 'text', { fix: { title: 'text', edits, preferred } });
      },
    },
  });
  return { ...rules, wrong };
}

describe('fixes and refactorings on random policies', () => {
  it('never break the JSON, leave what they are to mend, or add to it', () => {
    const { faults, texts, fixes, refactorings } = fuzz({ seconds: 60, texts: 500, seed });
    assert.deepEqual(faults, []);
    assert.ok(texts >= 500 && fixes > 1000 && refactorings > 50, `${texts}, ${fixes}, ${refactorings}`);
  });

  for (const [what, newText, kind] of [
    ['breaks the JSON', '{', 'wrong text, fix text: breaks the JSON'],
    ['leaves its finding', ' ', 'wrong text, fix text: leaves what it is to mend, or puts it elsewhere'],
    ['adds to its finding', '{"effect":"allow"},', 'wrong text, fix text: adds a finding of its rule'],
    ['does nothing', '', 'wrong text, fix text: changes nothing'],
  ] as const)
    it(`tell of a fix that ${what}`, () => {
      const { faults } = fuzz({ seconds: 60, texts: 500, seed, rules: withRule(newText) });
      const kinds = faults.map((fault) => fault.kind);
      assert.ok(kinds.includes(kind), kinds.join('\n'));
    });
});
