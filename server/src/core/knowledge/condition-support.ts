/** Whether conditions on tags and on addresses work for an action. Says no only where a document of the last two years does. */
import type { SourceData } from '../catalogue/data.js';
import type { Catalogue, Service } from '../catalogue/catalogue.js';
import { hasWildcard, type ActionPattern } from '../policy/action.js';
import { isTagListKey, tagKeyOf } from '../policy/condition.js';
import { isFresh } from './age.js';
import { actionsOf } from './level.js';

/** The kinds of conditions of which documents say for each product whether they work. */
export type ConditionKind = 'tag' | 'ip';

/** What a condition key asks about; undefined for any other. */
export const conditionKindOf = (key: string): ConditionKind | undefined =>
  key === 'qcs:ip' ? 'ip' : isTagListKey(key) || tagKeyOf(key) !== undefined ? 'tag' : undefined;

/** A document that says that a product does not support a kind of condition. */
export interface Unsupported {
  readonly service: Service;
  readonly source: SourceData;
}

/**
 * What says that none of the actions that `pattern` stands for supports conditions of the kind; undefined where nothing does, where the pattern is of
 * more than one service, or where a document says otherwise of one of the actions.
 */
export function unsupportedBy(
  kind: ConditionKind,
  pattern: ActionPattern,
  catalogue: Catalogue,
): Unsupported | undefined {
  if (pattern.form !== 'action' || hasWildcard(pattern.service)) return undefined;
  const service = catalogue.service(pattern.service);
  // By which name CAM checks the actions is another question where it has another abbreviation.
  if (!service || service.data.authorizedAs) return undefined;
  const actions = actionsOf(catalogue, pattern);
  if (actions.some(({ facts }) => facts?.conditions?.[kind] === true)) return undefined;
  const product = service.data.conditions?.[kind];
  const [own] = pattern.exact && actions[0]?.facts?.conditions?.[kind] === false ? actions : [];
  const indices = own ? own.facts?.sources : product?.support === 'no' ? product.sources : undefined;
  const source = service.sources(indices).find((candidate) => isFresh(candidate, catalogue.date));
  return source && { service, source };
}
