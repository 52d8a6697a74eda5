/** A policy in a host, a text that holds policies among other things. Knows texts and offsets only. */
import type { Unknown } from '../policy/model.js';
import type { Span } from '../span.js';
import { beginsLine } from '../syntax/measure.js';
import { hasUnknownMark } from '../syntax/unknown-mark.js';

/** A stretch of a policy's own text, and the stretch of the host that stands for it. */
export interface Piece {
  readonly own: Span;
  readonly host: Span;
  /** Character for character the same. Any other piece, such as an escape, is indivisible: offsets inside it lead to its ends. */
  readonly verbatim: boolean;
  /** How a text that takes the place of exactly this piece is written; as any other unless given. */
  readonly encode?: (text: string) => string;
}

/** How text that is put into a policy is written in its host. */
export interface Writing {
  /**
   * Escapes what means something to the host. It must be the reverse of reading for every text, texts that stand in the policy already included:
   * they may be moved. Indentation is not its business.
   */
  readonly encode: (text: string) => string;
  /** What the host has before each line of the policy and the policy has not. */
  readonly indent: string;
}

/** A policy in a host. "Own" offsets are those of `text`, "host" offsets those of the host's text; both in UTF-16 units. */
export interface Embedded {
  /** The policy as CAM gets it. */
  readonly text: string;
  /** Where it stands in the host, from the indentation of its first line on. */
  readonly span: Span;
  /**
   * In order, without a gap or an overlap in `text`. What lies between two of them in the host is none of the policy's, as indentation is.
   * Undefined: the text stands in the host as it is, from the host's offset 0 on.
   */
  readonly pieces: readonly Piece[] | undefined;
  /** The own offsets at which lines begin that have comments in the host. */
  readonly commented?: ReadonlySet<number>;
  /** Undefined: text is written as it is. */
  readonly writing: Writing | undefined;
  /** The layout is the host's: nobody lays out the policy alone. */
  readonly laidOutByHost?: true;
  /**
   * What only the host knows: `values`, for which characters of `syntax/unknown-mark.ts` stand in the text; `parts`, which may stand in the text once,
   * often or never. Undefined: the text is all there is.
   */
  readonly unknown?: Unknown | undefined;
  /** What its host calls it, such as the name of a resource of Terraform; several may have one name. */
  readonly name?: string;
}

/** A host that is a policy from its first character to its last. */
export const wholeText = (text: string): Embedded => ({
  text,
  span: { start: 0, end: text.length },
  pieces: undefined,
  writing: undefined,
});

/** The index of the last piece whose `side` begins at or before `offset`; -1 where there is none. */
export function pieceAt(pieces: readonly Piece[], side: 'own' | 'host', offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && piece[side].start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where in the host the character at an own offset begins. */
export function hostOffset({ pieces, span }: Embedded, own: number): number {
  if (!pieces) return own;
  const piece = pieces[pieceAt(pieces, 'own', own)];
  // An empty policy: behind its indentation, if it has any.
  if (!piece) return span.end;
  if (own >= piece.own.end) return piece.host.end;
  return piece.verbatim ? piece.host.start + own - piece.own.start : piece.host.start;
}

/** Where in the host the character before an own offset ends. */
export function hostEnd({ pieces, span }: Embedded, own: number): number {
  if (!pieces) return own;
  const piece = pieces[pieceAt(pieces, 'own', own - 1)];
  if (!piece) return span.start;
  return piece.verbatim && own < piece.own.end ? piece.host.start + own - piece.own.start : piece.host.end;
}

/** The own offset of what stands at a host offset; the nearest one before it where that is none of the policy's. */
export function ownOffset({ pieces }: Embedded, host: number): number {
  if (!pieces) return host;
  const piece = pieces[pieceAt(pieces, 'host', host)];
  if (!piece) return 0;
  if (host >= piece.host.end) return piece.own.end;
  return piece.verbatim ? piece.own.start + host - piece.host.start : piece.own.start;
}

/** The stretch of the host that stands for an own span, without what is not the policy's at its ends. */
export function hostSpan(embedded: Embedded, span: Span): Span {
  if (!embedded.pieces) return span;
  if (span.start === span.end) {
    const at = pointInHost(embedded, span.start);
    return { start: at, end: at };
  }
  return { start: hostOffset(embedded, span.start), end: hostEnd(embedded, span.end) };
}

/** Where in the host something is inserted at an own offset: before what is none of the policy's, such as a comment; on a new line behind the indentation. */
export function pointInHost(embedded: Embedded, own: number): number {
  return beginsLine(embedded.text, own) ? hostOffset(embedded, own) : hostEnd(embedded, own);
}

/**
 * Whether a host offset is in what is none of the policy's, such as a comment or the host's own expression for a value: what is inserted at the own offset that is
 * nearest would stand elsewhere.
 */
export function isBetween(embedded: Embedded, host: number): boolean {
  const { pieces, text } = embedded;
  if (!pieces) return false;
  const piece = pieces[pieceAt(pieces, 'host', host)];
  if (piece && !piece.verbatim && host > piece.host.start && host < piece.host.end)
    return hasUnknownMark(text, piece.own.start, piece.own.end);
  return pointInHost(embedded, ownOffset(embedded, host)) !== host;
}
