/** Texts with marks: `|` is the cursor, `«…»` a span. */
import type { Span } from '../src/core/span.js';

/** The text without its one `|`, and where it stood. */
export function cursorIn(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0 || marked.includes('|', offset + 1)) throw new Error(`one | expected in ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** The text without its marks, and the spans they mark, in order; marks do not nest. */
export function spansIn(marked: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = [];
  let text = '';
  let start = -1;
  for (const character of marked) {
    if (character === '«') start = text.length;
    else if (character === '»') spans.push({ start, end: text.length });
    else text += character;
  }
  return { text, spans };
}

/** The text with the marks put back, equal spans once: how a failing test shows what it found. */
export function markSpans(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  const distinct = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  for (const { start, end } of [...distinct.values()].sort((a, b) => a.start - b.start)) {
    result += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return result + text.slice(at);
}
