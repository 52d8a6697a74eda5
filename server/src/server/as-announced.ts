/** Leaves out of answers what a client has not announced. */
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import {
  CompletionItemKind,
  SymbolKind,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DocumentSymbol,
} from 'vscode-languageserver-types';

/** What of diagnostics that are sent to it a client takes. */
export interface TakenDiagnostics {
  readonly version: boolean;
  readonly tags: readonly unknown[];
  readonly codeDescription: boolean;
  readonly relatedInformation: boolean;
}

/** What is sent to a client that takes `taken`. */
export const publishable = (
  { uri, version, diagnostics }: PublishDiagnosticsParams,
  taken: TakenDiagnostics,
): PublishDiagnosticsParams => ({
  uri,
  ...(taken.version && version !== undefined ? { version } : {}),
  diagnostics: diagnostics.map((diagnostic) => plainDiagnostic(diagnostic, taken)),
});

function plainDiagnostic(
  { tags = [], codeDescription, relatedInformation, ...rest }: Diagnostic,
  taken: TakenDiagnostics,
): Diagnostic {
  const known = tags.filter((tag) => taken.tags.includes(tag));
  return {
    ...rest,
    ...(codeDescription && taken.codeDescription ? { codeDescription } : {}),
    ...(known.length > 0 ? { tags: known } : {}),
    ...(relatedInformation && taken.relatedInformation ? { relatedInformation } : {}),
  };
}

/** The kinds that came after the first version of LSP, and what stands in for them. */
const earlierSymbols: ReadonlyMap<SymbolKind, SymbolKind> = new Map([
  [SymbolKind.Object, SymbolKind.Variable],
  [SymbolKind.Key, SymbolKind.Property],
  [SymbolKind.EnumMember, SymbolKind.Constant],
]);
const earlierCompletions: ReadonlyMap<CompletionItemKind, CompletionItemKind> = new Map([
  [CompletionItemKind.EnumMember, CompletionItemKind.Value],
  [CompletionItemKind.Struct, CompletionItemKind.Class],
  [CompletionItemKind.Operator, CompletionItemKind.Keyword],
]);

/** Symbols for a client; one that says no kinds knows the first eighteen. */
export const symbolsFor = <Symbol extends { readonly kind: SymbolKind; children?: DocumentSymbol[] }>(
  symbols: Symbol[],
  knowsLaterKinds: boolean,
): Symbol[] =>
  knowsLaterKinds
    ? symbols
    : symbols.map((symbol) => ({
        ...symbol,
        kind: earlierSymbols.get(symbol.kind) ?? symbol.kind,
        ...(symbol.children ? { children: symbolsFor(symbol.children, false) } : {}),
      }));

/** The same of completions. */
export function completionsFor(
  found: CompletionItem[] | CompletionList | null,
  knowsLaterKinds: boolean,
): CompletionItem[] | CompletionList | null {
  if (!found || knowsLaterKinds) return found;
  const plain = (items: readonly CompletionItem[]): CompletionItem[] =>
    items.map((item) => {
      const kind = item.kind && earlierCompletions.get(item.kind);
      return kind ? { ...item, kind } : item;
    });
  return Array.isArray(found) ? plain(found) : { ...found, items: plain(found.items) };
}
