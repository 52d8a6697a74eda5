/** Replaces the text of a file in one step: whoever reads it, and whatever is interrupted, finds the whole of the old text or the whole of the new one. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';

const mark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Writes `after` where `before` stands; texts without a byte order mark, which stays as it is. `changed`: the file holds another text meanwhile, and is left
 * alone. Keeps the mode, the owner where the system lets it, and links to the file. Throws what the file system throws; then the file is as it was.
 */
export function replaceText(file: string, before: string, after: string): 'replaced' | 'changed' {
  // A link stays one: the file that it leads to is replaced.
  const real = realpathSync(file);
  // A file that may not be written could be replaced all the same, but that is not meant.
  accessSync(real, constants.W_OK);
  const found = statSync(real);
  // In the same folder, for a file can be renamed within a disk only.
  const temporary = path.join(path.dirname(real), `.${path.basename(real)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const bytes = readFileSync(real);
    writeWhole(temporary, bytes.subarray(0, 3).equals(mark) ? Buffer.concat([mark, Buffer.from(after)]) : after, found);
    if (new TextDecoder().decode(readFileSync(real)) !== before) {
      rmSync(temporary);
      return 'changed';
    }
    renameSync(temporary, real);
    return 'replaced';
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes a new file with mode and owner of `like`; its bytes are on the disk when this returns. */
function writeWhole(file: string, content: string | Buffer, like: Stats): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    chown(descriptor, like);
    fchmodSync(descriptor, like.mode & 0o7777);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Only root may give a file away, and some systems have no owners: then it is the person's own. */
function chown(descriptor: number, { uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Nothing is lost but the owner.
  }
}
