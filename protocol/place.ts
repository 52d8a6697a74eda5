/** Places in a text document, as the Language Server Protocol has them. */

export interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
