/** Edits of a condition's operators and keys that several rules offer. They never make two members of one name. */
import type { ConditionKey, ConditionOperator } from '../policy/model.js';
import { memoByObject } from '../memo.js';
import { replace, type Edit } from '../span.js';
import type { JsonProperty } from '../syntax/json.js';

/** The names that siblings have: of a statement's operators, or of an operator's keys. */
export const operatorNames = memoByObject(
  (conditions: readonly ConditionOperator[]): ReadonlySet<string> =>
    new Set(conditions.map(({ operator }) => operator)),
);
export const keyNames = memoByObject(
  ({ keys }: ConditionOperator): ReadonlySet<string> => new Set(keys.map(({ key }) => key)),
);

/** Gives a member another name, whatever its siblings have. */
export const renamed = ({ key }: JsonProperty, name: string): Edit => replace(key, JSON.stringify(name));

/** Renames an operator or a key; undefined where a sibling has that name already. */
export const renameMember = (
  { property }: ConditionOperator | ConditionKey,
  name: string,
  taken: ReadonlySet<string>,
): (() => readonly Edit[]) | undefined => (taken.has(name) ? undefined : () => [renamed(property, name)]);
