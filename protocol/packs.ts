/** The catalogue's packs, files `<name>.pack` beside the bundles. A client in the browser sends their texts to the worker before anything else. */

export const packNames = ['first-class', 'services', 'details', 'language'] as const;

/** The text of each pack. */
export type Packs = { readonly [name in (typeof packNames)[number]]: string };
