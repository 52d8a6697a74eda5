/** Whether the path of a policy's resource stands for a requested one. */
import { matches } from '../wildcard.js';
import type { Opaque, Reading } from './reading.js';

/** Prefix matching of directories, of which documents say different things, is asked for where it matters; so are `?` and the older form of COS. */
export const meetsPath = (pattern: string, asked: string, reading: Reading): boolean =>
  matches(pattern, asked) ||
  (matches(belowOf(pattern), asked) && reading.holds({ flag: 'directory' })) ||
  (pattern.endsWith('/*') && matches(directoryOf(pattern), asked) && reading.holds({ flag: 'dirSelf' })) ||
  otherwise(pattern, asked, reading);

/** What lies below a path, and the directory of `path/*`. */
export const belowOf = (path: string): string => (path.endsWith('/') ? `${path}*` : `${path}/*`);
export const directoryOf = (path: string): string => path.slice(0, -2);

function otherwise(pattern: string, asked: string, reading: Reading): boolean {
  const newer = newerOf(asked);
  if (newer !== undefined && meetsPath(pattern, newer, reading) && reading.holds(older(asked))) return true;
  return othersOf(pattern).some(({ path, doubt }) => meetsPath(path, asked, reading) && reading.holds(doubt));
}

const older = (path: string): Opaque => ({ opaque: path, why: 'older' });

/** What the path of a policy may stand for as well: with `?` as a wildcard, and in today's form. */
export function othersOf(path: string): readonly { readonly path: string; readonly doubt: Opaque }[] {
  const newer = newerOf(path);
  return [
    ...(path.includes('?') ? [{ path: path.replaceAll('?', '*'), doubt: { opaque: path } }] : []),
    ...(newer === undefined ? [] : [{ path: newer, doubt: older(path) }]),
  ];
}

const olderForm = /^prefix\/\/([^/]+)\/([^/]+)(\/.*)?$/su;

/** `bucket-1250000000/key`, which COS's older form `prefix//1250000000/bucket/key` is written as today; undefined where it is not that form. */
function newerOf(path: string): string | undefined {
  if (!path.startsWith('prefix//')) return undefined;
  const [, appId = '', bucket = '', key = bucket.endsWith('*') ? '/*' : ''] = olderForm.exec(path) ?? [];
  if (bucket !== '') return `${bucket}-${appId}${key}`;
  return path.endsWith('*') ? '*' : undefined;
}
