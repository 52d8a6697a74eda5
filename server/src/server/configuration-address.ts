/** Which file a document's configuration is looked for. */
import { isWithin, plainAddress } from '../core/config/address.js';

/**
 * The plain address of a document, for its configuration. What is not saved, and a file's older version, counts as the file; what has no path lies in the
 * first folder.
 */
export function addressIn(uri: string, roots: readonly string[]): string {
  const address = plainAddress(uri);
  if (address.startsWith('file:') || roots.some((root) => isWithin(address, root))) return address;
  const path = pathOf(address);
  if (path === undefined) return `${roots[0] ?? 'untitled://'}/${address.slice(address.indexOf(':') + 1)}`;
  const root = roots.find((each) => isWithin(path, pathOf(each) ?? each));
  if (root !== undefined) return root.slice(0, root.length - (pathOf(root) ?? '').length) + path;
  return address.startsWith('untitled:') ? `file://${path}` : address;
}

/** The path of an address, without what follows `?` in a view such as `git:/a/b?…`; undefined: it has none. */
function pathOf(address: string): string | undefined {
  const after = address.slice(address.indexOf(':') + 1);
  const path = after.startsWith('//') ? after.slice(Math.max(after.indexOf('/', 2), 0)) : after;
  if (!path.startsWith('/')) return undefined;
  const query = address.startsWith('git:') ? path.indexOf('?') : -1;
  return query < 0 ? path : path.slice(0, query);
}
