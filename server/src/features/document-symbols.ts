/** The outline: the policy's elements; statements have titles that say what they do, and their elements as children. */
import { SymbolKind, type DocumentSymbol, type Range, type SymbolInformation } from 'vscode-languageserver-types';
import type { Member, Statement } from '../core/policy/model.js';
import { shorten, titleOf } from './explain/title.js';
import type { Span } from '../core/span.js';
import { contentSpan } from '../core/syntax/measure.js';
import type { JsonNode, JsonProperty, JsonString } from '../core/syntax/json.js';
import type { Context } from './context.js';
import type { HostDocument, PolicyDocument } from './document.js';

/** The most statements that are shown: nobody looks through more, and clients are slow to draw them. */
const maxStatements = 5000;

/** What the outline shows, as a tree. */
export const documentSymbols = ({ policies }: HostDocument, context: Context): DocumentSymbol[] =>
  policies.flatMap((document) => symbolsIn(document, context));

function symbolsIn(document: PolicyDocument, { locale }: Context): DocumentSymbol[] {
  const { policy } = document;
  const locator = document.locator();
  const locate: Locate = (span) => locator.rangeOf(document.hostSpan(span));
  return policy.members.flatMap((member) =>
    // The statements are those of the first element of that name.
    member.property === policy.element.statement
      ? policy.statements
          .slice(0, maxStatements)
          .map((statement) => statementSymbol(locate, statement, titleOf(statement, locale)))
      : [elementSymbol(locate, member)],
  );
}

/** The same as a list, for clients that know no tree. */
export function flatSymbols(document: HostDocument, context: Context): SymbolInformation[] {
  const { uri } = document;
  const flatten = (symbols: readonly DocumentSymbol[], containerName: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [
      { name, kind, location: { uri, range }, ...(containerName ? { containerName } : {}) },
      ...flatten(children, name),
    ]);
  return flatten(documentSymbols(document, context), '');
}

/** The range of a span of the policy. */
type Locate = (span: Span) => Range;

/** There may be ten thousand symbols, so each is built once, in the form in which it is sent. */
function symbolOf(
  locate: Locate,
  name: string,
  kind: SymbolKind,
  span: Span,
  selection: Span,
  children: DocumentSymbol[] = [],
): DocumentSymbol {
  // First, since it stands on the line on which the symbol begins.
  const selectionRange = locate(selection);
  const symbol: DocumentSymbol = { name, kind, range: locate(span), selectionRange };
  if (children.length > 0) symbol.children = children;
  return symbol;
}

function statementSymbol(locate: Locate, { node, members, element }: Statement, name: string): DocumentSymbol {
  const selection = element.effect ?? { start: node.start, end: Math.min(node.start + 1, node.end) };
  const children = members.map((member) => elementSymbol(locate, member));
  return symbolOf(locate, name, SymbolKind.Class, node, selection, children);
}

const kinds: ReadonlyMap<string | undefined, SymbolKind> = new Map([
  ['action', SymbolKind.Method],
  ['resource', SymbolKind.Object],
  ['condition', SymbolKind.Boolean],
  ['principal', SymbolKind.Interface],
  ['effect', SymbolKind.EnumMember],
]);

function elementSymbol(locate: Locate, { property, element }: Member<string>): DocumentSymbol {
  const kind = kinds.get(element) ?? SymbolKind.Property;
  return propertySymbol(locate, property, kind, childrenOf(locate, property.value, kind));
}

function propertySymbol(
  locate: Locate,
  property: JsonProperty,
  kind: SymbolKind,
  children: DocumentSymbol[],
): DocumentSymbol {
  const { key, value } = property;
  const symbol = symbolOf(locate, nameOf(key), kind, property, key, children);
  const detail = value?.kind === 'string' ? shorten(value.value) : '';
  if (detail) symbol.detail = detail;
  return symbol;
}

/** The strings of an array or the members of an object, no deeper than policies go. */
function childrenOf(locate: Locate, value: JsonNode | undefined, kind: SymbolKind, depth = 0): DocumentSymbol[] {
  if (value?.kind === 'array')
    return value.items
      .filter((item) => item.kind === 'string')
      .map((item) => symbolOf(locate, nameOf(item), kind, item, contentSpan(item)));
  if (value?.kind !== 'object' || depth > 2) return [];
  return value.properties.map((property) =>
    propertySymbol(locate, property, SymbolKind.Key, childrenOf(locate, property.value, SymbolKind.String, depth + 1)),
  );
}

/** A symbol without a name is refused by editors. */
const nameOf = ({ value }: JsonString): string => shorten(value).trim() || '""';
