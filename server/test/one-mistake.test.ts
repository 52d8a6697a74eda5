import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import type { Finding } from '../src/core/lint/finding.js';
import { beyond, firstNew, isOnMistake, mistakesIn } from './one-mistake.js';
import { sampleOf } from './sampling.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const findingsIn = (text: string): readonly Finding[] =>
  lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules });

const examples = ['good', 'bad'].flatMap((folder) =>
  readdirSync(path.join('examples', folder)).map((name) => readFileSync(path.join('examples', folder, name), 'utf8')),
);

describe('one mistake of one character', () => {
  it('brings one finding nearly always, and never many, the first of them where it was made', () => {
    let mistakes = 0;
    let elsewhere = 0;
    let findings = 0;
    for (const text of examples) {
      const right = findingsIn(text);
      for (const mistake of sampleOf([...mistakesIn(text)], 11)) {
        const { text: wrong, offset, name } = mistake;
        const found = findingsIn(wrong);
        const more = beyond(right, found).length;
        if (more === 0) continue;
        const first = firstNew(mistake, right, found);
        if (first && !isOnMistake(mistake, first)) elsewhere++;
        mistakes++;
        findings += more;
        assert.ok(more <= 4, `${name} at ${offset}: ${more} findings\n${wrong}`);
      }
    }
    assert.ok(findings / mistakes <= 1.05, `${findings} findings of ${mistakes} mistakes`);
    assert.ok(elsewhere / mistakes <= 0.003, `${elsewhere} of ${mistakes} mistakes are found elsewhere first`);
  });
});
