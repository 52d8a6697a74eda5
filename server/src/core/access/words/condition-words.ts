/** Conditions in words. How an operator is said is data of the policy language. */
import { readBoolean } from '../../policy/condition-value.js';
import type { Text } from '../../text.js';
import type { KnownOperator } from '../../knowledge/operators.js';
import { isNegated, type Test } from '../condition-test.js';
import { alternatives, named, tell, type Voice } from './voice.js';

const texts = {
  'for_any_value:': { en: 'one value of {key}', zh: '{key} 至少有一个取值' },
  'for_all_value:': { en: 'each value of {key}', zh: '{key} 的每个取值' },
  orAbsent: { en: '{phrase} (or it is absent)', zh: '{phrase}（或不存在）' },
  absent: { en: '{key} is absent', zh: '{key} 不存在' },
  there: { en: '{key} has a value', zh: '{key} 有值' },
  anyOf: { en: 'any of {values}', zh: '{values} 中的任何一个' },
  unread: {
    en: 'a condition is met that cannot be read ({condition})',
    zh: '无法读取的条件（{condition}）',
  },
  unknown: {
    en: '{operator} of {key} and {values}, an operator that CAM does not document',
    zh: '{key} 与 {values} 满足 {operator}（CAM 文档未收录的运算符）',
  },
} satisfies { readonly [name: string]: Text };

/** Values that are shown; the rest is counted. */
const shownValues = 6;

/** What must hold of the request: `qcs:ip is in 10.0.0.0/8`. */
export function conditionInWords({ operator, operatorText, key, values, unread }: Test, voice: Voice): string {
  if (unread) {
    const parts = [operatorText, key, ...values.slice(0, shownValues)].filter((part) => part !== '');
    return tell(texts.unread, voice, { condition: voice.code(parts.join(' ')) });
  }
  const shownKey = voice.code(key);
  const isOfSeveral = operator !== undefined && isNegated(operator) && values.length > 1;
  const shown = isOfSeveral
    ? tell(texts.anyOf, voice, { values: named(values, shownValues, voice) })
    : alternatives(values, shownValues, voice);
  if (!operator)
    return tell(texts.unknown, voice, { operator: voice.code(operatorText), key: shownKey, values: shown });
  const absent = operator.data.type === 'null' && values.length === 1 ? readBoolean(values[0] ?? '') : undefined;
  if (absent !== undefined) return tell(absent ? texts.absent : texts.there, voice, { key: shownKey });
  const subject = operator.qualifier === '' ? shownKey : tell(texts[operator.qualifier], voice, { key: shownKey });
  const phrase = tell(phraseOf(operator, isOfSeveral), voice, { key: subject, values: shown });
  return operator.ifExist ? tell(texts.orAbsent, voice, { phrase }) : phrase;
}

/** No blank stands between two Chinese words. */
function phraseOf({ qualifier, data: { phrase } }: KnownOperator, isOfSeveral: boolean): Text {
  const zh = isOfSeveral ? phrase.zh.replace('{values} ', '{values}') : phrase.zh;
  return { en: phrase.en, zh: qualifier === '' ? zh : zh.replace('{key} ', '{key}') };
}
