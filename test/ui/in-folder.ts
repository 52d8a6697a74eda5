/** A workbench for the tests of a suite, in a folder of its own. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/ui.js';

export interface InFolder {
  /** Open from the first test to the last. */
  readonly workbench: () => Workbench;
  /** Where a file of the folder is. */
  readonly pathOf: (name: string) => string;
}

/** Opens a folder with `files`, by name, before the tests of the suite around; closes and removes it after them. `prepare` waits for what they all need. */
export function workbenchIn(
  files: Readonly<Record<string, string>>,
  options: Omit<WorkbenchOptions, 'folder'> = {},
  prepare: (workbench: Workbench) => Promise<unknown> = () => Promise.resolve(),
): InFolder {
  let folder = '';
  let open: Workbench | undefined;
  const pathOf = (name: string): string => path.join(folder, name);
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ui-'));
    for (const [name, text] of Object.entries(files)) await writeFile(pathOf(name), text);
    open = await openWorkbench({ ...options, folder });
    await prepare(open);
  });
  after(async () => {
    await open?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    pathOf,
    workbench: () => {
      assert.ok(open);
      return open;
    },
  };
}
