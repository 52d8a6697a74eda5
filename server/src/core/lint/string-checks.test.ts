import assert from 'node:assert/strict';
import { shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { tinyCatalogue as catalogue } from '../../../test/tiny-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { lint, type Rules } from './lint.js';
import { rule, type Rule } from './rule.js';

type Find<Kind extends 'action' | 'resource'> = NonNullable<Rule['check'][Kind]>['find'];

/** A rule that reports every action and resource that its `find` gives something for. */
const finding = (action: Find<'action'>, resource: Find<'resource'> = () => undefined): Rules => ({
  finding: rule({
    group: 'action',
    severity: 'warning',
    summary: { en: '', zh: '' },
    messages: { seen: { en: '{found}', zh: '' } },
    check: {
      action: {
        find: action,
        report: (found, { node }, _statement, { report }) => report(node, 'seen', { data: { found: String(found) } }),
      },
      resource: {
        find: resource,
        report: (found, { node }, _statement, { report }) => report(node, 'seen', { data: { found: String(found) } }),
      },
    },
  }),
});

const text = '{"statement":[{"action":["mps:A1","mps:B1","mps:A1"],"resource":["qcs::mps:::a","*"]}]}';

function seen(rules: Rules, onFailure?: (code: string, error: unknown) => void): readonly string[] {
  const findings = lint(readPolicy(text), { catalogue, language, rules, ...(onFailure && { onFailure }) });
  return findings.map(({ span, data }) => `${text.slice(span.start, span.end)} ${data['found'] as string}`);
}

const nameOfA1: Find<'action'> = ({ name }) => (name === 'A1' ? name : undefined);

describe('checks of strings', () => {
  it('report what was found, at each place of the string', () => {
    const found = seen(finding(nameOfA1, ({ form }) => (form === 'six' ? form : undefined)));
    assert.deepEqual(found, ['"mps:A1" A1', '"mps:A1" A1', '"qcs::mps:::a" six']);
  });

  it('find once per string, also in later runs', () => {
    const asked: string[] = [];
    const rules = finding(({ name }) => {
      asked.push(name);
      return name;
    });
    assert.deepEqual(seen(rules), seen(rules));
    assert.deepEqual(asked, ['A1', 'B1']);
  });

  it('cost a rule that throws its own findings only, and are told each time', () => {
    const failed: string[] = [];
    const broken = finding(() => {
      throw new Error('broken');
    });
    const rules: Rules = { broken: Object.values(broken)[0] ?? assert.fail(), ...finding(nameOfA1) };
    for (let run = 0; run < 2; run++) assert.equal(seen(rules, (code) => failed.push(code)).length, 2);
    assert.deepEqual(failed, ['broken', 'broken']);
  });
});
