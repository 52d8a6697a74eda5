/**
 * `npm test`: everything that must hold, the quick answers first; stops at the first step that fails. Its last line counts the tests.
 * `npm test -- --without-neovim --without-emacs` leaves out the steps that need an editor which may not be had; nothing else leaves out anything.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../test/host/install.js';
import { attempt } from '../test/host/process.js';
import { audit } from './audit.js';
import { clearResults, readResults } from '../test/results.js';
import { thoroughVariable } from '../server/test/sampling.js';

interface Step {
  readonly name: string;
  /** Whether it holds; a rejection says why not. */
  readonly holds: () => Promise<boolean>;
  /** Where the step's tests write what they came to. */
  readonly results?: string;
}

const out = (name: string): string => path.join(repository, 'out', name);
const unit = out('unit-results.json');
const host = out('host-results.json');
const neovim = out('neovim-results.json');
const emacs = out('emacs-results.json');
const commandLine = out('cli-results.json');
const hostile = out('hostile-results.json');
const web = out('web-results.json');
const endToEnd = out('e2e-results.json');
const npmPackage = out('npm-results.json');
const pages = out('docs-results.json');
const vsix = out('cam-policy.vsix');

/** Steps that can be left out, by the option that does. */
const optional = {
  'without-neovim': 'The language server in Neovim',
  'without-emacs': 'The language server in Emacs',
} as const;

const steps: readonly Step[] = [
  { name: 'Types', holds: () => tool('typescript', 'tsc', '-b') },
  { name: 'Lint', holds: () => tool('eslint', 'eslint', '.', '--max-warnings', '0') },
  { name: 'Figures of the code', holds: () => node('--import', 'tsx', 'scripts/figures.ts') },
  { name: 'Format', holds: () => tool('prettier', 'prettier', '--check', '.', '--log-level', 'warn') },
  { name: 'Generated files', holds: generatedFilesHold },
  {
    name: 'Unit and protocol tests',
    holds: async () =>
      (await node('esbuild.mjs', 'unit')) &&
      (await node('--import', 'tsx', 'test/run-mocha.ts', unit, 'dot', 'out/unit.cjs')),
    results: unit,
  },
  { name: 'Build', holds: () => node('esbuild.mjs') },
  { name: 'Known weaknesses of what ships', holds: audit },
  {
    name: 'The built command line',
    holds: () => node('--import', 'tsx', 'test/run-mocha.ts', commandLine, 'spec', 'test/cli'),
    results: commandLine,
  },
  {
    name: 'The npm package, installed, and the recipes for CI',
    holds: () => node('--import', 'tsx', 'test/run-mocha.ts', npmPackage, 'spec', 'test/npm', 'test/ci'),
    results: npmPackage,
  },
  {
    name: 'Pages of the documentation',
    holds: () => node('--import', 'tsx', 'test/run-mocha.ts', pages, 'dot', 'test/docs'),
    results: pages,
  },
  {
    name: 'Hostile clients and documents, against the built server',
    holds: () =>
      node(
        '--import',
        'tsx',
        'test/run-mocha.ts',
        hostile,
        'spec',
        'test/hostile/bundle.test.ts',
        'test/hostile/expressions.test.ts',
        'test/hostile/fuzz.test.ts',
        'test/hostile/growth.test.ts',
        'test/hostile/hostile.test.ts',
        'test/hostile/channel.test.ts',
      ),
    results: hostile,
  },
  {
    name: 'Ratios of speed, against the committed bounds',
    holds: async () => (await node('esbuild.mjs', 'bench')) && (await node('out/bench/check.cjs')),
  },
  { name: 'Package', holds: () => node('--import', 'tsx', 'scripts/package.ts', vsix) },
  {
    name: 'End-to-end tests of the package, in VS Code',
    holds: () => node('--import', 'tsx', 'test/run.ts', '--vsix', vsix, '--results', endToEnd),
    results: endToEnd,
  },
  {
    name: 'End-to-end tests of the package as a web extension',
    // The folder that the package was made from holds what it holds.
    holds: () => node('--import', 'tsx', 'test/web/run.ts', '--extension', out('package'), '--results', web),
    results: web,
  },
  {
    name: 'A policy typed key by key, and the end-to-end host itself',
    holds: () => node('--import', 'tsx', 'test/run-mocha.ts', host, 'spec'),
    results: host,
  },
  {
    name: optional['without-neovim'],
    holds: () => node('--import', 'tsx', 'test/run-mocha.ts', neovim, 'spec', 'test/neovim'),
    results: neovim,
  },
  {
    name: optional['without-emacs'],
    holds: () => node('--import', 'tsx', 'test/run-mocha.ts', emacs, 'spec', 'test/emacs'),
    results: emacs,
  },
];

async function node(...args: readonly string[]): Promise<boolean> {
  return (await attempt(process.execPath, args, { cwd: repository, output: 'show' })).code === 0;
}

/** Runs the command `name` that the installed package `from` brings. */
async function tool(from: string, name: string, ...args: readonly string[]): Promise<boolean> {
  const folder = path.join(repository, 'node_modules', from);
  const { bin } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const file = typeof bin === 'string' ? bin : bin[name];
  if (file === undefined) throw new Error(`${from} brings no command ${name}`);
  return node(path.join(folder, file), ...args);
}

/** Whether `npm run generate` leaves every file as it is; work that is not committed yet is no difference. */
async function generatedFilesHold(): Promise<boolean> {
  const before = await worktree();
  if (before === undefined) {
    console.log('not a git checkout: nothing to compare with');
    return true;
  }
  if (!(await node('--import', 'tsx', 'scripts/generate.ts'))) return false;
  const after = await worktree();
  const changed = [...(after ?? [])].filter(([file, digest]) => before.get(file) !== digest).map(([file]) => file);
  const gone = [...before.keys()].filter((file) => after?.has(file) !== true);
  if (changed.length + gone.length === 0) return true;
  throw new Error(`npm run generate changed ${[...changed, ...gone].join(', ')}: commit what it writes`);
}

/** Every file that git knows or would add, with a digest of what it holds; `undefined` outside a git checkout. */
async function worktree(): Promise<ReadonlyMap<string, string> | undefined> {
  const { code, output } = await attempt('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
  });
  if (code !== 0) return undefined;
  const files = output.split('\0').filter((file) => file !== '');
  return new Map(
    await Promise.all(files.map(async (file) => [file, await digest(path.join(repository, file))] as const)),
  );
}

/** Empty where the file is gone. */
async function digest(file: string): Promise<string> {
  try {
    return createHash('sha1')
      .update(await readFile(file))
      .digest('base64');
  } catch {
    return '';
  }
}

/** Runs one step with its heading and time. */
async function take({ name, holds, results }: Step): Promise<boolean> {
  console.log(`\n━━ ${name}`);
  const started = performance.now();
  if (results !== undefined) await clearResults(results);
  const held = await holds().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  console.log(`━━ ${name}: ${held ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return held;
}

async function main(): Promise<void> {
  process.env[thoroughVariable] = 'true';
  const { values } = parseArgs({
    options: { 'without-neovim': { type: 'boolean' }, 'without-emacs': { type: 'boolean' } },
  });
  const leftOut: readonly string[] = Object.entries(optional).flatMap(([option, name]) =>
    values[option as keyof typeof optional] === true ? [name] : [],
  );
  let passed = 0;
  let failed = 0;
  for (const step of steps.filter(({ name }) => !leftOut.includes(name))) {
    const held = await take(step);
    // Tests that stopped without results count as one failure: the step says why.
    const counted =
      step.results === undefined ? undefined : await readResults(step.results).catch(() => ({ passed: 0, failed: 1 }));
    passed += counted?.passed ?? 0;
    failed += counted?.failed ?? 0;
    if (held && (counted?.failed ?? 0) === 0) continue;
    process.exitCode = 1;
    break;
  }
  for (const name of leftOut) console.log(`\n━━ ${name}: left out, as was asked for`);
  console.log(`\n${passed} passed, ${failed} failed`);
}

void main();
