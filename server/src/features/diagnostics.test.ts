import assert from 'node:assert/strict';
import { documentOf, testContext } from '../../test/documents.js';
import type { RuleSettings } from '../core/lint/lint.js';
import { diagnose } from './diagnostics.js';
import type { HostDocument } from './document.js';

const statements = (count: number): string =>
  `{"version":"2.0","statement":[${Array.from({ length: count }, () => '{"Effect":"allow"}').join(',')}]}`;

/** How many diagnostics there are of each code, in the order of their first. */
function counted(document: HostDocument, settings: RuleSettings = {}): { readonly [code: string]: number } {
  const counts: Record<string, number> = {};
  for (const { code = '' } of diagnose(document, { ...testContext, settings })) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe('diagnostics', () => {
  it('are all shown while there are not too many', () => {
    assert.deepEqual(counted(documentOf(statements(250))), { 'element-case': 1, 'missing-element': 250 });
  });

  const tooMany = documentOf(statements(1001));

  it('beyond a thousand are the most severe ones, and say so', () => {
    assert.deepEqual(counted(tooMany), { 'too-large': 1, 'policy-too-long': 1, 'missing-element': 999 });
    const [first] = diagnose(tooMany, testContext);
    assert.equal(first?.message, 'Of 1003 findings 1000 are shown, errors first.');
    assert.equal(first.severity, 3);
  });

  it('say so as loud as the person wants it', () => {
    assert.deepEqual(counted(tooMany, { 'too-large': 'off' }), {
      'policy-too-long': 1,
      'missing-element': 999,
    });
    const settings = { 'too-large': 'error' } as const;
    const [first] = diagnose(tooMany, { ...testContext, settings });
    assert.equal(first?.severity, 1);
  });
});
