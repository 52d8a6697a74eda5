/** Folding: objects and arrays that run over several lines, without their last line, as VS Code folds JSON. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { JsonNode } from '../core/syntax/json.js';
import type { HostDocument, PolicyDocument } from './document.js';

/** What can be folded, outermost first; one per line, the outer one. */
export function foldingRanges({ policies }: HostDocument): FoldingRange[] {
  const ranges = new Map<number, FoldingRange>();
  for (const document of policies) {
    const { root } = document.policy.tree;
    if (root) collect(document, root, ranges);
  }
  return [...ranges.values()];
}

function collect(document: PolicyDocument, node: JsonNode, ranges: Map<number, FoldingRange>): void {
  if (node.kind !== 'object' && node.kind !== 'array') return;
  const startLine = document.positionAt(node.start).line;
  const lastLine = document.positionAt(node.end).line;
  if (lastLine <= startLine) return;
  const endLine = node.closed ? lastLine - 1 : lastLine;
  if (endLine > startLine && !ranges.has(startLine)) ranges.set(startLine, { startLine, endLine });
  const members = node.kind === 'array' ? node.items : node.properties.flatMap(({ value }) => value ?? []);
  for (const member of members) collect(document, member, ranges);
}
