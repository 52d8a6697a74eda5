/** Words on the command line that name files, where they could name other things, too. */
import { existsSync } from 'node:fs';
import { referenceIn } from '../../core/index.js';

/** Whether a word names a file: standard input, a file that is there, the policy of a file (`FILE#2`), or what plainly is a path. */
export const isFile = (word: string): boolean =>
  word === '-' ||
  existsSync(word) ||
  existsSync(referenceIn(word).path) ||
  /\.json(?:#[\w-]+)?$|^\.{0,2}[/\\]/u.test(word);
