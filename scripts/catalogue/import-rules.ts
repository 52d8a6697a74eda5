import type { SourceData } from '../../server/src/core/catalogue/data.js';

/** `server/catalogue/import.json`: what of the tables is not taken over as it stands, and what is known of documents by their number. */
export interface ImportRules {
  /** Services whose rows other tables or the overlay say better, with the reason. */
  readonly skipServices: { readonly [service: string]: string };
  /** Rows of the tables under another abbreviation → ours. */
  readonly rename: { readonly [service: string]: string };
  /** Actions as printed (`service:Action`) that are no action names, with the reason. */
  readonly skipActions: { readonly [action: string]: string };
  /** Documents whose rows are left out, with the reason. */
  readonly skipDocuments: { readonly [number: string]: string };
  /** Cells that name pages in words → those pages; none where a row rests on a sample policy only, or is known from a better page. */
  readonly documentCells: { readonly [printed: string]: readonly SourceData[] };
  /** Resource prefixes as `service:prefix` that are mistakes, with the reason. */
  readonly skipPrefixes: { readonly [prefix: string]: string };
  /** Preset policies that are misspelt or not of one service, with the reason. */
  readonly skipPresets: { readonly [name: string]: string };
  /** For copies of pages without a date: what they are ordered by, as the first pattern that fits `document url` says, with the reason. */
  readonly undated: readonly { readonly pattern: string; readonly rank: string; readonly reason: string }[];
  /** Products' own pages by document number, where they are not CAM's: titles in English and Chinese, and the site if not the Chinese one. */
  readonly documents: { readonly [number: string]: readonly [string, string, string?] };
  /** Names of pages in copies of the documents → English. */
  readonly pages: { readonly [page: string]: string };
}
