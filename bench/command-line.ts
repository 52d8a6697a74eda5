/**
 * Times the command line as processes, beside an empty script and beside ESLint with @eslint/json on the same files. `dist/` must be built.
 * Times are processor time of the process, all its threads included, so that other processes count little.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateSample } from './documents.js';
import type { Figure } from './in-process.js';
import { timesOf } from './measure.js';
import { context } from './ours.js';

/** How many policies the folder has. */
const count = 2000;
/** Statements of each policy: a usual one. */
const size = 10;
/** How often each short process is started, and each long one. */
const rounds = { short: 25, long: 5 };

/** Processes that do the same: arguments of Node, by the name of who is compared. */
interface Contest {
  readonly what: string;
  readonly document: string;
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly rounds: number;
}

/** What a process took: time in ms, memory in MB. */
interface Cost {
  readonly time: number;
  readonly memory: number;
}

const require = createRequire(path.resolve('package.json'));

export function timeCommandLine(say: (line: string) => void): readonly Figure[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-bench-'));
  try {
    prepare(folder);
    return contests().flatMap((contest) => {
      const { what, document } = contest;
      say(`command line: ${what}, ${document}`);
      const costs = run(contest, folder);
      const times = (of: keyof Cost): Figure['times'] =>
        Object.fromEntries([...costs].map(([name, list]) => [name, timesOf(list.map((cost) => cost[of]))]));
      return [
        { what, document, times: times('time') },
        { what: `${what}, most memory (MB)`, document, times: times('memory') },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function contests(): readonly Contest[] {
  const cli = path.resolve('dist/cli.js');
  const eslint = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin', 'eslint.js');
  const check = (file: string) => ({ ours: [cli, 'check', file], eslint: [eslint, file] });
  const nothing = ['-e', '0'];
  const one = { ...check(path.join('policies', '0.cam.json')), 'node -e 0': nothing };
  return [
    {
      what: 'start',
      document: '`--version`',
      commands: { ours: [cli, '--version'], eslint: [eslint, '--version'], 'node -e 0': nothing },
      rounds: rounds.short,
    },
    { what: 'check', document: 'one policy', commands: one, rounds: rounds.short },
    { what: 'check', document: `${count} policies`, commands: check('policies'), rounds: rounds.long },
  ];
}

/** In turn, so that whatever else the machine does hits all alike. The first round fills the system's cache of files and does not count. */
function run({ commands, rounds }: Contest, folder: string): ReadonlyMap<string, readonly Cost[]> {
  const costs = new Map(Object.keys(commands).map((name): [string, Cost[]] => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, args] of Object.entries(commands)) {
      const cost = costOf(args, folder);
      if (round > 0) costs.get(name)?.push(cost);
    }
  return costs;
}

/** Loaded before a script: writes down at its end what the process took. */
const meter = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  require('node:fs').writeFileSync('cost.json', JSON.stringify({ time: (user + system) / 1000, memory: maxRSS / 1024 }));
});
`;

/** The policies, without the comma too many that would keep ESLint from reading further; and what ESLint must be told. */
function prepare(folder: string): void {
  mkdirSync(path.join(folder, 'policies'));
  for (let index = 0; index < count; index++) {
    const text = generateSample(context.catalogue, size, index + 1).text.replace(/,\n {2}\]\n\}$/u, '\n  ]\n}');
    writeFileSync(path.join(folder, 'policies', `${index}.cam.json`), text);
  }
  const plugin = pathToFileURL(require.resolve('@eslint/json')).href;
  writeFileSync(
    path.join(folder, 'eslint.config.mjs'),
    `import json from '${plugin}';
export default [{ files: ['**/*.cam.json'], plugins: { json }, language: 'json/json', ...json.configs.recommended }];
`,
  );
  writeFileSync(path.join(folder, 'meter.cjs'), meter);
}

/** Whatever the process says of the files is thrown away. */
function costOf(args: readonly string[], folder: string): Cost {
  const { status, stderr } = spawnSync(process.execPath, ['--require', './meter.cjs', ...args], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')}: ${stderr}`);
  return JSON.parse(readFileSync(path.join(folder, 'cost.json'), 'utf8')) as Cost;
}
