/** A file system in memory, read only, that nobody searches: as an extension brings one. */
import * as vscode from 'vscode';

export const memoryScheme = 'memory';

/** Registers a file system of this scheme with these files: paths that begin with a slash. */
export function registerMemoryFiles(files: ReadonlyMap<string, string>): vscode.Disposable {
  const below = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);
  const isFolder = (path: string): boolean => [...files.keys()].some((file) => file.startsWith(below(path)));
  const textOf = (uri: vscode.Uri): string => {
    const text = files.get(uri.path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return text;
  };
  const refuse = (uri: vscode.Uri): never => {
    throw vscode.FileSystemError.NoPermissions(uri);
  };
  return vscode.workspace.registerFileSystemProvider(
    memoryScheme,
    {
      onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: (uri) =>
        isFolder(uri.path)
          ? { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 }
          : { type: vscode.FileType.File, ctime: 0, mtime: 0, size: textOf(uri).length },
      readDirectory(uri) {
        const start = below(uri.path);
        const rests = [...files.keys()]
          .filter((file) => file.startsWith(start))
          .map((file) => file.slice(start.length));
        const types = rests.map((rest): [string, vscode.FileType] => {
          const [name = '', ...more] = rest.split('/');
          return [name, more.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
        });
        return [...new Map(types)];
      },
      readFile: (uri) => new TextEncoder().encode(textOf(uri)),
      writeFile: refuse,
      createDirectory: refuse,
      delete: refuse,
      rename: refuse,
    },
    { isReadonly: true, isCaseSensitive: true },
  );
}
