/** Formats JSON: edits of white space only. Knows JSON, not policies. */
import { format } from 'jsonc-parser';
import type { Edit, Span } from '../span.js';
import { lineEnd } from './edit.js';

export interface FormatOptions {
  readonly tabSize: number;
  readonly insertSpaces: boolean;
  readonly insertFinalNewline?: boolean;
}

/** Edits that lay out `text`, or the lines of `range` in it, as VS Code lays out JSON. They change white space between tokens and nothing else; broken text is left as it is from where it breaks. */
export function formatJson(text: string, range: Span | undefined, options: FormatOptions): readonly Edit[] {
  const within = range && { offset: range.start, length: range.end - range.start };
  return format(text, within, { ...options, eol: lineEnd(text) }).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
}
