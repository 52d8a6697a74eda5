import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { applyEdits } from '../src/core/span.js';
import { isJson } from './is-json.js';
import { sampleOf } from './sampling.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const folder = path.join('examples', 'good');

describe('a closing bracket that is missing', () => {
  it('is put in by the first fix, and the text is JSON again', () => {
    let [mended, all] = [0, 0];
    for (const name of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const brackets = [...text.matchAll(/[\]}]/gu)].map(({ index }) => index);
      for (const at of sampleOf(brackets, 3)) {
        const wrong = text.slice(0, at) + text.slice(at + 1);
        if (isJson(wrong)) continue;
        const found = lint(readPolicy(wrong), { catalogue: shippedCatalogue, language: shippedLanguage, rules });
        const [fix] = found.flatMap(({ code, fix: safe, suggestions = [] }) =>
          code === 'json-syntax' ? [safe ?? suggestions[0]] : [],
        );
        assert.ok(fix, wrong);
        all++;
        if (isJson(applyEdits(wrong, fix.edits()))) mended++;
      }
    }
    assert.ok(all > 10 && mended / all >= 0.97, `${mended} of ${all} are mended`);
  });
});
