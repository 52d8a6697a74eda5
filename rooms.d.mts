/** The types of rooms.mjs, which is JavaScript because ESLint reads it. */
export interface Room {
  readonly name: string;
  readonly files: readonly string[];
  readonly not: readonly string[];
  readonly deny: readonly string[];
  readonly jsonc?: boolean;
  readonly why: string;
}
export declare const rooms: readonly Room[];
