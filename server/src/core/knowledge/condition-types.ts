/** Which operators go with which condition keys. Speaks of keys whose type a document tells; of the rest it says nothing. */
import type { Language, ValueType } from '../catalogue/language.js';
import { knownOperator, type KnownOperator } from './operators.js';
import { tagKeyOf } from '../policy/condition.js';
import { writeOperator } from '../policy/operator.js';

/** Besides those of the key's own type: numbers and truth are also written as strings, and so compared, in CAM's samples. */
const others: { readonly [type in ValueType]: readonly ValueType[] } = {
  string: ['binary'],
  number: ['string', 'boolean'],
  boolean: ['string', 'number'],
  binary: ['string'],
  date: [],
  ip: [],
  null: [],
};

/** The type that a key is documented with where the operator compares another one; undefined where they fit or it is not known. */
export function mismatch(key: string, { data }: KnownOperator, language: Language): ValueType | undefined {
  const known = language.conditionKey(key);
  // Keys that were only seen in policies are no evidence. One tag's value may be anything that a string can say.
  if (!known || known.state === 'seen' || (tagKeyOf(key) !== undefined && data.type === 'boolean')) return undefined;
  const fits = data.type === 'null' || data.type === known.type || others[known.type].includes(data.type);
  return fits ? undefined : known.type;
}

const prefixes: { readonly [type in ValueType]?: string } = {
  string: 'string',
  number: 'numeric',
  date: 'date',
  ip: 'ip',
};

/** The operator that says of `type` what `operator` says of its own: `ip_not_equal` for `string_not_equal`. */
export function operatorFor(type: ValueType, operator: KnownOperator, language: Language): string | undefined {
  const prefix = prefixes[type];
  const own = prefixes[operator.data.type];
  if (prefix === undefined) return undefined;
  const relation = own === undefined ? '_equal' : operator.name.slice(own.length).replace('_like', '_equal');
  const plain = relation.replace('_ignore_case', '');
  for (const base of [`${prefix}${relation}`, `${prefix}${plain}`]) {
    const name = writeOperator({ ...operator, name: base });
    if (knownOperator(name, language)) return name;
  }
  return undefined;
}
