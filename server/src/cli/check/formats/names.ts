/** The names of the formats of `check`. */
export const formats = ['text', 'json'] as const;
export type Format = (typeof formats)[number];
