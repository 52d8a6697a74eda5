/**
 * Pages to read, as files of a file system of their own. The manifest has VS Code render what is opened of it, so that a page looks the same
 * wherever a link to it is followed: in the Problems panel, in a hover, in the editor.
 */
import {
  Disposable,
  FileSystemError,
  FileType,
  workspace,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import { pageScheme } from '../../protocol/names.js';

/** Gives the text of the page `name`, the last part of its address without `.md`; undefined where there is none. Rejections count as none. */
export type ReadPage = (name: string, uri: Uri) => Promise<string | undefined>;

/** Serves pages below each folder `/<folder>/`; disposing of what is returned ends that. */
export function servePages(folders: { readonly [folder: string]: ReadPage }): Disposable {
  const readers = new Map(Object.entries(folders));
  const read = async (uri: Uri): Promise<Uint8Array> => {
    const [, folder = '', name = ''] = /^\/([^/]+)\/([^/]+)\.md$/u.exec(uri.path) ?? [];
    const text = await readers
      .get(folder)?.(name, uri)
      .catch(() => undefined);
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: () => new Disposable(() => undefined),
    watch: () => new Disposable(() => undefined),
    stat: async (uri): Promise<FileStat> => ({
      type: FileType.File,
      ctime: 0,
      mtime: 0,
      size: (await read(uri)).byteLength,
    }),
    readFile: read,
    readDirectory: () => [],
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider(pageScheme, provider, { isReadonly: true, isCaseSensitive: true });
}
