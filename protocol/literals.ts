/** What the server reads from strings of programs. */

/** A policy that stands in a stretch of a program. */
export interface Literal {
  /** The policy as it stands for itself. */
  readonly text: string;
  /** How the program writes it: to be given back as it is, as `form` of `camPolicy/writeLiteral` and `camPolicy/setOrigin`. */
  readonly form: object;
  /** Where the literal stands in the stretch; offsets in UTF-16 units. */
  readonly span: { readonly start: number; readonly end: number };
}

/** Languages that a policy can be written for which was not read from a program. */
export const literalLanguages = ['go', 'python', 'javascript', 'other'] as const;
