/**
 * `npm test`: everything that must hold, the quick answers first; ends with the round in which a step fails. Its last line counts the tests.
 * `npm test -- --without-neovim --without-emacs` leaves out the steps that need an editor which may not be had; nothing else leaves out anything.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from '../test/host/install.js';
import { attempt } from '../test/host/process.js';
import { audit } from './audit.js';
import { clearResults, readResults } from '../test/results.js';
import { thoroughVariable } from '../server/test/sampling.js';

/** Runs Node with these arguments in the repository; whether it ended well. */
type RunNode = (...args: readonly string[]) => Promise<boolean>;

interface Step {
  readonly name: string;
  /** Whether it holds; a rejection says why not. What it runs with `node` is part of what the step prints. */
  readonly holds: (node: RunNode) => Promise<boolean>;
  /** Where the step's tests write what they came to. */
  readonly results?: string;
}

const out = (name: string): string => path.join(repository, 'out', name);
const unit = out('unit-results.json');
const host = out('host-results.json');
const screen = out('screen-results.json');
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

/** In rounds, one after the other. The steps of a round run side by side: none writes what another reads. */
const rounds: readonly (readonly Step[])[] = [
  [{ name: 'Types', holds: (node) => tool(node, 'typescript', 'tsc', '-b') }],
  [{ name: 'Generated files', holds: generatedFilesHold }],
  [{ name: 'Build', holds: (node) => node('esbuild.mjs') }],
  // The longest first.
  [
    {
      name: 'Unit and protocol tests',
      holds: async (node) =>
        (await node('esbuild.mjs', 'unit')) &&
        (await node('--import', 'tsx', 'test/run-mocha.ts', unit, 'dot', 'out/unit.cjs')),
      results: unit,
    },
    {
      name: 'The built command line',
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', commandLine, 'spec', 'test/cli'),
      results: commandLine,
    },
    { name: 'Lint', holds: (node) => tool(node, 'eslint', 'eslint', '.', '--max-warnings', '0') },
    {
      name: 'Hostile clients and documents, against the built server',
      holds: (node) =>
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
    { name: 'Package', holds: (node) => node('--import', 'tsx', 'scripts/package.ts', vsix) },
    { name: 'Format', holds: (node) => tool(node, 'prettier', 'prettier', '--check', '.', '--log-level', 'warn') },
    {
      name: 'Pages of the documentation',
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', pages, 'dot', 'test/docs'),
      results: pages,
    },
    { name: 'Figures of the code', holds: (node) => node('--import', 'tsx', 'scripts/figures.ts') },
    { name: 'Known weaknesses of what ships', holds: audit },
  ],
  [
    {
      name: 'The npm package, installed, and the recipes for CI',
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', npmPackage, 'spec', 'test/npm', 'test/ci'),
      results: npmPackage,
    },
  ],
  [
    {
      name: 'Ratios of speed, against the committed bounds',
      holds: async (node) => (await node('esbuild.mjs', 'bench')) && (await node('out/bench/check.cjs')),
    },
  ],
  [
    {
      name: 'End-to-end tests of the package, in VS Code',
      holds: (node) => node('--import', 'tsx', 'test/run.ts', '--vsix', vsix, '--results', endToEnd),
      results: endToEnd,
    },
  ],
  [
    {
      name: 'End-to-end tests of the package as a web extension',
      // The folder that the package was made from holds what it holds.
      holds: (node) => node('--import', 'tsx', 'test/web/run.ts', '--extension', out('package'), '--results', web),
      results: web,
    },
  ],
  [
    {
      name: 'The end-to-end host itself',
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', host, 'spec', 'test', 'test/host'),
      results: host,
    },
  ],
  [
    {
      name: 'The extension used on the screen',
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', screen, 'spec', 'test/ui'),
      results: screen,
    },
  ],
  [
    {
      name: optional['without-neovim'],
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', neovim, 'spec', 'test/neovim'),
      results: neovim,
    },
  ],
  [
    {
      name: optional['without-emacs'],
      holds: (node) => node('--import', 'tsx', 'test/run-mocha.ts', emacs, 'spec', 'test/emacs'),
      results: emacs,
    },
  ],
];

/** Runs the command `name` that the installed package `from` brings. */
async function tool(node: RunNode, from: string, name: string, ...args: readonly string[]): Promise<boolean> {
  const folder = path.join(repository, 'node_modules', from);
  const { bin } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    readonly bin: string | Readonly<Record<string, string>>;
  };
  const file = typeof bin === 'string' ? bin : bin[name];
  if (file === undefined) throw new Error(`${from} brings no command ${name}`);
  return node(path.join(folder, file), ...args);
}

/** Whether `npm run generate` leaves every file as it is; work that is not committed yet is no difference. */
async function generatedFilesHold(node: RunNode): Promise<boolean> {
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

/** What the tests of a step came to; of one without tests, nothing but whether it holds. */
interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly held: boolean;
}

/** Runs one step with its heading and time; what a step prints that runs `beside` others comes at its end. */
async function take({ name, holds, results }: Step, beside: boolean): Promise<Outcome> {
  console.log(beside ? `━━ ${name} begins` : `\n━━ ${name}`);
  const started = performance.now();
  if (results !== undefined) await clearResults(results);
  const printed: string[] = [];
  const node: RunNode = async (...args) => {
    const ended = await attempt(process.execPath, args, { cwd: repository, output: beside ? 'keep' : 'show' });
    printed.push(ended.output);
    return ended.code === 0;
  };
  const held = await holds(node).catch((error: unknown) => {
    printed.push(error instanceof Error ? error.message : String(error));
    return false;
  });
  const text = [...(beside ? [`\n━━ ${name}`] : []), printed.join('\n').trim()].filter((line) => line !== '');
  if (text.length > 0) console.log(text.join('\n'));
  console.log(`━━ ${name}: ${held ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (results === undefined) return { passed: 0, failed: 0, held };
  // Tests that stopped without results count as one failure: the step says why.
  const { passed, failed } = await readResults(results).catch(() => ({ passed: 0, failed: 1 }));
  return { passed, failed, held: held && failed === 0 };
}

/** Runs the steps of a round, two at a time where there are two processors; begins none after one that failed. */
async function takeRound(round: readonly Step[]): Promise<readonly Outcome[]> {
  const waiting = [...round];
  const outcomes: Outcome[] = [];
  const lane = async (): Promise<void> => {
    while (outcomes.every(({ held }) => held)) {
      const step = waiting.shift();
      if (step === undefined) return;
      outcomes.push(await take(step, round.length > 1));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  return outcomes;
}

async function main(): Promise<void> {
  process.env[thoroughVariable] = 'true';
  const { values } = parseArgs({
    options: { 'without-neovim': { type: 'boolean' }, 'without-emacs': { type: 'boolean' } },
  });
  const leftOut: readonly string[] = Object.entries(optional).flatMap(([option, name]) =>
    values[option as keyof typeof optional] === true ? [name] : [],
  );
  const outcomes: Outcome[] = [];
  for (const round of rounds) {
    outcomes.push(...(await takeRound(round.filter(({ name }) => !leftOut.includes(name)))));
    if (outcomes.every(({ held }) => held)) continue;
    process.exitCode = 1;
    break;
  }
  for (const name of leftOut) console.log(`\n━━ ${name}: left out, as was asked for`);
  const total = (count: (outcome: Outcome) => number): number =>
    outcomes.map(count).reduce((sum, next) => sum + next, 0);
  console.log(`\n${total(({ passed }) => passed)} passed, ${total(({ failed }) => failed)} failed`);
}

void main();
