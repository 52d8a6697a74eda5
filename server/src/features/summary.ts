/** A policy's length, with CAM's limit, and its text as CAM's API takes it. */
import type { Compact, Summary } from '../../../protocol/answers.js';
import { countedLength, maxPolicyLength } from '../core/policy/length.js';
import { compactJson } from '../core/syntax/compact.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';

export const summarize = ({ policy }: PolicyDocument, { catalogue }: Context): Summary => ({
  length: countedLength(policy.tree),
  limit: maxPolicyLength,
  catalogueDate: catalogue.date,
});

/** The policy on one line, as `PolicyDocument` takes it. */
export const compactPolicy = (document: PolicyDocument, context: Context): Compact => ({
  text: compactJson(document.policy.tree),
  ...summarize(document, context),
});
