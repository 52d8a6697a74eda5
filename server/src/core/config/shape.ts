/** What a configuration may hold, as a value: the reader, the JSON Schema and the completion are made from one table of it (`fields.ts`). */
import type { Text } from '../text.js';

export type Shape = TextShape | ChoiceShape | CountShape | NullShape | ListShape | ObjectShape | MapShape | EitherShape;

/** A string. */
export interface TextShape {
  readonly kind: 'text';
  readonly form: Form;
}

/** What a string must look like. */
export interface Form {
  /** Whether a value has the form. */
  readonly isMet: (value: string) => boolean;
  /** The same as a regular expression of JSON Schema. */
  readonly pattern: string;
  /** Whether a value that has not the form meets `pattern` all the same. */
  readonly passes?: (value: string) => boolean;
  /** What is wrong with a value that has not the form, where more can be said than what is expected. */
  readonly why?: (value: string) => Text | undefined;
  /** What is expected, for people. */
  readonly expected: Text;
}

export interface ChoiceShape {
  readonly kind: 'choice';
  /** What each value means. */
  readonly values: ReadonlyMap<string, Text>;
}

/** A whole number that is not negative. */
export interface CountShape {
  readonly kind: 'count';
}

/** `null`. */
export interface NullShape {
  readonly kind: 'null';
}

export interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  /** Whether it must hold something. */
  readonly filled: boolean;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Field>;
  /** What its members are: those of the table, or rules. */
  readonly members: 'members' | 'rules';
  /** Exactly one of these kinds it is; undefined: it has no kinds. */
  readonly kinds?: readonly ObjectKind[];
}

/** A kind of object. A field that some kind names goes with the kinds that name it; the others go with every kind. */
export interface ObjectKind {
  /** The field that makes an object one of this kind. */
  readonly name: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** An object whose members may have any name. */
export interface MapShape {
  readonly kind: 'map';
  readonly of: Shape;
}

export interface EitherShape {
  readonly kind: 'either';
  /** Of different JSON types. */
  readonly shapes: readonly Shape[];
}

export interface Field {
  readonly shape: Shape;
  readonly required: boolean;
  readonly about: Text;
  /** What holds where nothing is said. */
  readonly standard?: string;
}
