/** Addresses of files, `file:///folder/name`, with characters as they are instead of percent signs, so that paths can be compared and matched. */

/** The address without percent signs. Drive letters are lower case: editors write them either way. */
export function plainAddress(uri: string): string {
  const decoded = uri
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    })
    .join('/');
  return decoded.replace(/^file:\/\/\/[A-Z]:/u, (drive) => `file:///${drive.charAt(8).toLowerCase()}:`);
}

/** The address as URIs are written. Any text has one: half a character, which no file's name holds, is written as the one for what cannot be read. */
export function uriOf(address: string): string {
  const start = address.indexOf('://') + 3;
  const end = address.indexOf('/', start);
  if (start < 3 || end < 0) return address;
  return (
    address.slice(0, end) +
    address
      .slice(end)
      .replace(/\p{Cs}/gu, '\ufffd')
      .split('/')
      .map(encodeURIComponent)
      .join('/')
  );
}

/** The folder that an address lies in, without a slash at its end; undefined at the root. */
export function folderOf(address: string): string | undefined {
  const end = address.lastIndexOf('/');
  return end > address.indexOf('://') + 2 ? address.slice(0, end) : undefined;
}

/** Whether an address is a folder or lies below it. */
export const isWithin = (address: string, folder: string): boolean =>
  address === folder || address.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The path from a folder to an address below it; undefined where it is not below. */
export const pathWithin = (address: string, folder: string): string | undefined =>
  address !== folder && isWithin(address, folder)
    ? address.slice(folder.length + (folder.endsWith('/') ? 0 : 1))
    : undefined;

/** Where `path`, relative to a folder, leads; undefined: above the root. */
export function resolvePath(folder: string, path: string): string | undefined {
  let at: string | undefined = folder;
  for (const name of path.split('/')) {
    if (at === undefined) return undefined;
    if (name === '..') at = folderOf(at);
    else if (name !== '' && name !== '.') at = `${at}/${name}`;
  }
  return at;
}
