/** Names of files for programs: from the root of the repository. */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder upwards that has a `.git`; undefined where there is none. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return undefined;
  }
}

/** A path with `/`, as programs on all systems read it. */
export const slashed = (file: string): string => file.replaceAll(path.sep, '/');

/** Names files from `root`, with `/`; those that lie outside by their whole path. */
export const namesFrom =
  (root: string) =>
  (file: string): string => {
    const full = path.resolve(file);
    const relative = path.relative(root, full);
    const isInside = relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
    return slashed(isInside ? relative : full);
  };
