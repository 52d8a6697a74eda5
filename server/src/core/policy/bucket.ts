/** Which policies are attached to a COS bucket rather than made in CAM. */
import { memoByObject } from '../memo.js';
import { cosTraits } from './cos-kin.js';
import type { Policy } from './model.js';

const hasBucketPolicies = (service = ''): boolean => cosTraits(service)?.bucketPolicies === true;

/**
 * Whether a policy is plainly a bucket policy: every statement names a principal and speaks of COS.
 * COS's console writes these with `Statement`, `Effect`, … and COS takes them. Source: COS access policy pages.
 */
export const isBucketPolicy = memoByObject(
  ({ statements, element }: Policy): boolean =>
    statements.length > 0 &&
    statements.every((statement) => {
      const actions = statement.actions?.items ?? [];
      return (
        (statement.element.principal ?? element.principal) !== undefined &&
        actions.length > 0 &&
        actions.every(({ form, service }) => hasBucketPolicies(service) || form === 'all' || form === 'set') &&
        (actions.some(({ service }) => hasBucketPolicies(service)) ||
          statement.resources?.items.some(({ segments }) => hasBucketPolicies(segments[2])) === true)
      );
    }),
);
