/** Highlights: everything in the document that means the same as the mention at the cursor. */
import { DocumentHighlightKind, type DocumentHighlight, type Position } from 'vscode-languageserver-types';
import { meansSame, mentionsOf } from '../core/place/mentions.js';
import type { HostDocument } from './document.js';
import { mentionAtPosition } from './mentions.js';

/** An action, with the patterns that stand for it; a resource, its id, or an account number. */
export function highlights(host: HostDocument, position: Position): DocumentHighlight[] {
  const document = host.policyAt(position);
  const target = document && mentionAtPosition(document, position);
  if (!target) return [];
  return host.policies.flatMap((other) =>
    mentionsOf(other.policy)
      .filter((mention) => meansSame(target, mention))
      .map((mention) => ({ range: other.rangeOf(mention), kind: DocumentHighlightKind.Text })),
  );
}
