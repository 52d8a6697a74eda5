/** Reads the text of one file or of standard input, and says what cannot be read. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { maxTextLength, type Text } from '../../core/index.js';
import { texts } from '../texts.js';
import { codeOf, noMatch, type Found } from './found.js';

/** The largest file to read, in bytes: UTF-8 takes at most three for a UTF-16 unit. */
const maxSize = 3 * maxTextLength;

/** A text, or what to say instead; `data` lacks only the path. */
export type ReadText =
  | { readonly text: string; /** Whether a byte order mark stands before it. */ readonly hasMark: boolean }
  | { readonly problem: Text; readonly data: { readonly [name: string]: string | number } };

const problemsByCode: ReadonlyMap<string, Text> = new Map([
  ['ENOENT', texts.missing],
  ['EACCES', texts.denied],
  ['EPERM', texts.denied],
  [noMatch, texts.noMatch],
]);

const failure = (code: string): ReadText => ({ problem: problemsByCode.get(code) ?? texts.unreadable, data: { code } });

const tooLarge: ReadText = { problem: texts.tooLarge, data: { limit: maxSize } };

/** Reads what was found. Never rejects. */
export async function readFound(found: Found): Promise<ReadText> {
  if (found.kind === 'failure') return failure(found.code);
  try {
    return found.kind === 'stdin' ? await readStandardInput() : readFile(found.path);
  } catch (error) {
    return failure(codeOf(error));
  }
}

/** Reads a file. Throws what the file system throws. */
export function readFile(file: string): ReadText {
  // Without `O_NONBLOCK`, opening a pipe waits for a writer. Windows has neither; there it counts as 0.
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = fstatSync(descriptor);
    if (!found.isFile()) return { problem: texts.notFile, data: {} };
    return found.size > maxSize ? tooLarge : textOf(readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

async function readStandardInput(): Promise<ReadText> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxSize) return tooLarge;
  }
  return textOf(Buffer.concat(chunks));
}

/** The text of a file's bytes without its byte order mark, as editors have it. */
export function textOf(bytes: Buffer): ReadText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, hasMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
  } catch {
    return { problem: texts.notUtf8, data: {} };
  }
}
