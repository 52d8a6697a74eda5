/** What completers are given and what they give: candidates, before they are items of a list. */
import type { CompletionItemKind } from 'vscode-languageserver-types';
import type { Qualifier } from '../../core/policy/operator.js';
import type { Abilities } from '../abilities.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import type { Form, Part } from './insertion.js';

/** What every completer is given besides its place. */
export interface CompletionContext extends Context {
  readonly document: PolicyDocument;
  readonly abilities: Abilities;
}

/** What an item's documentation is about; its label is the name. Made only when the item is looked at. */
export interface CompletionData {
  readonly about: 'service' | 'action' | 'operator' | 'condition-key';
  /** Of an action: its service. */
  readonly service?: string;
  /** Of an operator: the qualifier that stands before it. */
  readonly qualifier?: Qualifier;
}

export interface Candidate {
  /** Shown, and what typed text is matched against unless `filter` is given. */
  readonly label: string;
  /** What goes in; the label unless given. */
  readonly text?: string;
  /** `text` has tab stops. */
  readonly snippet?: true;
  /** `value` unless given. */
  readonly form?: Form;
  /** Of a key: its value as a snippet, put in where the key has none. */
  readonly value?: string;
  readonly part?: Part;
  readonly filter?: string;
  readonly kind: CompletionItemKind;
  /** Shown at the right of the list. */
  readonly description?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  /** `first` and `last` keep the order given; between them stand those that are sorted by name. */
  readonly order: 'first' | 'name' | 'last';
  /** Its place among those; where it stands in the list unless given. */
  readonly rank?: number;
  /** More is to follow in the same string: the cursor stays in it, and the next list is asked for. */
  readonly goesOn?: true;
  readonly deprecated?: true;
  readonly preselect?: true;
  readonly data?: CompletionData;
}

/** What may stand at a place. */
export interface Offer {
  readonly candidates: readonly Candidate[];
  /** Of all that have no part of their own. */
  readonly part?: Part;
}
