/** A folder for one test, and files in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Folder {
  /** Its path, while a test runs. */
  readonly path: string;
  /** Writes a file and the folders it lies in; gives its path. */
  readonly write: (name: string, content: string | Uint8Array) => string;
}

/** A new empty folder for each test of the `describe` that this is called in. */
export function testFolder(): Folder {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'cam-policy-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  return {
    get path() {
      return folder;
    },
    write(name, content) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}
