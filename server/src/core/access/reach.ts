/** How much a statement's resources cover: everything, a whole service, or all resources of one type. */
import { segment, type ResourcePattern } from '../policy/resource.js';

const isAny = (code: string): boolean => code === '' || code === '*';

/** The last segment is everything, or everything of one type: `*`, `roleName/*`. */
const wholePath = /^(?:[\w-]*\/)*\*+$/u;
const everyPath = /^\*+(?:\/\*+)*$/u;

/** Whether a resource covers everything in every region, at least in the policy's own account. */
export const isEverything = (resource: ResourcePattern): boolean =>
  resource.form === 'all' || (reachesAllOf(resource, '') && isAny(segment(resource, 'region')));

/** Whether a resource covers all of `service` in some region. An empty service segment means all services. */
export const reachesAllOf = (resource: ResourcePattern, service: string): boolean =>
  resource.form === 'all' ||
  (resource.form === 'six' &&
    (isAny(segment(resource, 'service')) || segment(resource, 'service') === service) &&
    everyPath.test(segment(resource, 'path')));

/** As `reachesAllOf`, or all things of one type, such as every role. */
export const reachesAllOfType = (resource: ResourcePattern, service: string): boolean =>
  reachesAllOf(resource, service) ||
  (resource.form === 'six' && segment(resource, 'service') === service && wholePath.test(segment(resource, 'path')));
