/** Looks upwards from a folder for a configuration and for the repository around it. */
import { folderOf } from './address.js';

export interface Found {
  /** The nearest folder with a configuration, inside of the repository or not. */
  readonly nearest: string | undefined;
  /** The root of the repository around the folder. */
  readonly repository: string | undefined;
}

/** Searches from `folder` upwards for a file called `name`. `root`: the workspace's folder; on a disk a repository may begin above it. */
export async function searchUpwards(
  folder: string,
  root: string | undefined,
  name: string,
  exists: (address: string) => Promise<boolean>,
): Promise<Found> {
  let nearest: string | undefined;
  // Only on a disk is there anything above the workspace.
  const isDisk = folder.startsWith('file:');
  for (let at: string | undefined = folder; at !== undefined; at = folderOf(at)) {
    const [isThere, isRepository, isWorktree] = await Promise.all([
      nearest === undefined && exists(`${at}/${name}`),
      exists(`${at}/.git/HEAD`),
      // A worktree of git has a file of this name instead of a folder.
      exists(`${at}/.git`),
    ]);
    if (isThere) nearest = at;
    if (isRepository || isWorktree) return { nearest, repository: at };
    if (at === root && (nearest !== undefined || !isDisk)) return { nearest, repository: undefined };
  }
  return { nearest, repository: undefined };
}
