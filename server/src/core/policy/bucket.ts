/** Which policies are attached to a COS bucket rather than made in CAM. */
import { memoByObject } from '../memo.js';
import type { Policy } from './model.js';

/** COS, and COS on a dedicated cluster. */
const bucketServices = new Set<string | undefined>(['cos', 'cdcs']);

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
        actions.every(({ form, service }) => bucketServices.has(service) || form === 'all' || form === 'set') &&
        (actions.some(({ service }) => bucketServices.has(service)) ||
          statement.resources?.items.some(({ segments }) => bucketServices.has(segments[2])) === true)
      );
    }),
);
