/** Items of a list without those that are in no form CAM takes: what a statement says does not hang on them, and another rule reports them. */

/** The items without malformed ones; the list itself, where there is none. */
export const wellFormed = <Item extends { readonly form: string }>(items: readonly Item[] = []): readonly Item[] =>
  items.some(({ form }) => form === 'malformed') ? items.filter(({ form }) => form !== 'malformed') : items;
