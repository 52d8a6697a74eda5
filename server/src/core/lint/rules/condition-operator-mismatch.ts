/** Operators that compare another kind of value than the key holds. */
import type { ValueType } from '../../catalogue/language.js';
import { knownOperator } from '../../knowledge/operators.js';
import { shown, type Text } from '../../text.js';
import { operatorNames, renameMember } from '../../edits/condition-edits.js';
import { mismatch, operatorFor } from '../../knowledge/condition-types.js';
import { rule } from '../rule.js';

const kinds: { readonly [type in ValueType]: Text } = {
  string: { en: 'strings', zh: '字符串' },
  number: { en: 'numbers', zh: '数值' },
  date: { en: 'times', zh: '时间' },
  boolean: { en: 'true and false', zh: '布尔值' },
  binary: { en: 'binary values', zh: '二进制值' },
  ip: { en: 'IP addresses', zh: 'IP 地址' },
  null: { en: 'whether the key is there', zh: '键是否存在' },
};

/** How the operators of a type begin, for the message. */
const operators: { readonly [type in ValueType]: string } = {
  string: 'string_*',
  number: 'numeric_*',
  date: 'date_*',
  boolean: 'bool_equal',
  binary: 'binary_equal',
  ip: 'ip_equal`, `ip_not_equal',
  null: 'null_equal',
};

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'The operator must fit the type of the condition key.',
    zh: '运算符的类型应与条件键的值类型一致。',
  },
  messages: {
    mismatch: {
      en: '`{operator}` compares {found}; `{key}` has {expected}. Documented are `{operators}`. The condition may never be met.',
      zh: '`{operator}` 比较的是{found}，而 `{key}` 是{expected}。文档中的运算符为 `{operators}`。该条件可能永远无法满足。',
    },
  },
  fixes: { operator: { en: 'Change the operator to "{meant}"', zh: '将运算符改为 "{meant}"' } },
  together: 'all',
  check: {
    statement({ conditions }, { language, report }) {
      for (const condition of conditions) {
        const operator = knownOperator(condition.operator, language);
        if (!operator) continue;
        const alone = condition.keys.length === 1;
        for (const { key, property } of condition.keys) {
          const type = mismatch(key, operator, language);
          if (!type) continue;
          const meant = operatorFor(type, operator, language);
          // The operator is the other keys', too.
          const edits =
            meant !== undefined && alone ? renameMember(condition, meant, operatorNames(conditions)) : undefined;
          report(alone ? condition.property.key : property.key, 'mismatch', {
            data: {
              operator: condition.operator,
              key: shown(key),
              found: kinds[operator.data.type],
              expected: kinds[type],
              operators: operators[type],
            },
            suggestions: edits && [{ title: 'operator', data: { meant: meant ?? '' }, edits, preferred: true }],
          });
        }
      }
    },
  },
});
