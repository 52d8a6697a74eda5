import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mistakenText } from '../../../test/arbitrary-policy.js';
import { isJson } from '../../../test/is-json.js';
import { shippedLanguage } from '../../../test/shipped-catalogue.js';
import { tinyCatalogue } from '../../../test/tiny-catalogue.js';
import { asMuchAs, runs } from '../../../test/sampling.js';
import { readPolicy } from '../policy/read.js';
import { applyEdits, replace, type Edit, type Span } from '../span.js';
import { firstFix, fixAll, maxRounds, safeFix, type FixedText } from './fix-all.js';
import { lint, type LintOptions, type Rules } from './lint.js';
import { rule } from './rule.js';
import { rules } from './rules/index.js';

const options: LintOptions = {
  catalogue: tinyCatalogue,
  language: shippedLanguage,
  rules,
  onFailure: (_, error) => {
    throw error;
  },
};

function fix(
  text: string,
  { choose = safeFix, ...other }: Partial<LintOptions> & { choose?: typeof safeFix } = {},
): FixedText {
  const policy = readPolicy(text);
  const all = { ...options, ...other };
  return fixAll(policy, lint(policy, all), all, choose);
}

/** A rule that reports each action which `edits` has something to say about. */
const onActions = (edits: (span: Span, value: string, index: number) => readonly Edit[]): Rules => ({
  test: rule({
    group: 'action',
    severity: 'warning',
    summary: { en: '', zh: '' },
    messages: { found: { en: '', zh: '' } },
    fixes: { fix: { en: '', zh: '' } },
    check: {
      statement({ actions }, { report }) {
        for (const [index, { node }] of actions?.items.entries() ?? []) {
          const found = edits(node, node.value, index);
          if (found.length > 0) report(node, 'found', { fix: { title: 'fix', edits: () => found } });
        }
      },
    },
  }),
});

const policy = (...actions: readonly string[]): string =>
  `{"statement":[{"action":[${actions.map((action) => JSON.stringify(action)).join(',')}]}]}`;
const grow = (until: number) =>
  onActions((span, value) => (value.length < until ? [replace(span, JSON.stringify(`${value}x`))] : []));

describe('fixAll', () => {
  it('takes nothing away of which a part was not read, as a condition whose operator is not JSON', () => {
    const statements = ['"action":"a"', '"action":"a","condition":{["ip_equal"]:{"qcs:ip":"10.0.0.0/8"}}'].map(
      (members) => `{"effect":"deny",${members},"resource":"*"}`,
    );
    const text = `{"version":"2.0","statement":[${statements.join(',')}]}`;
    const removing: Rules = {
      test: rule({
        group: 'document',
        severity: 'warning',
        summary: { en: '', zh: '' },
        messages: { found: { en: '', zh: '' } },
        fixes: { fix: { en: '', zh: '' } },
        check: {
          statement({ node }, { report }) {
            report(node, 'found', { fix: { title: 'fix', edits: () => [replace(node, '{}')] } });
          },
        },
      }),
    };
    assert.equal(fix(text, { rules: removing }).text, text.replace(statements[0] ?? '', '{}'));
  });

  it('goes on with what a fix uncovers', () => {
    assert.equal(fix(policy('a', 'bcd'), { rules: grow(5) }).text, policy('axxxx', 'bcdxx'));
  });

  it('ends where fixes have no end', () => {
    assert.equal(fix(policy('a'), { rules: grow(Infinity) }).text, policy(`a${'x'.repeat(maxRounds)}`));
  });

  it('ends where a fix changes nothing', () => {
    let count = 0;
    const idle = onActions((span, value) => {
      count++;
      return [replace(span, JSON.stringify(value))];
    });
    assert.equal(fix(policy('a'), { rules: idle }).text, policy('a'));
    assert.equal(count, 1);
  });

  it('does not apply fixes together whose edits meet', () => {
    // Each takes itself and the comma before it or behind it: together they would leave none.
    const dedupe = onActions(({ start, end }, value, index) =>
      value === 'a' ? [{ span: index === 0 ? { start, end: end + 1 } : { start: start - 1, end }, newText: '' }] : [],
    );
    assert.equal(fix(policy('a', 'a', 'b'), { rules: dedupe }).text, policy('b'));
  });

  it('leaves out a fix that throws or overlaps with itself, and tells', () => {
    const failed: string[] = [];
    const broken = onActions((span, value) => [
      replace(span, '"fixed"'),
      ...(value === 'a' ? [replace(span, '"twice"')] : []),
    ]);
    const onFailure = (code: string): void => void failed.push(code);
    assert.equal(fix(policy('a', 'b'), { rules: broken, onFailure }).text.includes('"a","fixed"'), true);
    assert.equal(new Set(failed).size, 1);
  });

  it('takes suggestions only where it is told to', () => {
    const text = policy('mps:EditMedai');
    assert.match(fix(text).text, /mps:EditMedai/u);
    assert.match(fix(text, { choose: firstFix }).text, /mps:EditMedia/u);
  });

  it('never makes a policy wrong that was right, nor JSON invalid that was valid, and leaves nothing to fix', () => {
    const errorsIn = (text: string): readonly string[] =>
      lint(readPolicy(text), options)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    let fixed = 0;
    fc.assert(
      fc.property(mistakenText, (text) => {
        const result = fix(text);
        assert.equal(applyEdits(text, result.edits), result.text);
        if (errorsIn(text).length === 0) assert.deepEqual(errorsIn(result.text), []);
        if (isJson(text)) assert.ok(isJson(result.text), result.text);
        assert.equal(fix(result.text).text, result.text);
        if (result.text !== text) fixed++;
      }),
      runs(60),
    );
    assert.ok(fixed > asMuchAs(20, -1), `only ${fixed} texts had anything to fix`);
  }).timeout(20_000);
});
