import assert from 'node:assert/strict';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { readPolicy } from '../policy/read.js';
import type { Rules } from './lint.js';
import { lint } from './lint.js';
import { rule } from './rule.js';
import jsonSyntax from './rules/json-syntax.js';

const text = { en: 'x', zh: 'x' };
const meta = { group: 'document', severity: 'hint', summary: text, messages: { found: text } } as const;
const [start, end] = [2, 8];

/** `cause` explains `start`…`end`; the others report there, within it, over it and elsewhere. */
const rules: Rules = {
  cause: rule({
    ...meta,
    check: {
      policy(_policy, { report }) {
        report({ start, end }, 'found', {
          explains: [
            { start: 20, end: 30 },
            { start, end },
          ],
        });
      },
    },
  }),
  effect: rule({
    ...meta,
    check: {
      policy(_policy, { report }) {
        for (const span of [
          { start, end },
          { start: 3, end: 4 },
          { start: 1, end: 9 },
          { start: 7, end: 9 },
          { start: 25, end: 26 },
        ])
          report(span, 'found');
      },
    },
  }),
};

const found = (settings = {}): readonly string[] =>
  lint(readPolicy('{}'), { catalogue: shippedCatalogue, language: shippedLanguage, rules, settings }).map(
    ({ code, span }) => `${code} ${span.start}-${span.end}`,
  );

describe('findings explained by another', () => {
  it('are left out where they lie in what it explains', () => {
    assert.deepEqual(found(), ['effect 1-9', 'cause 2-8', 'effect 7-9']);
  });

  it('are reported where the one that would explain them is off', () => {
    assert.deepEqual(found({ cause: 'off' }), ['effect 1-9', 'effect 2-8', 'effect 3-4', 'effect 7-9', 'effect 25-26']);
  });

  it('are reported where they say that the text is no JSON', () => {
    const all = lint(readPolicy("{ 'a': 1 }"), {
      catalogue: shippedCatalogue,
      language: shippedLanguage,
      rules: { ...rules, 'json-syntax': jsonSyntax },
    });
    assert.ok(all.some(({ code, span }) => code === 'json-syntax' && span.start === start));
  });

  it('are reported where the one that would explain them is itself the rest of a mistake of JSON', () => {
    const text = `{"abcdefgh\n${' '.repeat(20)}\n}`;
    const all = lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules });
    assert.deepEqual(
      all.map(({ code, span }) => `${code} ${span.start}-${span.end}`),
      ['effect 25-26'],
    );
  });

  it('are reported where the rule that would explain them failed', () => {
    const failing = rule({
      ...meta,
      check: {
        policy(_policy, { report }) {
          report({ start, end }, 'found', { explains: [{ start, end }] });
          throw new Error('broken');
        },
      },
    });
    const all = lint(readPolicy('{}'), {
      catalogue: shippedCatalogue,
      language: shippedLanguage,
      rules: { ...rules, cause: failing },
    });
    assert.equal(all.length, 5);
  });
});
