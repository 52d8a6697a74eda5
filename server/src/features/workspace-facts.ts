/** What the workspace keeps of a document: what its policies mention, and names to find it by. The text is not kept. */
import { SymbolKind, type Range } from 'vscode-languageserver-types';
import { mentionsOf, type Mention } from '../core/place/mentions.js';
import { shorten, titleOf } from './explain/title.js';
import type { Locale } from '../core/text.js';
import type { HostDocument } from './document.js';

export interface PlacedMention {
  readonly mention: Mention;
  readonly range: Range;
}

export interface NamedPlace {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly range: Range;
}

export interface WorkspaceFacts {
  readonly uri: string;
  readonly mentions: readonly PlacedMention[];
  /** Statements by their titles, then each action and resource once. */
  readonly names: readonly NamedPlace[];
}

export function workspaceFacts({ uri, policies }: HostDocument, locale: Locale): WorkspaceFacts {
  const mentions = policies.flatMap((document) =>
    mentionsOf(document.policy).map((mention) => ({ mention, range: document.rangeOf(mention) })),
  );
  const statements = policies.flatMap((document) =>
    document.policy.statements.map((statement) => ({
      name: titleOf(statement, locale),
      kind: SymbolKind.Class,
      range: document.rangeOf(statement.node),
    })),
  );
  const named = new Map<string, NamedPlace>();
  for (const { mention, range } of mentions) {
    if (mention.kind !== 'action' && mention.kind !== 'resource') continue;
    const kind = mention.kind === 'action' ? SymbolKind.Method : SymbolKind.Object;
    if (!named.has(mention.name)) named.set(mention.name, { name: shorten(mention.name), kind, range });
  }
  return { uri, mentions, names: [...statements, ...named.values()] };
}
