/** Highlights: everything in the document that means the same as what stands at the cursor. */
import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { meansSame, mentionAt, mentionsOf } from '../core/place/mentions.js';
import { rangeOf, type PolicyDocument } from './document.js';

/** An action, with the patterns that stand for it; a resource, its id, or an account number. */
export function highlights({ text, policy }: PolicyDocument, position: Position): DocumentHighlight[] {
  const mentions = mentionsOf(policy);
  const target = mentionAt(mentions, text.offsetAt(position));
  if (!target) return [];
  return mentions
    .filter((mention) => meansSame(target, mention))
    .map((mention) => ({ range: rangeOf(text, mention), kind: DocumentHighlightKind.Text }));
}
