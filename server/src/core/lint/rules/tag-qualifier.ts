/** Conditions on lists of tags without the qualifier that CAM wants for them. */
import { knownOperator } from '../../knowledge/operators.js';
import { isTagListKey } from '../../policy/condition.js';
import { writeOperator } from '../../policy/operator.js';
import { operatorNames, renameMember } from '../../edits/condition-edits.js';
import { rule } from '../rule.js';

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'Conditions on tags should be written with `for_any_value:`.',
    zh: '标签条件应使用限定词 `for_any_value:`。',
  },
  messages: {
    missing: {
      en: '`{key}` has one value for each tag. It is compared with `for_any_value:` only. Write `{meant}`.',
      zh: '`{key}` 的每个标签各为一个取值，仅支持用 `for_any_value:` 比较。请写作 `{meant}`。',
    },
    all: {
      en: 'Authorization by tag supports `for_any_value:` only, not `for_all_value:`. Write `{meant}`, or one statement per tag.',
      zh: '按标签授权仅支持 `for_any_value:`，不支持 `for_all_value:`。请写作 `{meant}`，或每个标签各写一条语句。',
    },
  },
  fixes: { qualify: { en: 'Change the operator to "{meant}"', zh: '将运算符改为 "{meant}"' } },
  together: 'all',
  check: {
    statement({ conditions }, { language, report }) {
      for (const condition of conditions) {
        const operator = knownOperator(condition.operator, language);
        if (operator?.data.type !== 'string' || operator.qualifier === 'for_any_value:') continue;
        const all = operator.qualifier === 'for_all_value:';
        // COS documents for_all_value with the tags of a request.
        const tags = condition.keys.filter(({ key }) => isTagListKey(key) && !(all && key === 'qcs:request_tag'));
        const [first] = tags;
        if (!first) continue;
        const meant = writeOperator({ ...operator, qualifier: 'for_any_value:' });
        const edits =
          tags.length === condition.keys.length ? renameMember(condition, meant, operatorNames(conditions)) : undefined;
        report(condition.property.key, all ? 'all' : 'missing', {
          data: { key: first.key, meant },
          suggestions: edits && [{ title: 'qualify', data: { meant }, edits, preferred: true }],
        });
      }
    },
  },
});
