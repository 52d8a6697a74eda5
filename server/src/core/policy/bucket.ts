/** Which policies are attached to a COS bucket rather than made in CAM. */
import { memoByObject } from '../memo.js';
import { cosTraits } from './cos-kin.js';
import type { JsonNode } from '../syntax/json.js';
import { hasUnknownMark } from '../syntax/unknown-mark.js';
import type { Policy } from './model.js';

const hasBucketPolicies = (service = ''): boolean => cosTraits(service)?.bucketPolicies === true;

/**
 * Whether a policy is plainly a bucket policy: every statement names a principal and speaks of COS. Of what nobody knows who reads it, it is taken.
 * COS's console writes these with `Statement`, `Effect`, … and COS takes them. Source: COS access policy pages.
 */
export const isBucketPolicy = memoByObject(
  ({ statements, element }: Policy): boolean =>
    (statements.length > 0 || isUnknown(element.statement?.value)) &&
    statements.every((statement) => {
      const actions = statement.actions?.items ?? [];
      return (
        (statement.element.principal ?? element.principal) !== undefined &&
        actions.length > 0 &&
        actions.every(
          ({ form, service, text }) =>
            hasBucketPolicies(service) || form === 'all' || form === 'set' || hasUnknownMark(text),
        ) &&
        (actions.some(({ service, text }) => hasBucketPolicies(service) || hasUnknownMark(text)) ||
          statement.resources?.items.some(({ segments }) => hasBucketPolicies(segments[2])) === true)
      );
    }),
);

const isUnknown = (node: JsonNode | undefined): boolean =>
  node?.kind === 'array' ? node.items.some(isUnknown) : node?.kind === 'string' && hasUnknownMark(node.value);
