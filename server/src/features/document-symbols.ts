/** The outline: the policy's elements, its statements titled by what they do, and in them their elements. */
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import type { Member, Statement } from '../core/policy/model.js';
import { shorten, titleOf } from '../core/policy/title.js';
import type { Span } from '../core/span.js';
import { contentSpan } from '../core/syntax/edit.js';
import type { JsonNode, JsonProperty, JsonString } from '../core/syntax/json.js';
import { rangeOf, type Context, type PolicyDocument } from './document.js';

interface Entry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly selection: Span;
  readonly children?: readonly Entry[];
}

/** As many statements are shown: nobody looks through more, and clients take long to draw them. */
const maxStatements = 5000;

/** What the outline shows, as a tree. */
export const documentSymbols = ({ text, policy }: PolicyDocument, { locale }: Context): DocumentSymbol[] => {
  const entries = policy.members.flatMap(({ property, element }): Entry[] =>
    // The statements are those of the first element of that name.
    property === policy.element.statement
      ? policy.statements
          .slice(0, maxStatements)
          .map((statement) => statementEntry(statement, titleOf(statement, locale)))
      : [elementEntry({ property, element })],
  );
  const symbolOf = ({ name, detail, kind, span, selection, children = [] }: Entry): DocumentSymbol => ({
    name,
    ...(detail ? { detail } : {}),
    kind,
    range: rangeOf(text, span),
    selectionRange: rangeOf(text, selection),
    ...(children.length > 0 ? { children: children.map(symbolOf) } : {}),
  });
  return entries.map(symbolOf);
};

/** The same as a list, for clients that know no tree. */
export function flatSymbols(document: PolicyDocument, context: Context): SymbolInformation[] {
  const { uri } = document.text;
  const flatten = (symbols: readonly DocumentSymbol[], containerName: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [
      { name, kind, location: { uri, range }, ...(containerName ? { containerName } : {}) },
      ...flatten(children, name),
    ]);
  return flatten(documentSymbols(document, context), '');
}

const statementEntry = ({ node, members, element }: Statement, name: string): Entry => ({
  name,
  kind: SymbolKind.Class,
  span: node,
  selection: element.effect ?? { start: node.start, end: Math.min(node.start + 1, node.end) },
  children: members.map(elementEntry),
});

const kinds: { readonly [element: string]: SymbolKind } = {
  action: SymbolKind.Method,
  resource: SymbolKind.Object,
  condition: SymbolKind.Boolean,
  principal: SymbolKind.Interface,
  effect: SymbolKind.EnumMember,
};

function elementEntry({ property, element }: Member<string>): Entry {
  const kind = kinds[element ?? ''] ?? SymbolKind.Property;
  return { ...entryOf(property, kind), children: childrenOf(property.value, kind) };
}

function entryOf(property: JsonProperty, kind: SymbolKind): Entry {
  const { key, value } = property;
  const detail = value?.kind === 'string' ? shorten(value.value) : '';
  return { name: nameOf(key), detail, kind, span: property, selection: key };
}

/** The strings of an array, the members of an object, to the depth that policies have. */
function childrenOf(value: JsonNode | undefined, kind: SymbolKind, depth = 0): readonly Entry[] {
  if (value?.kind === 'array')
    return value.items
      .filter((item) => item.kind === 'string')
      .map((item) => ({ name: nameOf(item), kind, span: item, selection: contentSpan(item) }));
  if (value?.kind !== 'object' || depth > 2) return [];
  return value.properties.map((property) => ({
    ...entryOf(property, SymbolKind.Key),
    children: childrenOf(property.value, SymbolKind.String, depth + 1),
  }));
}

/** A symbol without a name is refused by editors. */
const nameOf = ({ value }: JsonString): string => shorten(value).trim() || '""';
