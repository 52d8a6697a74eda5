/** What completers are given, and the candidates that they return. */
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

/** What an item's documentation is about, for `resolveCompletion`; the name is the item's label. */
export interface CompletionData {
  readonly about: 'service' | 'action' | 'operator' | 'condition-key';
  /** Of an action: its service. */
  readonly service?: string;
  /** Of an operator: the qualifier that stands before it. */
  readonly qualifier?: Qualifier;
}

export interface Candidate {
  /** Shown; also matched against what is typed, unless `filter` is given. */
  readonly label: string;
  /** The text to insert; the label unless given. */
  readonly text?: string;
  /** `text` has tab stops. */
  readonly snippet?: true;
  /** Words that its tab stops begin with are names or examples of what belongs there. */
  readonly named?: true;
  /** `value` unless given. */
  readonly form?: Form;
  /** Of a key: its value as a snippet, inserted if the key has none. */
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
  /** Its place among those that keep their order; its index in the list unless given. Given only for candidates that are cached. */
  readonly rank?: number;
  /** The string goes on: the cursor stays in it, and the next completions are asked for. */
  readonly goesOn?: true;
  readonly deprecated?: true;
  readonly preselect?: true;
  readonly data?: CompletionData;
}

/** The candidates for a place. */
export interface Offer {
  readonly candidates: readonly Candidate[];
  /** Of candidates that have no part of their own. */
  readonly part?: Part;
  /** What is typed next may bring more: the client must ask again. */
  readonly incomplete?: boolean;
}
