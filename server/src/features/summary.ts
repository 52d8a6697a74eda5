/** What a policy comes to: its length against CAM's limit, and its text as CAM's API takes it. */
import { countedLength, maxPolicyLength } from '../core/policy/length.js';
import { compactJson } from '../core/syntax/compact.js';
import type { Context, PolicyDocument } from './document.js';

export interface PolicySummary {
  /** In characters, white space not counted. */
  readonly length: number;
  readonly limit: number;
  /** The day of the catalogue's data. */
  readonly catalogueDate: string;
}

export const summarize = ({ policy }: PolicyDocument, { catalogue }: Context): PolicySummary => ({
  length: countedLength(policy.tree),
  limit: maxPolicyLength,
  catalogueDate: catalogue.date,
});

export interface CompactPolicy extends PolicySummary {
  /** Undefined where the text is not JSON, so that nothing is copied that CAM would refuse. */
  readonly text: string | undefined;
}

/** The policy on one line, as `PolicyDocument` takes it. */
export const compactPolicy = (document: PolicyDocument, context: Context): CompactPolicy => ({
  text: compactJson(document.policy.tree),
  ...summarize(document, context),
});
