// `npm run test:unit [-- -g PATTERN] [--reporter NAME]`: the quick loop. One process bundles and runs: Mocha is loaded while esbuild works.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { targets } from '../esbuild.mjs';

const { values } = parseArgs({
  options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string', default: 'dot' } },
});
const [{ default: Mocha }] = await Promise.all([import('mocha'), targets.unit()]);
// Before the bundle is loaded: stacks then name the sources.
process.setSourceMapsEnabled(true);
const mocha = new Mocha({
  ui: 'bdd',
  timeout: 30_000,
  reporter: values.reporter,
  ...(values.grep === undefined ? {} : { grep: values.grep }),
  forbidOnly: process.env['CI'] !== undefined,
});
mocha.addFile(path.resolve('out/unit.cjs'));
await mocha.loadFilesAsync();
mocha.run((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});
