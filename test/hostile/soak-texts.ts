/** Texts that the soak test begins with. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { mistakenText } from '../../server/test/arbitrary-policy.js';
import { repository } from '../host/install.js';

const examples = path.join(repository, 'examples');

const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cam.json'))
  .sort()
  .map((name) => readFileSync(path.join(examples, name), 'utf8'));

export const policies: readonly [string, ...string[]] = [
  '',
  '{}',
  '{"statement":{"principal":{"qcs":["qcs::cam::uin/100000000001:root"]},"condition":{"ip_equal":{"qcs:ip":"10.0.0.1"}}}}',
  // The same at every start: a seed must walk the same way again.
  ...fc.sample(mistakenText, { numRuns: 20, seed: 1 }),
  ...files,
];
