/** What a member that is no element was probably meant to be. */
import { distance } from '../catalogue/nearest.js';
import {
  foreignElementNamed,
  policyElementNamed,
  policyElements,
  statementElementNamed,
  statementElements,
  type ForeignElement,
  type PolicyElement,
  type StatementElement,
} from '../policy/elements.js';

export type MeantElement<Name extends string> =
  /** Written otherwise; `plain`: nothing but blanks and case differ. */
  | { readonly kind: 'near'; readonly name: Name; readonly plain: boolean }
  /** An element of the other level. */
  | { readonly kind: 'elsewhere'; readonly name: string }
  | { readonly kind: 'foreign'; readonly name: ForeignElement };

const policyNames = Object.keys(policyElements) as readonly PolicyElement[];
const statementNames = Object.keys(statementElements) as readonly StatementElement[];

/** What `key`, which is no element of a policy, may have been meant to be. */
export const meantInPolicy = (key: string): MeantElement<PolicyElement> | undefined =>
  meant(key, policyNames, statementElementNamed);

/** What `key`, which is no element of a statement, may have been meant to be. */
export const meantInStatement = (key: string): MeantElement<StatementElement> | undefined =>
  meant(key, statementNames, policyElementNamed);

function meant<Name extends string>(
  key: string,
  names: readonly Name[],
  elsewhere: (key: string) => string | undefined,
): MeantElement<Name> | undefined {
  const plain = key.trim().toLowerCase();
  const same = names.find((name) => name === plain);
  if (same) return { kind: 'near', name: same, plain: true };
  const other = elsewhere(plain);
  if (other) return { kind: 'elsewhere', name: other };
  const foreign = foreignElementNamed(plain);
  if (foreign) return { kind: 'foreign', name: foreign };
  // A name with `not` before it would say the opposite.
  if (/^(?:non?|not|un)/u.test(plain)) return undefined;
  const near = names.find((name) => plain.length > 3 && distance(plain, name, 2) <= (name.length > 6 ? 2 : 1));
  return near && { kind: 'near', name: near, plain: false };
}
