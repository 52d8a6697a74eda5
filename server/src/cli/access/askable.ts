/** Of which policies can be said what they allow. */
import { readPolicy, type Embedded, type Policy, type Text } from '../../core/index.js';
import { texts } from './texts.js';

/** The policy that stands in a text; `problem`, with a place for the `path`: why nothing can be said of it. */
export function askable({
  text,
  unknown,
}: Embedded): { readonly policy: Policy; readonly problem?: undefined } | { readonly problem: Text } {
  if (unknown) return { problem: texts.notKnown };
  if (text.trim() === '') return { problem: texts.emptyPolicy };
  const policy = readPolicy(text);
  return policy.node === undefined || policy.tree.problems.length > 0 ? { problem: texts.notJson } : { policy };
}
