// `npm run test:unit [-- -g PATTERN] [--reporter NAME]`: the quick loop. One process bundles and runs: Mocha is loaded while esbuild works.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { targets } from '../esbuild.mjs';

// Most code runs a few times in so short a process: V8 optimises later than it would, which takes a tenth less time.
setFlagsFromString('--interrupt-budget=400000');

const { values } = parseArgs({
  options: { grep: { type: 'string', short: 'g' }, reporter: { type: 'string', default: 'dot' } },
});
const [{ default: Mocha }] = await Promise.all([import('mocha'), targets.unit()]);
const mocha = new Mocha({
  ui: 'bdd',
  timeout: 30_000,
  reporter: values.reporter,
  ...(values.grep === undefined ? {} : { grep: values.grep }),
  forbidOnly: process.env['CI'] !== undefined,
});
const bundle = path.resolve('out/unit.cjs');
mocha.addFile(bundle);
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
});

// Node's own use of source maps costs every run a fifth of its time; here they are read when a test fails.
let map;
runner.on('fail', (_test, error) => {
  if (typeof error?.stack === 'string') error.stack = inSources(error.stack);
});

/** A stack whose places in the bundle are those in the sources. */
function inSources(stack) {
  map ??= new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  return stack.replaceAll(/[^\s(]*unit\.cjs:(\d+):(\d+)/gu, (place, line, column) => {
    const { originalSource, originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    if (originalSource === undefined) return place;
    const source = path.relative('.', path.resolve(path.dirname(bundle), originalSource));
    return `${source}:${originalLine + 1}:${originalColumn + 1}`;
  });
}
