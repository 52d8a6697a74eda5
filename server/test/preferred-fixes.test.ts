import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Fix } from '../src/core/lint/finding.js';
import { lint } from '../src/core/lint/lint.js';
import { rules } from '../src/core/lint/rules/index.js';
import { readPolicy } from '../src/core/policy/read.js';
import { applyEdits } from '../src/core/span.js';
import { blocksIn, readPage } from './rule-pages.js';
import { runs } from './sampling.js';
import { shippedCatalogue, shippedLanguage } from './shipped-catalogue.js';

const findingsOf = (text: string): readonly Finding[] =>
  lint(readPolicy(text), { catalogue: shippedCatalogue, language: shippedLanguage, rules });

const preferredOf = ({ fix, suggestions = [] }: Finding): readonly Fix[] =>
  [...(fix ? [fix] : []), ...suggestions].filter(({ preferred }) => preferred);

/** What a finding says of which text: the same again is the same finding. */
const sayingOf = (text: string, { code, messageId, data, span }: Finding): string =>
  JSON.stringify([code, messageId, data, text.slice(span.start, span.end)]);

const count = (items: readonly string[], item: string): number => items.filter((other) => other === item).length;

/** Asserts that each preferred fix takes its finding away: the same is said once less. */
function checkPreferred(text: string): void {
  const findings = findingsOf(text);
  const before = findings.map((finding) => sayingOf(text, finding));
  for (const [index, finding] of findings.entries())
    for (const fix of preferredOf(finding)) {
      const after = applyEdits(text, fix.edits());
      const said = before[index] ?? '';
      const left = findingsOf(after).map((other) => sayingOf(after, other));
      assert.ok(count(left, said) < count(before, said), `${said} in ${text} is left in ${after}`);
    }
}

/** The policies that the rules' pages show, right and wrong ones. */
const shown = Object.keys(rules).flatMap((code) => blocksIn(readPage(code) ?? ''));

/** What people put where it does not belong. */
const slip = fc.constantFrom(
  ...[
    ' ',
    '  ',
    ':',
    '::',
    '/',
    '*',
    '**',
    '"',
    "'",
    ',',
    '\t',
    '：',
    '“',
    'x',
    '1',
    '-',
    '_',
    '%',
    '$',
    '<',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    'name/',
    'qcs',
    'uin/',
    'uid/',
    '\u200b',
    '\u00a0',
    'а',
    'cos:',
    'allow',
    'null',
    'true',
    '0',
    '?',
    '&',
    '.',
    '#',
  ],
);

interface Change {
  readonly at: number;
  readonly gone: number;
  readonly put: string;
}

/** A few slips of the pen, each at a place told as a part of the whole. */
const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), gone: fc.nat(2), put: fc.oneof(slip, fc.constant('')) }),
  { minLength: 1, maxLength: 3 },
);

/** Offsets where something may go wrong: in strings, or anywhere. */
const placesIn = (text: string, inStrings: boolean): readonly number[] =>
  inStrings
    ? Array.from(text.matchAll(/"[^"\n]+"/gu), ({ index, 0: { length } }) =>
        Array.from({ length: length - 1 }, (_, offset) => index + 1 + offset),
      ).flat()
    : Array.from({ length: text.length + 1 }, (_, offset) => offset);

const changed = (text: string, all: readonly Change[], inStrings: boolean): string =>
  all.reduce((result, { at, gone, put }) => {
    const places = placesIn(result, inStrings);
    const start = places[Math.floor(at * (places.length - 1))] ?? 0;
    return result.slice(0, start) + put + result.slice(start + gone);
  }, text);

describe('a preferred fix', () => {
  it('takes its own finding away in what the pages show', () => {
    for (const text of shown) checkPreferred(text);
  });

  it('takes its own finding away, whatever slips are in a policy', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shown), changes, fc.boolean(), (text, all, inStrings) => {
        checkPreferred(changed(text, all, inStrings));
      }),
      runs(8000),
    );
  });
});
