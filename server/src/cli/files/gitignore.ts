/** What git ignores, as far as the files `.gitignore` say. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readFile } from './read.js';
import { repositoryOf, slashed } from './root.js';

/** The patterns of one folder. */
interface Level {
  readonly folder: string;
  readonly patterns: Ignore;
}

/** What holds in a folder; the innermost level last. Folders are whole paths. */
export type GitIgnore = readonly Level[];

/** Systems whose names may be written in upper or lower case; git reads its patterns likewise there. */
const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';

/** What holds outside `folder`, from the root of its repository on. Where that ignores `folder` itself, which somebody named all the same, it is left out. */
export function gitIgnoreAround(folder: string): GitIgnore {
  const root = repositoryOf(folder);
  if (root === undefined) return [];
  const above = path.relative(root, folder).split(path.sep).slice(0, -1);
  let levels = extended([], root, path.join(root, '.git', 'info', 'exclude'));
  if (folder === root) return levels;
  let at = root;
  for (const name of ['', ...above]) {
    at = path.join(at, name);
    levels = withGitIgnoreOf(levels, at);
  }
  const names = path.relative(root, folder).split(path.sep);
  const isIgnored = names.some((_, index) => ignores(levels, path.join(root, ...names.slice(0, index + 1)), true));
  return isIgnored ? [] : levels;
}

/**
 * Stars in one name of a pattern, and `**` in the whole of it, beyond which matching may take seconds: the library makes a regular expression of it
 * that tries all ways.
 */
const mostStars = 3;

/** Without the patterns that may take long to match. What they ignore is checked. */
const withoutCostly = (patterns: string): string =>
  patterns
    .split('\n')
    .filter((pattern) => {
      const names = pattern.split('/');
      const isCostly = (name: string): boolean => name.split(/\*+/u).length > mostStars + 1;
      return !names.some(isCostly) && names.filter((name) => name === '**').length <= mostStars;
    })
    .join('\n');

/** `levels` and what the folder's own `.gitignore` says. */
export const withGitIgnoreOf = (levels: GitIgnore, folder: string): GitIgnore =>
  extended(levels, folder, path.join(folder, '.gitignore'));

function extended(levels: GitIgnore, folder: string, file: string): GitIgnore {
  if (!existsSync(file)) return levels;
  const read = readFile(file);
  // What cannot be read ignores nothing: more is checked then, not less.
  return 'problem' in read
    ? levels
    : [...levels, { folder, patterns: ignore({ ignorecase: ignoreCase }).add(withoutCostly(read.text)) }];
}

/** Whether a path is ignored. What is nearest to it decides. */
export function ignores(levels: GitIgnore, full: string, isFolder: boolean): boolean {
  for (const { folder, patterns } of [...levels].reverse()) {
    const relative = slashed(path.relative(folder, full));
    if (relative === '' || relative.startsWith('..')) continue;
    const { ignored, unignored } = patterns.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}
