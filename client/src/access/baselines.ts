/** Texts that a policy is compared with: its own in the last commit, and as it is saved. */
import { Disposable, extensions, workspace, type Event, type TextDocument, type Uri } from 'vscode';

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: Event<void> };
  show(revision: string, path: string): Promise<string>;
}

interface Git {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

/** What is used of VS Code's git extension. */
interface GitExtension {
  getAPI(version: 1): Git;
}

/** Undefined where there is no git, as in a browser. */
async function findGit(): Promise<Git | undefined> {
  const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
  return git?.getAPI(1);
}

/** The last text that git was asked for: the same policy is compared at every pause, and a process of git each time would be too much. */
let asked: { readonly key: string; readonly text: Promise<string> } | undefined;

/** The text of the file in git's HEAD; undefined where there is none, as in a browser. */
export async function headText({ uri }: TextDocument): Promise<string | undefined> {
  try {
    const repository = (await findGit())?.getRepository(uri);
    const commit = repository?.state.HEAD?.commit;
    if (!repository || commit === undefined) return undefined;
    const key = `${commit} ${uri.fsPath}`;
    if (asked?.key !== key) asked = { key, text: repository.show(commit, uri.fsPath) };
    return await asked.text;
  } catch {
    return undefined;
  }
}

/** Calls `listener` when a repository is found, and when one has another last commit; disposing of what is returned ends it. */
export function watchHeads(listener: () => void): Disposable {
  const watches: Disposable[] = [];
  let isOver = false;
  const watch = ({ state }: Repository): void => {
    let last = state.HEAD?.commit;
    watches.push(
      state.onDidChange(() => {
        const now = state.HEAD?.commit;
        if (now === last) return;
        last = now;
        listener();
      }),
    );
  };
  const begin = async (): Promise<void> => {
    const git = await findGit();
    if (!git || isOver) return;
    git.repositories.forEach(watch);
    watches.push(
      git.onDidOpenRepository((repository) => {
        watch(repository);
        listener();
      }),
    );
  };
  // Where git is switched off there is nothing to watch.
  begin().catch(() => undefined);
  return new Disposable(() => {
    isOver = true;
    watches.forEach((each) => void each.dispose());
  });
}

/** The text of a file as it is saved; undefined where it cannot be read. */
export const savedText = (uri: Uri): Promise<string | undefined> =>
  Promise.resolve(workspace.fs.readFile(uri)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
