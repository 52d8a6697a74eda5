/** Formats JSON: edits of white space only. Knows JSON, not policies. */
import { format } from 'jsonc-parser';
import type { Edit, Span } from '../span.js';
import { readJson } from './json.js';
import { areStringsClear } from './sure.js';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  /** Whether a text without a line end at its end gets one; one that is there stays, and blank lines behind it go. */
  readonly insertFinalNewline?: boolean;
}

/**
 * Edits that lay out `text`, or the lines of `range` in it, as VS Code lays out JSON. They change white space between tokens and nothing else. Where a mistake
 * leaves open what is inside a string and what is not, and where the text is beyond the limits of reading, there are none: indenting hostile depth would write
 * more than memory holds.
 */
export function formatJson(text: string, range: Span | undefined, options: FormatOptions): readonly Edit[] {
  const tree = readJson(text);
  if (!areStringsClear(tree) || tree.problems.some(({ kind }) => kind === 'too-deep' || kind === 'too-large'))
    return [];
  // jsonc-parser uses the first line end of the text, whatever it is asked for: it gets one of ours in front.
  const lead = stableLineEnd(text);
  const within = range && { offset: range.start + lead.length, length: range.end - range.start };
  const insertFinalNewline = options.insertFinalNewline === true || text.slice(text.trimEnd().length).includes('\n');
  return format(lead + text, within, { ...options, insertFinalNewline }).flatMap(({ offset, length, content }) => {
    const span = { start: Math.max(offset - lead.length, 0), end: offset + length - lead.length };
    return span.start === span.end && content === '' ? [] : [{ span, newText: content }];
  });
}

/** `\r\n` where every line ends so, else `\n`. Formatting removes line ends: the first one, or the more frequent, could be another the next time. */
const stableLineEnd = (text: string): string => (text.includes('\r\n') && !/(?<!\r)\n/u.test(text) ? '\r\n' : '\n');
