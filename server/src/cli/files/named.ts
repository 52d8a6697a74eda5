/** Words on the command line that name files, where they could name other things, too. */
import { existsSync } from 'node:fs';

/** Whether a word names a file: standard input, a file that is there, the policy of a file (`FILE#2`), or what plainly is a path. */
export const isFile = (word: string): boolean =>
  word === '-' || existsSync(word.replace(/#\d{1,4}$/u, '')) || /\.json(?:#\d{1,4})?$|^\.{0,2}[/\\]/u.test(word);
