/** Selection ranges: segment or word of a string, string, member, array, element, statement, policy. */
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { Policy } from '../core/policy/model.js';
import { resourceParts, actionParts } from '../core/policy/parts.js';
import { segmentAt } from '../core/policy/resource.js';
import { touches, type Span } from '../core/span.js';
import { contentSpan, offsetInString, spanInString } from '../core/syntax/measure.js';
import type { JsonNode, JsonString } from '../core/syntax/json.js';
import type { HostDocument, PolicyDocument } from './document.js';

/** For each position the ranges around it, each larger than the one before. */
export const selectionRanges = (document: HostDocument, positions: readonly Position[]): SelectionRange[] =>
  positions.map((position) => {
    const policy = document.policyAt(position);
    return policy ? chainOf(policy, policy.offsetAt(position)) : { range: { start: position, end: position } };
  });

function chainOf(document: PolicyDocument, offset: number): SelectionRange {
  const { policy } = document;
  let chain: SelectionRange | undefined;
  let last: Span | undefined;
  for (const span of [{ start: 0, end: policy.tree.text.length }, ...spansAt(policy, offset)]) {
    if (last && last.start === span.start && last.end === span.end) continue;
    last = span;
    chain = { range: document.rangeOf(span), ...(chain ? { parent: chain } : {}) };
  }
  return chain ?? { range: document.rangeOf({ start: offset, end: offset }) };
}

/** From the policy's object inwards. */
function spansAt(policy: Policy, offset: number): readonly Span[] {
  const spans: Span[] = [];
  const text = policy.tree.text;
  let node: JsonNode | undefined = policy.tree.root;
  while (node && touches(node, offset)) {
    spans.push(node);
    if (node.kind === 'object' || node.kind === 'array') {
      // On a bracket the whole is selected first, between brackets the content.
      if (offset > node.start && (!node.closed || offset < node.end))
        spans.push({ start: node.start + 1, end: node.closed ? node.end - 1 : node.end });
    }
    if (node.kind === 'array') node = node.items.find((item) => touches(item, offset));
    else if (node.kind === 'object') {
      const property = node.properties.find((member) => touches(member, offset));
      if (property) spans.push(property);
      const key: JsonString | undefined = property && touches(property.key, offset) ? property.key : undefined;
      node = key ?? property?.value;
    } else {
      if (node.kind === 'string') spans.push(...spansInString(text, node, offset));
      break;
    }
  }
  return spans;
}

/** Content, segment and part, outermost first, each inside the one before. */
function spansInString(text: string, node: JsonString, offset: number): readonly Span[] {
  const content = contentSpan(node);
  if (!touches(content, offset)) return [];
  const unit = offsetInString(text, node, offset);
  const at = (span: Span): Span => spanInString(text, node, span.start, span.end);
  const isResource = node.value.startsWith('qcs:');
  const parts = (isResource ? resourceParts : actionParts)(node.value);
  const part = parts.find((candidate) => touches(candidate, unit));
  if (!isResource) return part ? [content, at(part)] : [content];
  const segment = segmentSpan(node.value, unit);
  return [content, at(segment), ...(part && segment.start <= part.start && part.end <= segment.end ? [at(part)] : [])];
}

function segmentSpan(value: string, unit: number): Span {
  const { index, start } = segmentAt(value, unit);
  const colon = index < 5 ? value.indexOf(':', start) : -1;
  return { start, end: colon < 0 ? value.length : colon };
}
