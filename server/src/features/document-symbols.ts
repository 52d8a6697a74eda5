/** The outline: the policy's elements, its statements titled by what they do, and in them their elements. */
import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import type { Member, Statement } from '../core/policy/model.js';
import { shorten, titleOf } from '../core/policy/title.js';
import type { Span } from '../core/span.js';
import { contentSpan } from '../core/syntax/edit.js';
import type { JsonNode, JsonProperty, JsonString } from '../core/syntax/json.js';
import { rangeOf, type Context, type PolicyDocument, type Text } from './document.js';

/** As many statements are shown: nobody looks through more, and clients take long to draw them. */
const maxStatements = 5000;

/** What the outline shows, as a tree. */
export const documentSymbols = ({ text, policy }: PolicyDocument, { locale }: Context): DocumentSymbol[] =>
  policy.members.flatMap((member) =>
    // The statements are those of the first element of that name.
    member.property === policy.element.statement
      ? policy.statements
          .slice(0, maxStatements)
          .map((statement) => statementSymbol(text, statement, titleOf(statement, locale)))
      : [elementSymbol(text, member)],
  );

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

/** There may be ten thousand: each is made at once as it is sent. */
function symbolOf(
  text: Text,
  name: string,
  kind: SymbolKind,
  span: Span,
  selection: Span,
  children: DocumentSymbol[] = [],
): DocumentSymbol {
  const symbol: DocumentSymbol = {
    name,
    kind,
    range: rangeOf(text, span),
    selectionRange: rangeOf(text, selection),
  };
  if (children.length > 0) symbol.children = children;
  return symbol;
}

function statementSymbol(text: Text, { node, members, element }: Statement, name: string): DocumentSymbol {
  const selection = element.effect ?? { start: node.start, end: Math.min(node.start + 1, node.end) };
  const children = members.map((member) => elementSymbol(text, member));
  return symbolOf(text, name, SymbolKind.Class, node, selection, children);
}

const kinds: { readonly [element: string]: SymbolKind } = {
  action: SymbolKind.Method,
  resource: SymbolKind.Object,
  condition: SymbolKind.Boolean,
  principal: SymbolKind.Interface,
  effect: SymbolKind.EnumMember,
};

function elementSymbol(text: Text, { property, element }: Member<string>): DocumentSymbol {
  const kind = kinds[element ?? ''] ?? SymbolKind.Property;
  return propertySymbol(text, property, kind, childrenOf(text, property.value, kind));
}

function propertySymbol(
  text: Text,
  property: JsonProperty,
  kind: SymbolKind,
  children: DocumentSymbol[],
): DocumentSymbol {
  const { key, value } = property;
  const symbol = symbolOf(text, nameOf(key), kind, property, key, children);
  const detail = value?.kind === 'string' ? shorten(value.value) : '';
  if (detail) symbol.detail = detail;
  return symbol;
}

/** The strings of an array, the members of an object, to the depth that policies have. */
function childrenOf(text: Text, value: JsonNode | undefined, kind: SymbolKind, depth = 0): DocumentSymbol[] {
  if (value?.kind === 'array')
    return value.items
      .filter((item) => item.kind === 'string')
      .map((item) => symbolOf(text, nameOf(item), kind, item, contentSpan(item)));
  if (value?.kind !== 'object' || depth > 2) return [];
  return value.properties.map((property) =>
    propertySymbol(text, property, SymbolKind.Key, childrenOf(text, property.value, SymbolKind.String, depth + 1)),
  );
}

/** A symbol without a name is refused by editors. */
const nameOf = ({ value }: JsonString): string => shorten(value).trim() || '""';
