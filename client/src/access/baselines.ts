/** Texts that a policy is compared with: its own in the last commit, and as it is saved. */
import { extensions, workspace, type TextDocument, type Uri } from 'vscode';

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined };
  show(revision: string, path: string): Promise<string>;
}

/** What is used of VS Code's git extension. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): Repository | null;
  };
}

/** The last text that git was asked for: the same policy is compared at every pause, and a process of git each time would be too much. */
let asked: { readonly key: string; readonly text: Promise<string> } | undefined;

/** The text of the file in git's HEAD; undefined where there is none, as in a browser. */
export async function headText({ uri }: TextDocument): Promise<string | undefined> {
  try {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    const repository = git?.getAPI(1).getRepository(uri);
    const commit = repository?.state.HEAD?.commit;
    if (!repository || commit === undefined) return undefined;
    const key = `${commit} ${uri.fsPath}`;
    if (asked?.key !== key) asked = { key, text: repository.show(commit, uri.fsPath) };
    return await asked.text;
  } catch {
    return undefined;
  }
}

/** The text of a file as it is saved; undefined where it cannot be read. */
export const savedText = (uri: Uri): Promise<string | undefined> =>
  Promise.resolve(workspace.fs.readFile(uri)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
