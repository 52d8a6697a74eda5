import assert from 'node:assert/strict';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import type { Finding } from '../lint/finding.js';
import { lint } from '../lint/lint.js';
import { rules } from '../lint/rules/index.js';
import { readPolicy } from '../policy/read.js';
import { readConfiguration } from './read.js';
import { sift } from './suppress.js';

const statement = (actions: readonly string[], resource: string): object => ({
  effect: 'allow',
  action: actions,
  resource,
});
const policy = readPolicy(
  JSON.stringify({
    version: '2.0',
    statement: [
      statement(['cam:PassRol', 'cam:AttachUserPolici'], '*'),
      statement(['name/cam:PassRol', 'cam:GetRole'], 'qcs::cam:ap-nowhere:uin/100000000001:roleName/a'),
      statement(['cvm:RunInstance'], 'qcs::cvm:ap-elsewhere:uin/100000000001:instance/*'),
    ],
  }),
);
let findings: readonly Finding[] = [];
// As lint hands them over: those of one mistake at several places are not one yet.
lint(policy, {
  catalogue: shippedCatalogue,
  language: shippedLanguage,
  rules,
  sift: (_, found) => (findings = found),
});

/** What is left of the findings of `rule`: the text that each stands on. */
function left(rule: string, more: object = {}, day = '2026-11-26'): readonly string[] {
  const text = JSON.stringify({ suppress: [{ rule, files: ['a'], reason: 'x', ...more }] });
  const { suppress } = readConfiguration(text, rules);
  assert.equal(suppress.length, 1);
  const sifted = sift(policy, findings, suppress, day);
  assert.equal(sifted.findings.length + sifted.suppressed.length, findings.length);
  assert.ok(sifted.suppressed.every(({ finding }) => finding.code === rule));
  return sifted.findings
    .filter(({ code }) => code === rule)
    .map(({ span }) => policy.tree.text.slice(span.start, span.end));
}

describe('a suppression', () => {
  it('keeps the findings of its rule quiet, and no others', () => {
    assert.deepEqual(left('unknown-action'), []);
    assert.deepEqual(left('unknown-region'), []);
    assert.deepEqual(left('unknown-action', { files: ['b'] }), []);
  });

  it('is narrowed by an action as it is written', () => {
    assert.deepEqual(left('unknown-action', { action: 'cam:PassRol' }), ['AttachUserPolici', 'RunInstance']);
    assert.deepEqual(left('unknown-action', { action: 'cam:*' }), ['RunInstance']);
    assert.deepEqual(left('unknown-action', { action: 'cam:Pass' }).length, 4);
    // What is shown on a resource is meant where the statement has the action.
    assert.deepEqual(left('unknown-region', { action: 'cam:GetRole' }), ['ap-elsewhere']);
  });

  it('is narrowed by a resource as it is written', () => {
    assert.deepEqual(left('unknown-region', { resource: 'qcs::cam:*' }), ['ap-elsewhere']);
    assert.deepEqual(left('unknown-action', { resource: '*' }), []);
    assert.deepEqual(left('unknown-action', { resource: 'qcs::cvm:*' }).length, 3);
  });

  it('is narrowed by a statement: its index, or its first action', () => {
    assert.deepEqual(left('unknown-action', { statement: 0 }), ['PassRol', 'RunInstance']);
    assert.deepEqual(left('unknown-action', { statement: 3 }).length, 4);
    assert.deepEqual(left('unknown-action', { statement: 'cvm:RunInstance' }).length, 3);
    assert.deepEqual(left('unknown-action', { statement: 'cam:GetRole' }).length, 4);
    assert.deepEqual(left('unknown-action', { statement: 0, action: 'cam:Attach*' }).length, 3);
  });

  it('no longer holds after its last day', () => {
    assert.deepEqual(left('unknown-action', { until: '2026-11-26' }).length, 0);
    assert.deepEqual(left('unknown-action', { until: '2026-11-25' }).length, 4);
  });
});
