/** Where the report of `check` goes: to standard output as it comes, or whole into a file. */
import { statSync, writeFileSync, type Stats } from 'node:fs';
import { isOwnFile, say } from '../../core/index.js';
import type { Environment } from '../environment.js';
import { slashed } from '../files/root.js';
import { codeOf } from '../files/found.js';
import { oneLine } from '../one-line.js';
import { texts } from '../texts.js';

export interface Output {
  readonly add: (text: string) => void;
  /** Is told of each file that is read; such a file is not written to. */
  readonly checks: (file: string) => void;
  /** Writes what was added; false where that cannot be done, which is said. */
  readonly end: () => boolean;
}

/** `file`: undefined or `-` for standard output, which `print` writes to. */
export function outputTo(
  file: string | undefined,
  print: (text: string) => void,
  { locale, complain }: Environment,
): Output {
  if (file === undefined || file === '-') return { add: print, checks: () => undefined, end: () => true };
  const parts: string[] = [];
  const before = statOf(file);
  let isChecked = before !== undefined && isOwnFile(slashed(file));
  const path = oneLine(file);
  return {
    add: (text) => void parts.push(text),
    checks(other) {
      isChecked ||= before !== undefined && isSame(before, statOf(other));
    },
    end() {
      if (isChecked) complain(say(texts.outputIsChecked, locale, { path }));
      else
        try {
          writeFileSync(file, parts.join(''));
          return true;
        } catch (error) {
          complain(say(texts.notWritten, locale, { path, code: codeOf(error) }));
        }
      return false;
    },
  };
}

const statOf = (file: string): Stats | undefined => {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
};

const isSame = (one: Stats, other: Stats | undefined): boolean => one.dev === other?.dev && one.ino === other.ino;
