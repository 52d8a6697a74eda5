/** Folding: objects and arrays that run over several lines, without their last line, as VS Code folds JSON. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { JsonNode } from '../core/syntax/json.js';
import type { PolicyDocument, Text } from './document.js';

/** What can be folded, outermost first; of two that begin on the same line the outer one. */
export function foldingRanges({ text, policy }: PolicyDocument): FoldingRange[] {
  const ranges = new Map<number, FoldingRange>();
  if (policy.tree.root) collect(text, policy.tree.root, ranges);
  return [...ranges.values()];
}

function collect(text: Text, node: JsonNode, ranges: Map<number, FoldingRange>): void {
  if (node.kind !== 'object' && node.kind !== 'array') return;
  const startLine = text.positionAt(node.start).line;
  const lastLine = text.positionAt(node.end).line;
  if (lastLine <= startLine) return;
  const endLine = node.closed ? lastLine - 1 : lastLine;
  if (endLine > startLine && !ranges.has(startLine)) ranges.set(startLine, { startLine, endLine });
  const members = node.kind === 'array' ? node.items : node.properties.flatMap(({ value }) => value ?? []);
  for (const member of members) collect(text, member, ranges);
}
