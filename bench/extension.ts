/** What the extension weighs, and what it costs inside VS Code's extension host. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

export interface SizeFigure {
  readonly what: string;
  readonly figure: string;
}

const bundles = [
  'desktop.js',
  'client.js',
  'server.js',
  'server-later.js',
  'first-class.pack',
  'services.pack',
  'details.pack',
  'language.pack',
];
const vsix = 'out/cam-policy.vsix';
const hostTimes = 'out/bench-host.json';
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

function node(...args: readonly string[]): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) process.stderr.write(stdout + stderr);
  return status === 0;
}

/** Sizes of what ships, and times in the extension host where a VS Code can be had. `dist/` must be built. */
export function measureExtension(say: (line: string) => void): readonly SizeFigure[] {
  const sizes = bundles.map((name) => {
    const content = readFileSync(`dist/${name}`);
    return {
      what: `dist/${name}`,
      figure: `${kilobytes(content.length)} (${kilobytes(gzipSync(content).length)} gzipped)`,
    };
  });
  say('extension: package');
  const packed = node('--import', 'tsx', 'scripts/package.ts', vsix);
  say('extension: in the extension host');
  const hosted = node('--import', 'tsx', 'bench/host/run.ts', hostTimes);
  return [
    ...sizes,
    ...(packed ? [{ what: '.vsix', figure: kilobytes(statSync(vsix).size) }] : []),
    ...(hosted ? hostFigures() : [{ what: 'in the extension host', figure: 'not measured: no VS Code' }]),
  ];
}

/** In ms, of each run. */
interface HostTimes {
  readonly activation: readonly number[];
  readonly firstDiagnostics: readonly number[];
  /** The same when the server has been started before. */
  readonly laterDiagnostics: readonly number[];
}

/** The least and the median. */
function milliseconds(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1]].map((time) => `${(time ?? NaN).toFixed(0)} ms`).join(' / ');
}

function hostFigures(): readonly SizeFigure[] {
  const { activation, firstDiagnostics, laterDiagnostics } = JSON.parse(readFileSync(hostTimes, 'utf8')) as HostTimes;
  return [
    { what: 'activation in the extension host (at most 50 ms)', figure: milliseconds(activation) },
    {
      what: 'opening a policy to its first diagnostics, activation included (at most 400 ms)',
      figure: milliseconds(firstDiagnostics),
    },
    { what: 'the same at a later start (at most 400 ms)', figure: milliseconds(laterDiagnostics) },
  ];
}
