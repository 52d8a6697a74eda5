/** Texts that a policy is compared with: its own in the last commit, and as it is saved. */
import { extensions, workspace, type TextDocument, type Uri } from 'vscode';

/** What is used of VS Code's git extension. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: Uri): { show(revision: string, path: string): Promise<string> } | null;
  };
}

/** The text of the file in git's HEAD; undefined where there is none, as in a browser. */
export async function headText({ uri }: TextDocument): Promise<string | undefined> {
  try {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return await git?.getAPI(1).getRepository(uri)?.show('HEAD', uri.fsPath);
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
