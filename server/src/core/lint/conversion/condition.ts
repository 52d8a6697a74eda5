/** Converts the operators, keys and values of a condition. What has no equal stays as it is, so that nothing is asked that means something else. */
import { foreignOperator, keyInCam, type KeyInCam } from '../../knowledge/foreign-condition.js';
import type { ConditionKey, ConditionOperator, Statement } from '../../policy/model.js';
import type { JsonNode } from '../../syntax/json.js';
import { join, leave, nothing, rename, type Part } from './part.js';
import type { Source } from './statement.js';

/** `isOfStorage`: all actions are of the storage service, so that the condition may ask for what only COS knows. */
export function convertCondition({ conditions }: Statement, source: Source, isOfStorage: boolean): Part {
  const taken = new Set(conditions.map(({ operator }) => operator));
  return join(conditions.map((condition) => convertOperator(condition, source, isOfStorage, taken)));
}

/** `taken`: the names that the operators of the statement have; those that are given now are added. */
function convertOperator(condition: ConditionOperator, source: Source, isOfStorage: boolean, taken: Set<string>): Part {
  const { operator, property, keys } = condition;
  const written = foreignOperator(operator, source.facts.language);
  if (written === undefined) return leave(property.key, 'operator', operator);
  const converted = keys.map((key) => ({ key, inCam: convertibleKey(key, written, source, isOfStorage) }));
  const [first] = converted;
  // A key that asks for another operator gets it where it is alone.
  const name = keys.length === 1 ? (first?.inCam?.operator ?? written) : written;
  if (taken.has(name)) return leave(property.key, 'operator', operator);
  taken.add(name);
  const names = new Set(keys.map(({ key }) => key));
  return join([
    rename(property.key, name),
    ...converted.map(({ key, inCam }) => {
      if (!source.foreign.conditionKey(key.key) && !key.key.startsWith(source.foreign.data.keys))
        return isOfCam(key, source) ? nothing : leave(key.property.key, 'key', key.key);
      if (inCam?.operator !== name || names.has(inCam.key)) return leave(key.property.key, 'key', key.key);
      names.add(inCam.key);
      return convertKey(key, inCam);
    }),
  ]);
}

/** The key in CAM where it and all its values have an equal. `operator` is CAM's. */
export function convertibleKey(
  key: ConditionKey,
  operator: string,
  source: Source,
  isOfStorage: boolean,
): KeyInCam | undefined {
  const known = source.foreign.conditionKey(key.key);
  const inCam = known && keyInCam(known, operator);
  if (!inCam || (inCam.key.startsWith('cos:') && !isOfStorage)) return undefined;
  return key.values.every((value) => valueInCam(value, inCam) !== undefined) ? inCam : undefined;
}

const convertKey = ({ property, values }: ConditionKey, inCam: KeyInCam): Part =>
  join([
    rename(property.key, inCam.key),
    ...values.map((value) => {
      const written = valueInCam(value, inCam);
      const same = value.kind === 'string' && value.value === written;
      return written === undefined || same ? nothing : rename(value, written);
    }),
  ]);

/** Truth and numbers go as strings, as they do in CAM's samples. */
function valueInCam(value: JsonNode, { value: write }: KeyInCam): string | undefined {
  if (value.kind === 'string') return value.closed ? write(value.value) : undefined;
  return value.kind === 'literal' && value.value !== null ? write(String(value.value)) : undefined;
}

/** Whether a key is CAM's already. */
const isOfCam = ({ key }: ConditionKey, { foreign, facts }: Source): boolean =>
  !foreign.isService(key.slice(0, Math.max(key.indexOf(':'), 0))) && facts.language.conditionKey(key) !== undefined;
