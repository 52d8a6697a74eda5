/**
 * `npm run figures`: the shape of the code in numbers: lengths of files and functions, circular imports, exports that nobody imports.
 * Prints all of them and fails where a bound is broken; `npm test` runs it.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';
import { repository } from '../test/host/install.js';
import { attempt } from '../test/host/process.js';

/** Lines, blank ones and comments included. */
export interface Length {
  /** A file, or `file:line name` of a function. */
  readonly where: string;
  readonly lines: number;
}

/** The bounds: no percentile or maximum may be above them. In lines. */
const bounds = { fileP90: 146, functionP99: 33, longestFunction: 60 } as const;

/** The value that `share` (0 to 1) of the lengths do not exceed; 0 of none. */
export function percentile(lengths: readonly Length[], share: number): number {
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** The functions of a source text that have a body, with their lengths from the first line of the function to its last. */
export function functionsIn(file: string, text: string): readonly Length[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Length[] = [];
  const lineOf = (offset: number): number => source.getLineAndCharacterOfPosition(offset).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const start = lineOf(node.getStart());
      found.push({ where: `${file}:${start} ${nameOf(node)}`, lines: lineOf(node.end) - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.Node): string {
  const named = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) ? node : node.parent;
  return 'name' in named && named.name ? (named.name as ts.Node).getText() : '(anonymous)';
}

/** What ships, and what makes and measures it; tests are counted apart by nobody. */
async function sources(): Promise<readonly string[]> {
  const { output } = await attempt('git', ['ls-files', '*.ts'], { cwd: repository });
  return output.split('\n').filter((file) => file !== '' && !/\.test\.ts$|^(?:test|server\/test)\//u.test(file));
}

async function main(): Promise<void> {
  const files = await sources();
  const texts = await Promise.all(files.map((file) => readFile(path.join(repository, file), 'utf8')));
  const lengths = texts.map((text, index) => ({ where: files[index] ?? '', lines: text.split('\n').length - 1 }));
  const functions = texts.flatMap((text, index) => functionsIn(files[index] ?? '', text));
  const longest = [...functions].sort((a, b) => b.lines - a.lines);
  const figures = {
    fileP90: percentile(lengths, 0.9),
    functionP99: percentile(functions, 0.99),
    longestFunction: longest[0]?.lines ?? 0,
  };
  console.log(`${files.length} files, ${functions.length} functions`);
  for (const [name, bound] of Object.entries(bounds)) {
    const value = figures[name as keyof typeof bounds];
    console.log(`${name}: ${value} (at most ${bound})`);
    if (value > bound) process.exitCode = 1;
  }
  for (const { where, lines } of longest.slice(0, 5)) console.log(`  ${lines} lines  ${where}`);
  await unused();
}

/** Circular imports (of types, too), exports that no other file imports, and files that nothing leads to: there must be none. */
async function unused(): Promise<void> {
  const knip = path.join(repository, 'node_modules', 'knip', 'bin', 'knip.js');
  const { code, output } = await attempt(
    process.execPath,
    [knip, '--include', 'files,exports,cycles', '--no-progress', '--no-config-hints'],
    { cwd: repository },
  );
  console.log(code === 0 ? 'circular imports, dead exports, dead files: none' : output);
  if (code !== 0) process.exitCode = 1;
}

if (process.argv[1]?.endsWith('figures.ts')) void main();
