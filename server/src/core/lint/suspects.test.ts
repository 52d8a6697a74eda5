import assert from 'node:assert/strict';
import { shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { tinyCatalogue as catalogue } from '../../../test/tiny-catalogue.js';
import { readPolicy } from '../policy/read.js';
import { lint, type Rules } from './lint.js';
import { rule, type Rule } from './rule.js';

type Suspects = Rule['check']['suspects'];

/** A rule that reports every action and resource that it looks at. */
const looking = (suspects: Suspects): Rules => ({
  looking: rule({
    group: 'action',
    severity: 'warning',
    summary: { en: '', zh: '' },
    messages: { seen: { en: '', zh: '' } },
    check: {
      ...(suspects && { suspects }),
      action: ({ node }, _statement, { report }) => report(node, 'seen'),
      resource: ({ node }, _statement, { report }) => report(node, 'seen'),
    },
  }),
});

const text = '{"statement":[{"action":["mps:A1","mps:B1","mps:A1"],"resource":["qcs::mps:::a","*"]}]}';

function seen(rules: Rules, onFailure?: (code: string, error: unknown) => void): readonly string[] {
  const findings = lint(readPolicy(text), { catalogue, language, rules, ...(onFailure && { onFailure }) });
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe('suspects', () => {
  it('are all strings where a rule does not tell', () => {
    assert.deepEqual(seen(looking(undefined)), ['"mps:A1"', '"mps:B1"', '"mps:A1"', '"qcs::mps:::a"', '"*"']);
  });

  it('are what the rule says of either kind', () => {
    assert.deepEqual(seen(looking({ action: ({ name }) => name === 'A1', resource: ({ form }) => form === 'six' })), [
      '"mps:A1"',
      '"mps:A1"',
      '"qcs::mps:::a"',
    ]);
  });

  it('are asked for once per string, also in later runs', () => {
    const asked: string[] = [];
    const rules = looking({
      action({ name }) {
        asked.push(name);
        return true;
      },
    });
    assert.deepEqual(seen(rules), seen(rules));
    assert.deepEqual(asked, ['A1', 'B1']);
  });

  it('cost a rule that throws its own findings only, and are told each time', () => {
    const failed: string[] = [];
    const broken = looking({
      action() {
        throw new Error('broken');
      },
    });
    const rules: Rules = { broken: Object.values(broken)[0] ?? assert.fail(), ...looking(undefined) };
    for (let run = 0; run < 2; run++) assert.equal(seen(rules, (code) => failed.push(code)).length, 5);
    assert.deepEqual(failed, ['broken', 'broken']);
  });
});
