/** Names of elements in another case than CAM's own. */
import type { JsonString } from '../syntax/json.js';
import type { ElementName } from './elements.js';
import type { Member, Policy } from './model.js';

/** A name that is not in lower case, and the element that it names. */
export interface Miswritten {
  readonly key: JsonString;
  readonly name: ElementName;
}

/** Those of one object. `Sid` and a name that stands there twice are other rules' business. */
function miswritten(members: readonly Member<ElementName>[]): readonly Miswritten[] {
  if (members.every(({ property, element }) => !element || element === property.key.value)) return [];
  const names = new Set(members.map(({ property }) => property.key.value));
  return members.flatMap(({ property: { key }, element }) =>
    element && element !== 'sid' && key.value !== element && !names.has(element) ? [{ key, name: element }] : [],
  );
}

/** All of a policy, in the order of the text within each object. */
export const miswrittenElements = ({ members, statements }: Policy): readonly Miswritten[] => [
  ...miswritten(members),
  ...statements.flatMap((statement) => miswritten(statement.members)),
];
