/** What the client can do, as far as features depend on it. `server/client.ts` reads it from `initialize`. */

import type { MarkupFormat } from './markup.js';

/** Parts of completion items that the list may state once. */
export type ItemDefault = 'editRange' | 'data';

export interface Abilities {
  /** Supports snippets, texts with tab stops. */
  readonly snippets: boolean;
  /** Supports two ranges, one to replace and one to insert into. */
  readonly insertReplace: boolean;
  /** Shows a text to the right of a completion's label. */
  readonly labelDetails: boolean;
  readonly deprecatedTag: boolean;
  /** Indents inserted lines as the line they go into, when asked to. */
  readonly adjustsIndentation: boolean;
  readonly itemDefaults: readonly ItemDefault[];
  /** How it shows the documentation of completions. */
  readonly documentationFormat: MarkupFormat;
  /** How it shows hovers, and the tooltips of inlay hints. */
  readonly hoverFormat: MarkupFormat;
  /** The client's command that shows the sources of an explanation: of a document's address, a line and a character. */
  readonly sourcesCommand: string | undefined;
  /** The client's command that asks for completions at the cursor; LSP has none. */
  readonly suggestCommand: string | undefined;
}

/** A client that has announced nothing. */
export const plainAbilities: Abilities = {
  snippets: false,
  insertReplace: false,
  labelDetails: false,
  deprecatedTag: false,
  adjustsIndentation: false,
  itemDefaults: [],
  documentationFormat: 'plaintext',
  hoverFormat: 'plaintext',
  sourcesCommand: undefined,
  suggestCommand: undefined,
};
