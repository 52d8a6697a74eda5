import assert from 'node:assert/strict';
import { shippedCatalogue as catalogue, shippedLanguage as language } from '../../test/shipped-catalogue.js';
import { maxShown } from './lint/limits.js';
import { applyFixes, describe as messageOf, indexLines, lint, readPolicy, titleOfFix } from './index.js';

const options = { catalogue, language };

describe('the public engine', () => {
  const text = '{"version":"2.0",\n"statement":[{"effect":"Allow","action":"mps:*","resource":"*"}]}';

  it('finds, words and places what is wrong', () => {
    const [finding, ...others] = lint(readPolicy(text), {
      ...options,
      settings: { 'service-wide-write': 'off', 'missing-companion': 'off' },
    });
    assert.deepEqual(others, []);
    assert.ok(finding?.fix);
    assert.equal(finding.code, 'invalid-effect');
    assert.match(messageOf(finding, 'en'), /"allow"/u);
    assert.match(messageOf(finding, 'zh'), /"allow"/u);
    assert.equal(titleOfFix(finding, finding.fix, 'en'), 'Change to "allow"');
    assert.deepEqual(indexLines(text).at(finding.span.start), { line: 2, column: 24 });
  });

  it('applies the fixes that need no eye', () => {
    assert.equal(applyFixes(readPolicy(text), options).text, text.replace('Allow', 'allow'));
  });

  it('says so itself where there are too many findings', () => {
    const many = JSON.stringify({ version: '2.0', statement: Array.from({ length: 2000 }, () => ({ effect: 'x' })) });
    const findings = lint(readPolicy(many), options);
    assert.equal(findings.length, maxShown + 1);
    assert.equal(findings[0]?.code, 'too-large');
    const off = lint(readPolicy(many), { ...options, settings: { 'too-large': 'off' } });
    assert.equal(off.length, maxShown);
  });
});
