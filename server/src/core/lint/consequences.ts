/** One mistake, one finding: what stands in a string that a quote breaks, or behind a bracket out of place, is not judged. */
import { meets, type Span } from '../span.js';
import { brokenLines, shapelessLines } from '../syntax/mistakes.js';
import type { JsonTree } from '../syntax/json.js';
import type { Finding } from './finding.js';

/** Rules that speak of the text, not of what it says. */
const ofText: ReadonlySet<string> = new Set(['json-syntax', 'too-deep', 'too-large', 'policy-too-long']);

/** The findings without those that a mistake of JSON brings with it. */
export function withoutConsequences(tree: JsonTree, findings: Finding[]): Finding[] {
  if (tree.problems.length === 0) return findings;
  const broken = brokenLines(tree.text, tree.problems);
  const shapeless = shapelessLines(tree);
  if (broken.length + shapeless.length === 0) return findings;
  const isDoubtful = (span: Span): boolean =>
    broken.some((doubt) => meets(doubt, span)) ||
    shapeless.some(({ start, end }) => start <= span.start && span.start <= end);
  return findings.filter(({ code, span }) => ofText.has(code) || !isDoubtful(span));
}
