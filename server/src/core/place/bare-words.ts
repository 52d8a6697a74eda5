/** Words with a colon that are not in quotes yet: JSON reads each as several values, a person as one. */
import { qualifiers } from '../policy/operator.js';
import { lastStartingBefore, spotOnWord, type Spot } from './spot.js';
import type { JsonObject, JsonProperty } from '../syntax/json.js';

/** An operator that lacks its quotes behind the colon of its qualifier: for JSON that is a key, its colon and perhaps a value. */
export function qualifiedWord(text: string, operators: JsonObject, offset: number): Spot | undefined {
  const spot = spotOnWord(text, offset, operators.start + 1);
  if (!qualifiers.some((qualifier) => spot.before.startsWith(qualifier))) return undefined;
  const { key, value } = lastStartingBefore(operators.properties, spot.span.start) ?? {};
  const isWord = value === undefined || (value.kind === 'string' && value.quotes === 'none');
  return key?.start === spot.span.start && key.quotes === 'none' && isWord ? spot : undefined;
}

/**
 * The property whose value, without quotes and with a colon in it, reaches to `offset`: `"action": mps:Pro` is for JSON a property without a value
 * and another one, `mps`.
 */
export function propertyOfWord(text: string, { properties }: JsonObject, offset: number): JsonProperty | undefined {
  let property = lastStartingBefore(properties, offset);
  for (let colons = 0; property?.key.quotes === 'none' && colons < mostColons; colons++)
    property = lastStartingBefore(properties, property.key.start - 1);
  if (!property || property.value || property.colon < 0 || offset <= property.colon) return undefined;
  const { before, span } = spotOnWord(text, offset, property.colon + 1);
  const { key, value } = lastStartingBefore(properties, span.start) ?? {};
  const isWord = value === undefined || (value.kind === 'string' && value.quotes === 'none');
  const isBare = before.includes(':') && key?.start === span.start && key.quotes === 'none' && isWord;
  return isBare && /^[ \t]*$/u.test(text.slice(property.colon + 1, span.start)) ? property : undefined;
}

/** A resource has five. */
const mostColons = 8;
