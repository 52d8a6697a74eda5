/** One cause, one finding: what follows from a finding and is mended with it is not reported besides. */
import { encloses, type Span } from '../span.js';
import { isOfText } from './consequences.js';
import type { Finding } from './finding.js';

/** A finding and the spans in which it explains all others. */
export interface Explanation {
  readonly finding: Finding;
  readonly spans: readonly Span[];
}

/**
 * The findings, in a new array, without those of other rules that an explanation covers. An explanation counts only while its own finding is reported.
 * What is wrong with the text itself is never covered: CAM refuses it whatever it says. The spans of one explanation do not overlap.
 */
export function unexplained(findings: readonly Finding[], explanations: readonly Explanation[]): Finding[] {
  if (explanations.length === 0) return [...findings];
  const made = new Set(findings);
  let left = [...findings];
  for (const { finding, spans } of explanations) {
    if (!made.has(finding)) continue;
    const ordered = [...spans].sort((a, b) => a.start - b.start);
    left = left.filter((each) => each.code === finding.code || isOfText(each) || !isIn(ordered, each.span));
  }
  return left;
}

/** Whether one of the spans, which are in order, encloses `span`. */
function isIn(ordered: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const last = ordered[low - 1];
  return last !== undefined && encloses(last, span);
}
