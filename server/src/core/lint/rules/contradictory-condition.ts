/** Comparisons of one key that no request can meet together. */
import { knownOperator } from '../../knowledge/operators.js';
import type { ConditionKey, ConditionOperator } from '../../policy/model.js';
import { isTagListKey } from '../../policy/condition.js';
import { valueText } from '../../policy/condition-value.js';
import { shown } from '../../text.js';
import type { Language } from '../../catalogue/language.js';
import { neverMet, type Comparison } from '../../access/contradiction.js';
import { rule } from '../rule.js';

interface Place extends Comparison {
  readonly name: string;
  readonly key: ConditionKey;
}

/** The comparisons of each key, in the order of the text. Of members with one name the last counts, as JSON readers have it. */
function byKey(
  conditions: readonly ConditionOperator[],
  text: string,
  language: Language,
): ReadonlyMap<string, ReadonlyMap<string, Place>> {
  const found = new Map<string, Map<string, Place>>();
  for (const { operator: name, keys } of conditions) {
    const operator = knownOperator(name, language);
    // A key with a qualifier holds several values, of which each may meet another comparison.
    if (!operator || operator.qualifier !== '' || operator.data.type === 'null') continue;
    for (const key of keys) {
      if (isTagListKey(key.key)) continue;
      const values = key.values.map((value) => valueText(text, value)).filter((value) => value !== undefined);
      if (values.length < key.values.length) continue;
      const places = found.get(key.key) ?? new Map<string, Place>();
      found.set(key.key, places.set(name, { operator, values, name, key }));
    }
  }
  return found;
}

/** The first values that something is compared with. */
const listed = (values: readonly string[]): string =>
  values
    .slice(0, maxListed)
    .map((value) => `"${shown(value)}"`)
    .join(', ') + (values.length > maxListed ? ', …' : '');

const maxListed = 3;

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'The comparisons of one condition key contradict each other.',
    zh: '对同一条件键的多个比较应能同时满足。',
  },
  messages: {
    never: {
      en: 'No request can meet this and the other comparisons of `{key}`. All of them must be met, so the statement never applies.',
      zh: '没有请求能同时满足对 `{key}` 的这些比较。各运算符须全部满足，因此该语句永远不会生效。',
    },
    other: {
      en: 'Here `{operator}` compares `{key}` with {values}. No request meets both.',
      zh: '此处 `{operator}` 将 `{key}` 与 {values} 比较。没有请求能同时满足两者。',
    },
    others: {
      en: 'Here `{operator}` compares `{key}` with {values}. No request meets all of them.',
      zh: '此处 `{operator}` 将 `{key}` 与 {values} 比较。没有请求能同时满足全部比较。',
    },
  },
  check: {
    statement({ conditions }, { language, text, report }) {
      if (conditions.length < 2) return;
      for (const places of byKey(conditions, text, language).values()) {
        if (places.size < 2 || !neverMet([...places.values()])) continue;
        const before: Place[] = [];
        for (const place of places.values()) {
          if (before.length > 0 && neverMet([...before, place])) {
            const alone = before.filter((other) => neverMet([other, place]));
            report(place.key.property.key, 'never', {
              data: { key: shown(place.key.key) },
              related: (alone.length > 0 ? alone : before).map(({ name, key, values }) => ({
                span: key.property,
                message: alone.length > 0 ? 'other' : 'others',
                data: { operator: name, key: shown(key.key), values: listed(values) },
              })),
            });
            break;
          }
          before.push(place);
        }
      }
    },
  },
});
