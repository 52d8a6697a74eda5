/** Completion items, built alike for every place. */
import {
  CompletionItemTag,
  InsertTextFormat,
  TextEdit,
  type CompletionItem,
  type CompletionItemKind,
} from 'vscode-languageserver-types';
import type { Spot } from '../../core/place.js';
import type { Context, PolicyDocument } from '../document.js';
import { rangeOf } from '../document.js';
import { insertionAt, type Content } from './insertion.js';

/** What every completer is given besides its place. */
export interface CompletionContext extends Context {
  readonly document: PolicyDocument;
}

export interface Candidate extends Content {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What typed text is matched against: the value from `from` on; the text itself unless given. */
  readonly filter?: string;
  readonly detail?: string | undefined;
  /** Shown at the right of the list. */
  readonly description?: string | undefined;
  readonly documentation?: string;
  /** The items' order: by group, then as given. */
  readonly group: number;
  /** Offset in the string's value from which the item replaces. */
  readonly from?: number;
  /** Asks for the next list at once. */
  readonly again?: boolean;
  readonly deprecated?: boolean;
  readonly preselect?: boolean;
  /** Kept by the client and given back to resolve the item's documentation. */
  readonly data?: CompletionData;
}

/** Names what an item is about, so that its documentation can be made when it is looked at. */
export interface CompletionData {
  readonly service: string;
  readonly action?: string;
}

const suggestAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** LSP items in the order of their groups; within a group the order given is kept. */
export const itemsOf = (candidates: readonly Candidate[], spot: Spot, context: CompletionContext): CompletionItem[] =>
  candidates.map((candidate, index) => itemOf(candidate, index, spot, context));

function itemOf(candidate: Candidate, index: number, spot: Spot, { document }: CompletionContext): CompletionItem {
  const { newText, replace } = insertionAt(document.text.getText(), spot, candidate, candidate.from);
  return {
    label: candidate.label,
    kind: candidate.kind,
    sortText: `${candidate.group}${String(index).padStart(4, '0')}`,
    filterText: candidate.filter ?? candidate.text,
    textEdit: TextEdit.replace(rangeOf(document.text, replace), newText),
    ...(candidate.snippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(candidate.detail ? { detail: candidate.detail } : {}),
    ...(candidate.description ? { labelDetails: { description: candidate.description } } : {}),
    ...(candidate.documentation ? { documentation: { kind: 'markdown', value: candidate.documentation } } : {}),
    ...(candidate.again ? { command: suggestAgain } : {}),
    ...(candidate.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(candidate.preselect ? { preselect: true } : {}),
    ...(candidate.data ? { data: candidate.data } : {}),
  };
}
