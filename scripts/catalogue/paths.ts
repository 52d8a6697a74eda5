/** Where the catalogue's inputs and outputs lie, relative to the repository's root (the working directory). */
export const catalogue = 'server/catalogue';
export const folders = {
  facts: `${catalogue}/facts`,
  documents: `${catalogue}/documents`,
  descriptions: `${catalogue}/descriptions`,
  overlay: `${catalogue}/overlay`,
  language: `${catalogue}/language`,
  generated: `${catalogue}/generated`,
} as const;

/** Services whose data loads with the server. */
export const firstClass: readonly string[] = ['cam', 'cmqqueue', 'cmqtopic', 'mps', 'sts', 'tdmq', 'trtc'];

/** How often services and actions are named. */
export const usageFile = `${catalogue}/usage.json`;

/** The same counts without every second policy: on those the order is measured. */
export const usageOfHalfFile = `${catalogue}/usage-of-half.json`;
