/** What the editor can do, as far as features shape their answers by it. Read from the wire in `server/`. */

import type { MarkupFormat } from './markup.js';

/** Parts of a completion list that may be said once for all items. */
export type ItemDefault = 'editRange' | 'data';

export interface Abilities {
  /** Takes text with tab stops. */
  readonly snippets: boolean;
  /** Takes both what to replace and what to leave when inserting. */
  readonly insertReplace: boolean;
  /** Shows text at the right of a completion's label. */
  readonly labelDetails: boolean;
  readonly deprecatedTag: boolean;
  /** Brings inserted lines to the indentation of the line they go into when asked to. */
  readonly adjustsIndentation: boolean;
  readonly itemDefaults: readonly ItemDefault[];
  /** How it shows the documentation of completions. */
  readonly documentationFormat: MarkupFormat;
  /** How it shows hovers, and what is shown where the mouse rests on a hint. */
  readonly hoverFormat: MarkupFormat;
  /** It shows what a document link is about, with the link, where the mouse rests on one. */
  readonly linkTooltips: boolean;
  /** A command of the client's own that asks for completions at the cursor; no protocol has one. */
  readonly suggestCommand: string | undefined;
}

/** An editor that has said nothing of itself. */
export const plainAbilities: Abilities = {
  snippets: false,
  insertReplace: false,
  labelDetails: false,
  deprecatedTag: false,
  adjustsIndentation: false,
  itemDefaults: [],
  documentationFormat: 'plaintext',
  hoverFormat: 'plaintext',
  linkTooltips: false,
  suggestCommand: undefined,
};
