/** Formatting of a whole policy, of a range, and of what has just been closed. */
import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../core/span.js';
import type { JsonNode } from '../core/syntax/json.js';
import { formatJson } from '../core/syntax/format.js';
import { rangeOf, spanOf, type PolicyDocument } from './document.js';

/** Wider indentation is nobody's wish, and a billion blanks take the server down. */
const maxTabSize = 16;

/** The edits that lay out the document, or the lines of `range`. */
export function formatDocument(
  document: PolicyDocument,
  range: Range | undefined,
  options: FormattingOptions,
): TextEdit[] {
  const { text } = document;
  return format(document, range && spanOf(text, range), options);
}

/** The edits that lay out the object or array whose closing bracket has just been typed before `position`. */
export function formatOnType(document: PolicyDocument, position: Position, options: FormattingOptions): TextEdit[] {
  const { text, policy } = document;
  const closed = policy.tree.root && nodeClosedAt(policy.tree.root, text.offsetAt(position));
  return closed ? format(document, closed, options) : [];
}

/** Nothing where the text is beyond the limits of reading: indenting hostile depth would write more than memory holds. */
function format({ text, policy }: PolicyDocument, span: Span | undefined, options: FormattingOptions): TextEdit[] {
  if (policy.tree.problems.some(({ kind }) => kind === 'too-deep' || kind === 'too-large')) return [];
  const { insertSpaces, insertFinalNewline = false } = options;
  const tabSize = Math.min(Math.max(options.tabSize, 1), maxTabSize);
  return formatJson(text.getText(), span, { tabSize, insertSpaces, insertFinalNewline }).map((edit) => ({
    range: rangeOf(text, edit.span),
    newText: edit.newText,
  }));
}

/** The object or array that ends at `offset`. */
function nodeClosedAt(root: JsonNode, offset: number): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  while (node && (node.kind === 'object' || node.kind === 'array') && node.start < offset && offset <= node.end) {
    if (node.closed && node.end === offset) return node;
    const members: readonly (JsonNode | undefined)[] =
      node.kind === 'array' ? node.items : node.properties.map(({ value }) => value);
    node = members.find((member) => member && member.start < offset && offset <= member.end);
  }
  return undefined;
}
