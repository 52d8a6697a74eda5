/** What condition operators and keys of other clouds are called in CAM. */
import type { ForeignKey } from '../catalogue/foreign.js';
import type { Language } from '../catalogue/language.js';
import { writeOperator, type Qualifier } from '../policy/operator.js';
import { cosKey, urlEncoded } from './cos-keys.js';
import { knownOperator } from './operators.js';

const qualifiers: ReadonlyMap<string, Qualifier> = new Map([
  ['ForAnyValue', 'for_any_value:'],
  ['ForAllValues', 'for_all_value:'],
]);
const suffix = 'IfExists';

/** The operator in CAM that AWS and those who follow it write `text`; undefined where CAM has none. */
export function foreignOperator(text: string, language: Language): string | undefined {
  const colon = text.indexOf(':');
  const qualifier = colon < 0 ? '' : qualifiers.get(text.slice(0, colon));
  const suffixed = text.endsWith(suffix);
  const name = language.operatorOfAws(text.slice(colon + 1, suffixed ? -suffix.length : undefined))?.name;
  if (qualifier === undefined || name === undefined) return undefined;
  const written = writeOperator({ qualifier, name, ifExist: suffixed });
  return knownOperator(written, language) ? written : undefined;
}

export interface KeyInCam {
  readonly key: string;
  /** The operator that it needs. */
  readonly operator: string;
  /** The value in CAM; undefined where a value has no equal. */
  readonly value: (value: string) => string | undefined;
}

/** The key in CAM under `operator`, which is CAM's; undefined where it has no equal under that, or only a person can give the values. */
export function keyInCam({ data, rest }: ForeignKey, operator: string): KeyInCam | undefined {
  if (data.ownValues) return undefined;
  const wanted = data.operators ? own(data.operators, operator) : operator;
  if (wanted === undefined) return undefined;
  const value = (text: string): string | undefined => {
    if (text.includes('${')) return undefined;
    if (data.values) return own(data.values, text);
    if (data.pairs) return `${rest}&${text}`;
    return cosKey(data.equal)?.from === 'parameter' ? urlEncoded(text, operator.includes('like')) : text;
  };
  return { key: data.pairs ? data.equal : data.equal + rest, operator: wanted, value };
}

const own = (table: { readonly [name: string]: string }, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** What an unknown key of another cloud may be renamed to, for a person to look at. */
export const nearestKeyInCam = ({ data, rest }: ForeignKey): string => (data.pairs ? data.equal : data.equal + rest);
