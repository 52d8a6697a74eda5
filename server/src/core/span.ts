/** Offsets into a document. Everything in the core works on these; lines and columns appear in `features/`. */

/** A half-open range of UTF-16 code units, `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `span`, both ends included: a cursor behind the last character still stands on the word. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** Whether two spans share a character or touch. */
export const meets = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Tells whether a span meets one of `spans`, at a cost that grows with the logarithm of their number. */
export function meetsAny(spans: readonly Span[]): (span: Span) => boolean {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return (span) => {
    let low = 0;
    let high = apart.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((apart[middle]?.start ?? 0) <= span.end) low = middle + 1;
      else high = middle;
    }
    const before = apart[low - 1];
    return before !== undefined && before.end >= span.start;
  };
}

/** Whether `inner` lies in `outer`; equal spans do. */
export const encloses = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The first character of a span: where to show what concerns a whole object or array. */
export const firstCharacter = ({ start }: Span): Span => ({ start, end: start + 1 });

/** Replaces `span` by `newText`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
  /** With comments that a host has on the lines right above: they are not in the text, and speak of what goes. */
  readonly above?: true;
}

/** An edit that puts `newText` in the place of `span`. */
export const replace = (span: Span, newText: string): Edit => ({ span: { start: span.start, end: span.end }, newText });

/** The text after all `edits`, which must not overlap; edits at the same place apply in the order given. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  let result = '';
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at) throw new RangeError(`overlapping edits at offset ${span.start}`);
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
