/** Formats JSON: edits of white space only. Knows JSON, not policies. */
import { format } from 'jsonc-parser';
import type { Edit, Span } from '../span.js';
import { lineEnd } from './measure.js';
import { readJson } from './json.js';
import { areStringsClear } from './sure.js';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
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
  const within = range && { offset: range.start, length: range.end - range.start };
  return format(text, within, { ...options, eol: lineEnd(text) }).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}
