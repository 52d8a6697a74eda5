/** One mistake, one finding: what stands in a string that a quote breaks, or behind a bracket out of place, is not judged. */
import { meetsAny, type Span } from '../span.js';
import { brokenLines, shapelessLines } from '../syntax/mistakes.js';
import type { JsonTree } from '../syntax/json.js';
import type { Finding } from './finding.js';

/** Rules that speak of the text, not of what it says. */
const ofText: ReadonlySet<string> = new Set(['json-syntax', 'too-deep', 'too-large', 'policy-too-long']);

/** Whether a finding is about the text itself, not about what it says. */
export const isOfText = ({ code }: Finding): boolean => ofText.has(code);

/** The findings without those that a mistake of JSON brings with it. */
export function withoutConsequences(tree: JsonTree, findings: Finding[]): Finding[] {
  if (tree.problems.length === 0) return findings;
  const isBroken = meetsAny(brokenLines(tree.text, tree.problems));
  const isShapeless = meetsAny(shapelessLines(tree));
  const isDoubtful = ({ start, end }: Span): boolean => isBroken({ start, end }) || isShapeless({ start, end: start });
  return findings.filter((finding) => isOfText(finding) || !isDoubtful(finding.span));
}
