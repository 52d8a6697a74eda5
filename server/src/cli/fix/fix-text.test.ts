import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { mutations as condition } from '../../../test/mutations/condition.js';
import { mutations as documents } from '../../../test/mutations/document.js';
import { mutations as resource } from '../../../test/mutations/resource.js';
import { mutations as safety } from '../../../test/mutations/safety.js';
import { mistakenText } from '../../../test/arbitrary-policy.js';
import { spansIn } from '../../../test/marks.js';
import { sampleOf } from '../../../test/sampling.js';
import { shippedCatalogue, shippedLanguage } from '../../../test/shipped-catalogue.js';
import { applyFixes, readPolicy } from '../../core/index.js';
import { noSettings } from '../../core/config/chain.js';
import { formatJson } from '../../core/syntax/format.js';
import { applyEdits } from '../../core/span.js';
import type { Settings } from '../configuration.js';
import { fixText } from './fix-text.js';

const knowledge = { catalogue: shippedCatalogue, language: shippedLanguage };
const settings: Settings = { ...noSettings, isMistaken: false, sift: (_, findings) => ({ findings, suppressed: [] }) };
const fix = (text: string, name = 'a.cam.json', with_: Settings = settings) =>
  fixText(text, name, with_, knowledge, 'en', (rule, error) => {
    throw new Error(`${rule} failed`, { cause: error });
  });

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:json|tf)$/u.test(name))
        .map((name) => `${folder}/${name}`)
    : [];

/** Asserts what must hold of every text; gives how often something was fixed. */
function check(text: string, name: string): number {
  const once = fix(text, name);
  assert.equal(fix(once.text, name).text, once.text, `${name}: a second time changes something`);
  if (name.endsWith('.cam.json'))
    assert.equal(once.text, applyFixes(readPolicy(text), knowledge).text, `${name}: a fix adds an error`);
  return once.text === text ? 0 : 1;
}

describe('the fixes of a file', () => {
  it('are all made the first time and never add an error: examples, Terraform, texts beside the project', () => {
    const files = [
      ...filesIn('examples'),
      ...filesIn('server/test/terraform'),
      ...sampleOf(filesIn('../shared/corpus'), 10),
    ];
    const fixed = files.reduce((sum, file) => sum + check(readFileSync(file, 'utf8'), file), 0);
    assert.ok(files.length > 10 && fixed > 0);
  });
  it('the same of mutations, with both kinds of line ends, and of whatever fixes can meet', () => {
    const mutations = [...condition, ...documents, ...resource, ...safety];
    const texts = mutations.map(({ bad }) => spansIn(bad).text);
    const fixed = texts
      .flatMap((text) => [text, text.replaceAll('\n', '\r\n')])
      .reduce((sum, text) => sum + check(text, 'a.cam.json'), 0);
    assert.ok(fixed > 20);
    fc.assert(
      fc.property(mistakenText, (text) => {
        check(text, 'a.cam.json');
      }),
    );
  });
  it('keep line ends: what has \\r\\n everywhere has it everywhere afterwards', () => {
    for (const { bad } of [...documents, ...resource]) {
      const text = formatted(spansIn(bad).text).replaceAll('\n', '\r\n');
      const after = fix(text).text;
      assert.doesNotMatch(after, /(?<!\r)\n/u, JSON.stringify(after));
    }
  });
  it('are not made where a person has accepted the finding', () => {
    const text = '{ "version": "2.0", "statement": [{ "effect": "Allow", "action": ["cvm:*"], "resource": ["*"] }] }';
    const accepting: Settings = {
      ...settings,
      sift: (_, findings) => ({ findings: findings.filter(({ code }) => code !== 'invalid-effect'), suppressed: [] }),
    };
    assert.notEqual(fix(text).text, text);
    assert.equal(fix(text, 'a.cam.json', accepting).text, text);
  });
  it('are written as the host writes', () => {
    const text =
      'resource "tencentcloud_cam_policy" "a" {\n  document = <<EOF\n{ "version": "2.0", "statement": [{ "effect": "Allow", "action": ["cvm:*"], "resource": ["*"] }] }\nEOF\n}\n';
    assert.equal(fix(text, 'main.tf').text, text.replace('Allow', 'allow'));
    const accepted = text.replace(
      '  document',
      '  # cam-policy-ignore invalid-effect: as the console writes it\n  document',
    );
    assert.equal(fix(accepted, 'main.tf').text, accepted);
    assert.deepEqual(
      [fix(text.replace('Allow', 'dney'), 'main.tf').errors.length, fix(accepted, 'main.tf').errors.length],
      [1, 0],
    );
  });
});

const formatted = (text: string): string =>
  applyEdits(text, formatJson(text, undefined, { tabSize: 2, insertSpaces: true }));
