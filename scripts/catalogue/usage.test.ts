import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tinyCatalogue } from '../../server/test/tiny-catalogue.js';
import { oddOnes, usageOf, type HeldOut, type Usage } from './usage.js';

describe('counting what policies name', () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-usage-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('policies/002-a.json', '{ "action": ["cvm:RunInstances", "name/cvm:RunInstances", "cvm:DescribeZones"] }');
  write('policies/004-b.json', '{ "action": ["cvm:RunInstances", "cvm:Nothing", "mps:*"] }');
  write('policies/005-odd.json', '{ "action": "cvm:TerminateInstances" }');
  write('policies/index.json', '{ "action": "mps:ProcessMedia" }');
  write('pages/one/page_intl_en.md', 'Write "cvm:DescribeZones" or `"cvm:Describe*"`.');
  write('pages/two/page_intl_zh.md', 'Write "cvm:DescribeZones" or "mps:EditMedia".');
  write('pages/held.md', '"cvm:TerminateInstances" and "cvm:DescribeRegions"');
  after(() => {
    rmSync(root, { recursive: true });
  });
  const count = (heldOut?: HeldOut): Usage =>
    JSON.parse(usageOf(path.join(root, 'policies'), [path.join(root, 'pages')], tinyCatalogue, heldOut)) as Usage;
  const usage = count(oddOnes);

  it('counts texts, not mentions; pages once, whatever their language; and no page that holds a policy that is held out', () => {
    assert.deepEqual(usage, {
      cvm: { named: 3, actions: { DescribeZones: 2, RunInstances: 2 } },
      mps: { named: 2, actions: { EditMedia: 1 } },
    });
  });

  it('counts every policy and page where none is held out', () => {
    const { cvm, mps } = count();
    assert.deepEqual(mps, usage['mps']);
    assert.deepEqual(cvm, {
      named: 5,
      actions: { DescribeZones: 2, RunInstances: 2, TerminateInstances: 2, DescribeRegions: 1 },
    });
  });

  it('puts shorter names first where the counts are the same, as they are offered', () => {
    assert.deepEqual(Object.keys(usage['cvm']?.actions ?? {}), ['RunInstances', 'DescribeZones']);
  });
});
