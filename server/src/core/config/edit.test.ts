import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { policyText } from '../../../test/arbitrary-policy.js';
import { runs } from '../../../test/sampling.js';
import { literalGlob, matchesPath, readGlob } from '../glob.js';
import { lint } from '../lint/lint.js';
import { rules } from '../lint/rules/index.js';
import { readPolicy } from '../policy/read.js';
import { applyEdits } from '../span.js';
import { addSuppression, setLevel } from './edit.js';
import { narrowingOf } from './narrow.js';
import { readConfiguration } from './read.js';
import { sift } from './suppress.js';

const entry = { rule: 'allow-all', files: ['a.cam.json'], reason: 'x' };
const short = '{ "rule": "allow-all", "files": ["a.cam.json"], "reason": "x" }';

const suppressed = (text: string): string | undefined => {
  const edits = addSuppression(text, entry, rules);
  return edits && applyEdits(text, edits);
};
const levelled = (text: string, path = 'a.cam.json'): string | undefined => {
  const edits = setLevel(text, 'allow-all', 'off', path, rules);
  return edits && applyEdits(text, edits);
};

describe('a suppression that is added', () => {
  it('begins a configuration', () => {
    const alone = `{\n  "suppress": [\n    ${short}\n  ]\n}\n`;
    assert.equal(suppressed(''), alone);
    assert.equal(suppressed('// Ours.\n'), `// Ours.\n${alone}`);
  });

  it('stands behind the others, and comments stay where they were', () => {
    const table: readonly (readonly [string, string])[] = [
      ['{}', `{\n  "suppress": [\n    ${short}\n  ]\n}`],
      ['{ "files": ["a"] }', `{ "files": ["a"], "suppress": [\n  ${short}\n] }`],
      ['{\n  "files": ["a"] // one\n}', `{\n  "files": ["a"], // one\n  "suppress": [\n    ${short}\n  ]\n}`],
      ['{\n\t"files": ["a"], /* one */\n}', `{\n\t"files": ["a"], /* one */\n\t"suppress": [\n\t\t${short}\n\t],\n}`],
      [
        '{\n  "suppress": [\n    { "rule": "x" }, // one\n  ],\n}',
        `{\n  "suppress": [\n    { "rule": "x" }, // one\n    ${short},\n  ],\n}`,
      ],
      ['{\r\n  "suppress": []\r\n}', `{\r\n  "suppress": [\r\n    ${short}\r\n  ]\r\n}`],
      ['{\n  "suppress": [ // none\n  ]\n}', `{\n  "suppress": [\n    ${short} // none\n  ]\n}`],
      [
        '{\n  "suppress": [{ "a": 1 }\n  // end\n  , ]\n}',
        `{\n  "suppress": [{ "a": 1 }\n  // end\n  , ${short}, ]\n}`,
      ],
    ];
    for (const [before, after] of table) assert.equal(suppressed(before), after, before);
  });

  it('is on several lines where it is long', () => {
    const edits = addSuppression('{}', { ...entry, reason: 'x'.repeat(80) }, rules) ?? [];
    assert.match(applyEdits('{}', edits), /\{\n {6}"rule": "allow-all",\n {6}"files"/u);
  });

  it('is refused where mistakes leave open where it would stand', () => {
    for (const text of ['[]', '{ "suppress": {} }', '{ "files": [', '{ "files": [] "rules": {} }', '"x"'])
      assert.equal(suppressed(text), undefined, text);
  });

  it('counts, whatever the text was', () => {
    const space = fc.constantFrom('', ' ', '\n', '\n  ', ' // c\n', ' /* c */ ', '\r\n\t');
    const value = fc.constantFrom('{}', '[]', '{ "rules": {} }');
    const text = fc
      .tuple(space, space, space, fc.constantFrom('', ','), value, space)
      .map(
        ([a, b, c, comma, , d]) =>
          `${a}{${b}"suppress":${c}[${d}{ "rule": "unknown-action", "files": ["**"], "reason": "y" }${a}${comma}${b}]${c}${comma}${d}}`,
      );
    fc.assert(
      fc.property(text, (before) => {
        const after = suppressed(before);
        assert.ok(after !== undefined, before);
        const read = readConfiguration(after, rules);
        assert.deepEqual(read.problems, [], after);
        assert.deepEqual(
          read.suppress.map(({ rule }) => rule),
          ['unknown-action', 'allow-all'],
          after,
        );
        const comments = (one: string): number => one.split('c').length;
        assert.ok(comments(after) >= comments(before), after);
      }),
      runs(1000),
    );
  });
});

describe('a level that is set', () => {
  it('is changed where it stands, and else added', () => {
    const table: readonly (readonly [string, string])[] = [
      ['', '{\n  "rules": { "allow-all": "off" }\n}\n'],
      ['{ "rules": { "allow-all": "error" } }', '{ "rules": { "allow-all": "off" } }'],
      [
        '{\n  "rules": {\n    "unknown-action": "off", // why\n  }\n}',
        '{\n  "rules": {\n    "unknown-action": "off", // why\n    "allow-all": "off",\n  }\n}',
      ],
      ['{\n  "files": []\n}', '{\n  "files": [],\n  "rules": { "allow-all": "off" }\n}'],
    ];
    for (const [before, after] of table) assert.equal(levelled(before), after, before);
  });

  it('is changed in the override that decides', () => {
    const text = (level: string): string =>
      `{ "rules": { "allow-all": "hint" }, "overrides": [{ "files": ["b/**"], "rules": { "allow-all": "${level}" } }] }`;
    assert.equal(levelled(text('error'), 'b/a.cam.json'), text('off'));
    assert.equal(levelled(text('error')), text('error').replace('"hint"', '"off"'));
  });
});

describe('a suppression for one finding', () => {
  it('keeps that one quiet, and none of another statement', () => {
    fc.assert(
      fc.property(policyText, (text) => {
        const policy = readPolicy(text);
        const findings = lint(policy, { catalogue: shippedCatalogue, language: shippedLanguage, rules });
        for (const finding of findings) {
          const narrowed = narrowingOf(finding, policy);
          const written = { rule: finding.code, files: ['a'], ...narrowed, reason: 'x' };
          const { suppress, problems } = readConfiguration(JSON.stringify({ suppress: [written] }), rules);
          assert.deepEqual(problems, [], JSON.stringify(written));
          const { suppressed: gone } = sift(policy, findings, suppress, '2026-11-26');
          assert.ok(
            gone.some((one) => one.finding === finding),
            `${text}\n${JSON.stringify(written)}`,
          );
        }
      }),
      runs(300),
    );
  });

  it('on a wildcard is for its statement, since the wildcard stands for actions of others', () => {
    const statement = (action: string): object => ({ effect: 'allow', action: [action], resource: '*' });
    const policy = readPolicy(
      JSON.stringify({ version: '2.0', statement: [statement('cam:Nothin*'), statement('cam:Nothing')] }),
    );
    const [first] = lint(policy, { catalogue: shippedCatalogue, language: shippedLanguage, rules }).filter(
      ({ code }) => code === 'wildcard-matches-nothing',
    );
    assert.ok(first);
    assert.deepEqual(narrowingOf(first, policy), { action: 'cam:Nothin*', statement: 0 });
  });

  it('names its file and no other', () => {
    for (const path of ['a[b].json', '{a,b}.json', 'a*b?.json', 'x/策略.cam.json', 'a].json', 'a{b}c'])
      assert.ok(matchesPath(readGlob(literalGlob(path)), path), path);
    assert.equal(matchesPath(readGlob(literalGlob('{a,b}')), 'a'), false);
  });
});
