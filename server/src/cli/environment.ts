/** What a command needs of the process. */
import type { Locale } from '../core/text.js';

/** Exit codes that other programs rely on. `open`: a question about access has no sure answer. */
export const exitCodes = { fine: 0, findings: 1, notDone: 2, open: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Environment {
  readonly locale: Locale;
  /** Prints to standard output. */
  readonly print: (text: string) => void;
  /** Prints a line for a person to standard error. */
  readonly complain: (line: string) => void;
  /** The folder of the catalogue; the folder of the docs lies beside it. */
  readonly packs: string;
}

/** An option or argument that cannot be followed; its message is for the person who wrote it. */
export class UsageError extends Error {}
