/** Condition operators that CAM does not have. */
import type { Language } from '../../catalogue/language.js';
import { knownOperator, meantOperator, type MeantOperator } from '../../knowledge/operators.js';
import { qualifiers, readOperator } from '../../policy/operator.js';
import { memoByObject } from '../../memo.js';
import { shown, type Text } from '../../text.js';
import { operatorNames, renameMember } from '../../edits/condition-edits.js';
import { budget, maxLookups } from '../limits.js';
import { rule, type RunContext } from '../rule.js';

interface Verdict {
  readonly message: 'unknown' | 'near' | 'aws' | 'spelling' | 'suffix' | 'qualifier';
  readonly meant: MeantOperator | undefined;
}

/** What is wrong with an operator string that is not known. */
function judge(text: string, language: Language): Verdict {
  const meant = meantOperator(text, language);
  const bare = text.slice(text.indexOf(':') + 1);
  const { name, ifExist } = readOperator(bare);
  const known = language.operator(name);
  if (meant?.sameLetters) return { message: 'spelling', meant };
  if (language.operatorOfAws(name.replace(/IfExists$/u, ''))) return { message: 'aws', meant };
  if (known && !known.ifExist && ifExist) return { message: 'suffix', meant };
  if (bare !== text && known) return { message: 'qualifier', meant };
  return { message: meant ? 'near' : 'unknown', meant };
}

const verdicts = memoByObject(({ language }: RunContext) => budget(maxLookups, (text) => judge(text, language)));

const orOf = (names: readonly string[]): Text => ({ en: names.join('` or `'), zh: names.join('` 或 `') });

export default rule({
  group: 'condition',
  severity: 'error',
  summary: {
    en: 'A condition operator must be one of CAM’s, optionally with a qualifier and the suffix.',
    zh: '条件运算符及其限定词、后缀须为 CAM 所支持的写法。',
  },
  messages: {
    unknown: {
      en: 'CAM has no condition operator `{found}`.',
      zh: 'CAM 没有条件运算符 `{found}`。',
    },
    near: {
      en: 'CAM has no condition operator `{found}`. Did you mean `{meant}`?',
      zh: 'CAM 没有条件运算符 `{found}`。是否想写 `{meant}`？',
    },
    aws: {
      en: '`{found}` is the spelling of AWS. In CAM it is `{meant}`.',
      zh: '`{found}` 是 AWS 的写法，CAM 中为 `{meant}`。',
    },
    spelling: {
      en: 'Condition operators are written in lower case without spaces: `{meant}`.',
      zh: '条件运算符为小写且不含空格：`{meant}`。',
    },
    suffix: {
      en: '`{name}` takes no `_if_exist`. It already tests whether the key is there.',
      zh: '`{name}` 不能带 `_if_exist`。它本身就用于判断键是否存在。',
    },
    qualifier: {
      en: '`{found}` cannot stand before a condition operator. Only `{qualifiers}` may.',
      zh: '条件运算符前不能是 `{found}`。只能是 `{qualifiers}`。',
    },
  },
  fixes: { rename: { en: 'Change to "{meant}"', zh: '改为 "{meant}"' } },
  together: 'all',
  check: {
    condition(condition, { conditions }, context) {
      const { language, report } = context;
      const { operator, property } = condition;
      if (knownOperator(operator, language)) return;
      const { message = 'unknown', meant } = verdicts(context)(operator) ?? {};
      const edits = meant && renameMember(condition, meant.text, operatorNames(conditions));
      const fix = edits && ({ title: 'rename', data: { meant: meant.text }, edits, preferred: true } as const);
      report(property.key, message, {
        data: {
          found: shown(message === 'qualifier' ? operator.slice(0, operator.indexOf(':') + 1) : operator),
          meant: meant?.text ?? '',
          name: shown(readOperator(operator).name),
          qualifiers: orOf(qualifiers),
        },
        // Tables of CAM's own pages print `Ip_equal` and operators with blanks.
        ...(message === 'spelling' ? { severity: 'warning', fix } : { suggestions: fix && [fix] }),
      });
    },
  },
});
