/** Good policies with one documented mistake made in each: what a mutation is, and how it is checked. */
import assert from 'node:assert/strict';
import type { Catalogue } from '../src/core/catalogue/catalogue.js';
import type { Fix } from '../src/core/lint/finding.js';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { applyEdits } from '../src/core/span.js';
import { markSpans, spansIn } from './marks.js';
import { findingsOf } from './rule-tester.js';
import { shippedLanguage } from './shipped-catalogue.js';
import { tinyCatalogue } from './tiny-catalogue.js';

export interface Mutation {
  /** The rule that must see it. */
  readonly code: string;
  /** A whole policy without any error and without a finding of the rule. */
  readonly good: string;
  /** The policy with the mistake, what the rule must report marked `«…»`. */
  readonly bad: string;
  /** The text after the finding's fix, or else its first suggestion; absent: that it mends the finding is still checked, where there is one. */
  readonly fixed?: string;
}

/** Asserts that the rule is silent on `good`, speaks exactly where `bad` says, and that its fix silences it. */
export function checkMutation({ code, good, bad, fixed }: Mutation, catalogue: Catalogue = tinyCatalogue): void {
  assert.deepEqual(errorsOf(good, catalogue), []);
  assert.equal(markedBy(code, good, catalogue), good);
  let { text } = spansIn(bad);
  assert.equal(markedBy(code, text, catalogue), bad);
  const hasFix = firstFix(code, text, catalogue) !== undefined;
  assert.ok(hasFix || fixed === undefined, 'no fix');
  if (!hasFix) return;
  // One fix per finding must do.
  for (let left = spansIn(bad).spans.length; left > 0; left--) {
    const fix = firstFix(code, text, catalogue);
    if (fix) text = applyEdits(text, fix.edits());
  }
  assert.equal(markedBy(code, text, catalogue), text);
  if (fixed !== undefined) assert.equal(text, fixed);
}

function firstFix(code: string, text: string, catalogue: Catalogue): Fix | undefined {
  const [first] = findingsOf(code, text, catalogue);
  return first?.fix ?? first?.suggestions?.[0];
}

const markedBy = (code: string, text: string, catalogue: Catalogue): string =>
  markSpans(
    text,
    findingsOf(code, text, catalogue).map(({ span }) => span),
  );

const errorsOf = (text: string, catalogue: Catalogue): readonly string[] =>
  lint(readPolicy(text), { catalogue, language: shippedLanguage, rules })
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
