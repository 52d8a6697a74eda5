/** Which resources are of other services than an action is. */
import type { Service } from '../catalogue/catalogue.js';
import { memoByObject } from '../memo.js';
import type { ActionPattern } from '../policy/action.js';
import { readFormat, type ResourceFormat } from '../policy/resource-format.js';
import { segment, type ResourcePattern } from '../policy/resource.js';
import { isBucketService } from './bucket-name.js';
import type { Facts } from './facts.js';
import { actionsOf } from './level.js';

/** The services whose resources documents name for a service's actions, its own among them. */
const servicesOf = memoByObject(
  (service: Service): ReadonlySet<string> =>
    new Set((service.data.resourceTypes ?? []).map(({ format }) => readFormat(format).service)),
);

/** Whether every resource is of a known service whose resources no document names for `service`. COS and its kin share theirs. */
export function areOfOthers(service: Service, resources: readonly ResourcePattern[], { catalogue }: Facts): boolean {
  const named = [...servicesOf(service)];
  return resources.every((resource) => {
    const id = segment(resource, 'service');
    const other = resource.form === 'six' ? catalogue.service(id) : undefined;
    if (!other || other === service || named.some((own) => own === id || catalogue.service(own) === other))
      return false;
    return !(isBucketService(service.data.service) && isBucketService(id));
  });
}

export interface DerivedFormats {
  readonly formats: readonly ResourceFormat[];
  /** Documents give reason to think that the action needs `*`. */
  readonly disputed: boolean;
}

/** The formats that follow for one action from what documents say of its whole product; undefined where its own row decides, or nothing does. */
export function derivedFormatsOf({ catalogue }: Facts, pattern: ActionPattern): DerivedFormats | undefined {
  const [action] = pattern.exact ? actionsOf(catalogue, pattern) : [];
  if (action?.level?.level !== 'resource' || !action.level.derived || action.resourceTypes.length === 0)
    return undefined;
  return {
    formats: action.resourceTypes.map(({ format }) => readFormat(format)),
    disputed: action.facts?.conflict !== undefined,
  };
}
