/** `for_all_value:` in an allow statement: it holds for requests that lack the key. */
import { knownOperator } from '../../knowledge/operators.js';
import { isTagListKey } from '../../policy/condition.js';
import { writeOperator } from '../../policy/operator.js';
import type { Statement } from '../../policy/model.js';
import { shown } from '../../text.js';
import { operatorNames, renameMember } from '../../edits/condition-edits.js';
import { rule } from '../rule.js';

/** The keys that another operator of the statement says to be there. */
function demanded({ conditions }: Statement): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { operator, keys } of conditions) {
    // Any comparison without suffix and without `for_all_value:` fails where the key is absent.
    if (operator.startsWith('for_all_value:') || operator.endsWith('_if_exist')) continue;
    for (const { key } of keys) found.add(key);
  }
  return found;
}

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'An allow should not depend on `for_all_value:` alone: a request without the key meets it too.',
    zh: '允许语句不应仅依赖 `for_all_value:`，因为键不存在时它同样成立。',
  },
  messages: {
    absent: {
      en: 'A request without `{key}` is allowed, too. Without values `for_all_value:` is met: use `for_any_value:`, or add `_if_exist` if this is meant.',
      zh: '不带 `{key}` 的请求也会被允许。没有取值时 `for_all_value:` 成立：请改用 `for_any_value:`；如确需如此，请加上 `_if_exist`。',
    },
  },
  fixes: {
    any: { en: 'Change the operator to "{meant}"', zh: '将运算符改为 "{meant}"' },
    say: { en: 'Say that the key may be absent: "{meant}"', zh: '写明键可以不存在："{meant}"' },
  },
  check: {
    statement(statement, { language, report }) {
      const { conditions, effect } = statement;
      if (effect !== 'allow' || conditions.length === 0) return;
      let present: ReadonlySet<string> | undefined;
      for (const condition of conditions) {
        const operator = knownOperator(condition.operator, language);
        if (operator?.qualifier !== 'for_all_value:' || operator.ifExist || operator.data.type === 'null') continue;
        present ??= demanded(statement);
        const keys = condition.keys.filter(
          // Of a resource's tags `tag-qualifier` says that they take no for_all_value at all.
          ({ key }) => !present?.has(key) && (key === 'qcs:request_tag' || !isTagListKey(key)),
        );
        const [first] = keys;
        if (!first) continue;
        const taken = operatorNames(conditions);
        const any = writeOperator({ ...operator, qualifier: 'for_any_value:' });
        const say = writeOperator({ ...operator, ifExist: true });
        const offers = [
          { title: 'any', meant: any, edits: renameMember(condition, any, taken), preferred: true },
          { title: 'say', meant: say, edits: renameMember(condition, say, taken), preferred: false },
        ] as const;
        report(condition.property.key, 'absent', {
          data: { key: shown(first.key) },
          suggestions: offers.flatMap(({ title, meant, edits, preferred }) =>
            edits ? [{ title, data: { meant }, edits, preferred }] : [],
          ),
        });
      }
    },
  },
});
