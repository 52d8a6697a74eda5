/** What is found where files are looked for. */
export type Found =
  | { readonly kind: 'file' | 'stdin'; readonly path: string }
  /** A path that cannot be looked at, and the system's code for why, or that a pattern stands for no file. */
  | { readonly kind: 'failure'; readonly path: string; readonly code: string };

/** What a failure has for a code where a pattern stands for no file. */
export const noMatch = 'NOMATCH';

/** The code of what the file system threw, such as `ENOENT`. */
export const codeOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException | undefined)?.code ?? (error instanceof Error ? error.message : String(error));
