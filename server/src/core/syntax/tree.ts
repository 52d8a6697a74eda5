/** The syntax tree of a JSON text and what is wrong with it. Knows JSON, not policies. */
import type { Span } from '../span.js';

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonLiteral | JsonUnread;

/** A node is its own span: `start` and `end` are offsets of its first character and behind its last. */
export interface JsonObject extends Span {
  readonly kind: 'object';
  readonly properties: readonly JsonProperty[];
  /** Whether the closing brace is there. */
  readonly closed: boolean;
}

export interface JsonProperty extends Span {
  readonly key: JsonKey;
  /** Offset of the colon, or -1 where it is missing. */
  readonly colon: number;
  readonly value: JsonNode | undefined;
}

export interface JsonArray extends Span {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly closed: boolean;
}

export interface JsonString extends Span {
  readonly kind: 'string';
  /** The text it stands for, escapes resolved. */
  readonly value: string;
  /** `"…"` as JSON has it; anything else was a mistake that is read as a string all the same. */
  readonly quotes: 'double' | 'other' | 'none';
  readonly closed: boolean;
}

export interface JsonKey extends JsonString {
  /** Whether it is too long to be read: its value is then empty, which says nothing. */
  readonly unread?: boolean;
}

/** A string that stands as a value and is too long to be read. */
export interface JsonUnread extends Span {
  readonly kind: 'unread';
}

export interface JsonNumber extends Span {
  readonly kind: 'number';
}

export interface JsonLiteral extends Span {
  readonly kind: 'literal';
  readonly value: boolean | null;
}

export type JsonProblemKind =
  | 'empty'
  | 'decorated'
  | 'byte-order-mark'
  | 'comment'
  | 'unclosed-comment'
  | 'trailing-comma'
  | 'extra-comma'
  | 'comma-expected'
  | 'colon-expected'
  | 'value-expected'
  | 'key-expected'
  | 'unclosed-string'
  | 'stray-quote'
  | 'opening-expected'
  | 'unclosed-object'
  | 'unclosed-array'
  | 'invalid-escape'
  | 'invalid-character'
  | 'invalid-number'
  | 'wrong-quotes'
  | 'missing-quotes'
  | 'wrong-punctuation'
  | 'wrong-space'
  | 'unexpected'
  | 'extra-text'
  | 'too-deep'
  | 'too-large'
  | 'long-string';

export interface JsonProblem extends Span {
  readonly kind: JsonProblemKind;
  /** Its own span unless the character to blame is elsewhere; what stands (or should stand) there. */
  readonly text: string;
  /** The whole string that it breaks, where a quote is missing or one too many. */
  readonly broken?: Span;
}

export interface JsonTree {
  readonly text: string;
  readonly root: JsonNode | undefined;
  /** In the order of the text, at most `maxProblems`. */
  readonly problems: readonly JsonProblem[];
  /** White space between tokens, in UTF-16 units; undefined where some may also stand elsewhere, in strings or mistakes. */
  readonly blanks: number | undefined;
}

/** Deeper nesting is not attached to the tree, so that whoever walks it cannot run out of stack. */
export const maxDepth = 100;

/**
 * Longer texts are not read; in UTF-16 units. It bounds what any one request can cost. CAM takes 6,144 characters without white space, so
 * this is what no policy comes near.
 */
export const maxTextLength = 1_000_000;

/** A text with more mistakes than this is not a policy with mistakes; the rest would only be noise. */
export const maxProblems = 200;
