/** What converting one part of a policy comes to. */
import { replace, type Edit, type Span } from '../../span.js';

/** What has no equal in CAM. */
export type LeftKind = 'action' | 'same-name' | 'resource' | 'bucket' | 'operator' | 'key' | 'principal' | 'element';

export interface Left {
  readonly span: Span;
  readonly kind: LeftKind;
  /** As it is written. */
  readonly found: string;
}

export interface Part {
  readonly edits: readonly Edit[];
  /** What the edits mend: nothing else need be said of it. */
  readonly mended: readonly Span[];
  readonly left: readonly Left[];
}

export const nothing: Part = { edits: [], mended: [], left: [] };

/** A string, or another value, that becomes another JSON text. */
export const change = (span: Span, newText: string): Part => ({
  edits: [replace(span, newText)],
  mended: [span],
  left: [],
});

/** As `change`, to a string. */
export const rename = (span: Span, value: string): Part => change(span, JSON.stringify(value));

export const leave = (span: Span, kind: LeftKind, found: string): Part => ({
  edits: [],
  mended: [],
  left: [{ span, kind, found }],
});

export const join = (parts: readonly Part[]): Part => ({
  edits: parts.flatMap(({ edits }) => edits),
  mended: parts.flatMap(({ mended }) => mended),
  left: parts.flatMap(({ left }) => left),
});
