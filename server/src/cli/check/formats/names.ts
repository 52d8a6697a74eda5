/** The names of the formats of `check`. */
export const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
export type Format = (typeof formats)[number];
