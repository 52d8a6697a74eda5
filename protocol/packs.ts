/** The catalogue's packs, files `<name>.pack` beside the bundles, and how a worker gets them. */

export const packNames = ['first-class', 'services', 'details', 'language'] as const;

/** The text of each pack. */
export type Packs = { readonly [name in (typeof packNames)[number]]: string };

/** What a client in the browser sends to the worker before anything else. */
export interface WorkerStart {
  readonly packs: Packs;
  /** The address of the folder that the worker's script lies in, with a slash at its end: the worker reads another from there. */
  readonly scripts: string;
}
