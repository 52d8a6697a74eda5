/** Formatting: of whole policies, of a range, and of the object or array that has just been closed. */
import type { FormattingOptions, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../core/span.js';
import type { JsonNode } from '../core/syntax/json.js';
import { formatJson } from '../core/syntax/format.js';
import type { HostDocument, PolicyDocument } from './document.js';

/** Nobody wants wider indentation, and a billion blanks would take the server down. */
const maxTabSize = 16;

/** The edits that lay out the policies of the document, or the lines of `range` in them. */
export const formatDocument = (
  document: HostDocument,
  range: Range | undefined,
  options: FormattingOptions,
): TextEdit[] =>
  range
    ? document
        .touchedBy(document.spanOf(range))
        .flatMap(({ document: policy, selection }) =>
          format(policy, isWhole(policy, selection) ? undefined : selection, options),
        )
    : document.policies.flatMap((policy) => format(policy, undefined, options));

const isWhole = ({ policy }: PolicyDocument, { start, end }: Span): boolean =>
  start === 0 && end === policy.tree.text.length;

/** The edits that lay out the object or array whose closing bracket has just been typed before `position`. */
export function formatOnType(document: PolicyDocument, position: Position, options: FormattingOptions): TextEdit[] {
  const { root } = document.policy.tree;
  const closed = root && nodeClosedAt(root, document.offsetAt(position));
  return closed ? format(document, closed, options) : [];
}

function format(document: PolicyDocument, span: Span | undefined, options: FormattingOptions): TextEdit[] {
  if (document.embedded.laidOutByHost) return [];
  const { text } = document.policy.tree;
  const { insertSpaces, insertFinalNewline = false } = options;
  const tabSize = Math.min(Math.max(options.tabSize, 1), maxTabSize);
  return document.textEdits(formatJson(text, span, { tabSize, insertSpaces, insertFinalNewline }));
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
