/** One side of a comparison: the policies of a file, of a folder, or of a revision of git. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  choicesOf,
  chosenPolicy,
  isAllLeftOut,
  namesOf,
  policiesIn,
  readPolicy,
  referenceTo,
  say,
  type Embedded,
  type Policy,
} from '../../core/index.js';
import { policyEnding } from '../../../../protocol/names.js';
import { UsageError, type Environment } from '../environment.js';
import { findFiles, policySearch } from '../files/find.js';
import { readFound, textOf } from '../files/read.js';
import { namesFrom, repositoryOf } from '../files/root.js';
import { oneLine } from '../one-line.js';
import { askable, complainOfLeftOut, readable } from './askable.js';
import { chosenIn } from './policies.js';
import { texts } from './texts.js';

/** What CAM takes of a policy of which it takes no statement. */
export const nothing = readPolicy('{"version":"2.0","statement":[]}');

/** A policy of a file, and the file's text. */
export interface SidePolicy {
  /** As a person would name it: the file, and behind `#` which of its policies it is. */
  readonly path: string;
  /** From the root of the repository, or from the current folder where there is none; of a revision, where the file stands there. */
  readonly fromRoot: string;
  readonly text: string;
  readonly embedded: Embedded;
  readonly policy: Policy;
}

export interface Side {
  /** By what the other side's are found with: the file's path inside a folder, empty for a lone file, and the policy's name or place in it. */
  readonly policies: ReadonlyMap<string, SidePolicy>;
  /** What is wrong with files of a folder that could not be read; of these nothing is said. */
  readonly problems: ReadonlyMap<string, string>;
  /** Whether it is one policy that was chosen from a file. */
  readonly chosen: boolean;
}

/** Both sides, where one policy stands alone on each of them by the same key, whatever it is called; undefined: one policy was chosen, and others stand against it. */
export function paired(before: Side, after: Side): readonly [Side, Side] | undefined {
  if (isLone(before) && isLone(after)) return [alone(before), alone(after)];
  const isOne = before.chosen || after.chosen;
  return isOne && Math.max(before.policies.size, after.policies.size) > 1 ? undefined : [before, after];
}

const isLone = ({ policies }: Side): boolean =>
  policies.size === 1 && [...policies.keys()].every((key) => key.startsWith('\0'));

const alone = (side: Side): Side => ({
  ...side,
  policies: new Map([...side.policies.values()].map((policy) => ['\0', policy])),
});

/** A side as it is read. */
interface Reading extends Wanted {
  readonly policies: Map<string, SidePolicy>;
  readonly problems: Map<string, string>;
  /** Whether the side is one file: then what is wrong with it is the end. */
  readonly single: boolean;
  readonly chosen: boolean;
}

interface Wanted {
  /** Which of the policies of a file is meant, where that is said. */
  readonly which: string | undefined;
  readonly read: typeof readable;
}

/**
 * Reads one side. Rejects with a `UsageError` where there is nothing to compare. A policy of which CAM takes no statement allowed nothing `before`; what it will
 * allow once it is mended, `after`, is not known.
 */
export async function readSide(operand: string, side: 'before' | 'after', environment: Environment): Promise<Side> {
  // What git gives to programs that compare, where there is no such file on one side.
  if (operand === '/dev/null') return { policies: new Map(), problems: new Map(), chosen: false };
  const { path: named, which } = chosenIn(operand);
  const wanted: Wanted = { which, read: side === 'before' ? readable : askable };
  if (existsSync(named) || named === '-') return readFiles(named, wanted, environment);
  const colon = named.indexOf(':');
  if (colon > 0 && !named.startsWith('-')) return readRevision(named, wanted, named.slice(colon + 1), environment);
  return readFiles(named, wanted, environment);
}

async function readFiles(operand: string, wanted: Wanted, environment: Environment): Promise<Side> {
  const isFolder = operand !== '-' && existsSync(operand) && statSync(operand).isDirectory();
  const side = begin(!isFolder, wanted);
  for await (const found of findFiles([operand], policySearch)) {
    const name = found.path.replaceAll(path.sep, '/');
    const key = isFolder ? path.relative(operand, found.path).replaceAll(path.sep, '/') : '';
    const read = await readFound(found);
    if ('problem' in read)
      note(side, key, say(read.problem, environment.locale, { path: oneLine(name), ...read.data }));
    else addPolicies(side, key, name, read.text, environment);
  }
  return side;
}

const begin = (single: boolean, wanted: Wanted): Reading => ({
  policies: new Map(),
  problems: new Map(),
  single,
  ...wanted,
  chosen: wanted.which !== undefined,
});

function note({ problems, single }: Reading, key: string, problem: string): void {
  if (single) throw new UsageError(problem);
  problems.set(key, problem);
}

/** The most that git may give of one file, in bytes: what is read of files, too. */
const maxBuffer = 4_000_000;

function readRevision(spec: string, wanted: Wanted, inside: string, environment: Environment): Side {
  const git = (...args: readonly string[]): Buffer => {
    try {
      return execFileSync('git', args, { maxBuffer, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      throw new UsageError(say(texts.notInGit, environment.locale, { path: oneLine(spec), reason: reasonOf(error) }));
    }
  };
  const isFile = git('cat-file', '-t', spec).toString().trim() === 'blob';
  const side = begin(isFile, wanted);
  const add = (key: string, name: string, file: string): void => {
    const read = textOf(git('cat-file', 'blob', file));
    if ('problem' in read)
      note(side, key, say(read.problem, environment.locale, { path: oneLine(file), ...read.data }));
    else addPolicies(side, key, name, read.text, environment, file);
  };
  if (isFile) {
    add('', inside, spec);
    return side;
  }
  const names = git('ls-tree', '--full-tree', '-r', '-z', '--name-only', spec).toString().split('\0');
  for (const name of names.filter((each) => each.endsWith(policyEnding)))
    add(name, name, `${spec.replace(/([^:/])$/u, '$1/')}${name}`);
  return side;
}

/** The last line of what git says. */
function reasonOf(error: unknown): string {
  const { stderr, message = '' } = error as { readonly stderr?: Buffer; readonly message?: string };
  return oneLine((stderr?.toString() ?? message).trim().split('\n').at(-1) ?? '');
}

function addPolicies(
  side: Reading,
  key: string,
  name: string,
  text: string,
  environment: Environment,
  shown = name,
): void {
  const { locale } = environment;
  // Of a revision git names files from the root, unless they begin with a dot.
  const inside = shown === name ? undefined : shown.slice(shown.indexOf(':') + 1);
  const fromRoot = inside?.startsWith('.') === false ? inside : namesFrom(repositoryOf('.') ?? '.')(inside ?? name);
  const all = policiesIn(text, '', name);
  const wanted = side.which === undefined ? undefined : chosenPolicy(all, side.which);
  if (side.which !== undefined && !wanted)
    note(side, key, say(texts.noSuchPolicy, locale, { path: oneLine(shown), which: side.which }));
  const [choices, names] = [choicesOf(all), namesOf(all)];
  for (const [index, embedded] of all.entries()) {
    if (side.which !== undefined && embedded !== wanted) continue;
    const path = referenceTo(shown, choices[index]);
    const found = side.read(embedded);
    if (found.problem) {
      note(side, key, say(found.problem, locale, { path: oneLine(path) }));
      continue;
    }
    complainOfLeftOut(found.policy, path, environment);
    // What it is called stays, however many others there are.
    side.policies.set(`${key}\0${names[index] ?? `#${index + 1}`}`, {
      path,
      fromRoot,
      text,
      embedded,
      policy: isAllLeftOut(found.policy) ? nothing : found.policy,
    });
  }
}
