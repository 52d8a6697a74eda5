/** Condition operators that CAM does not have. */
import type { Language } from '../../catalogue/language.js';
import { knownOperator, meantOperator, type MeantOperator } from '../../knowledge/operators.js';
import { qualifiers, readOperator } from '../../policy/operator.js';
import { memoByObject } from '../../memo.js';
import { shown, type Text } from '../../text.js';
import { operatorNames, renamed, renameMember } from '../../edits/condition-edits.js';
import type { ConditionOperator } from '../../policy/model.js';
import { isTagListKey } from '../../policy/condition.js';
import { replace, type Edit } from '../../span.js';
import { budget, maxLookups } from '../limits.js';
import { rule, type FixOf, type RunContext } from '../rule.js';

interface Verdict {
  readonly message: 'unknown' | 'near' | 'aws' | 'spelling' | 'suffix' | 'qualifier' | 'twice';
  readonly meant: MeantOperator | undefined;
}

/** What is wrong with an operator string that is not known. */
function judge(text: string, language: Language): Verdict {
  const meant = meantOperator(text, language);
  const bare = text.slice(text.indexOf(':') + 1);
  const { name, ifExist, qualifier } = readOperator(bare);
  const known = language.operator(name);
  if (meant?.sameLetters) return { message: 'spelling', meant };
  if (language.operatorOfAws(name.replace(/IfExists$/u, ''))) return { message: 'aws', meant };
  if (known && !known.ifExist && ifExist) return { message: 'suffix', meant };
  if (bare !== text && known) return { message: qualifier === '' ? 'qualifier' : 'twice', meant };
  return { message: meant ? 'near' : 'unknown', meant };
}

const verdicts = memoByObject(({ language }: RunContext) => budget(maxLookups, (text) => judge(text, language)));

/** `certain` where the operator is written, in the place of the key. */
type Turned = { readonly operator: string; readonly edits?: () => readonly Edit[]; readonly certain?: true };

/** Where a key stands in the place of its operator: which operator goes around it, and the edits that put it there where nothing else is in the way. */
function turned(
  { operator: key, keys, property }: ConditionOperator,
  { language, text }: RunContext & { readonly text: string },
  taken: ReadonlySet<string>,
): Turned | undefined {
  const known = language.conditionKey(key);
  if (!known) return undefined;
  const { value } = property;
  const [inner] = keys;
  if (inner && knownOperator(inner.key, language)) {
    if (keys.length > 1 || taken.has(inner.key)) return { operator: inner.key };
    const swap: readonly Edit[] = [renamed(property, inner.key), renamed(inner.property, key)];
    return { operator: inner.key, edits: () => swap, certain: true };
  }
  const operator = isTagListKey(key)
    ? 'for_any_value:string_equal'
    : (language.data.operators.find(({ type }) => type === known.type)?.name ?? 'string_equal');
  if (!value || value.kind === 'object' || (known.type !== 'ip' && known.type !== 'string') || taken.has(operator))
    return { operator };
  const inside = `{${JSON.stringify(key)}: ${text.slice(value.start, value.end)}}`;
  return { operator, edits: () => [renamed(property, operator), replace(value, inside)] };
}

/** What an operator with two qualifiers may have been meant to be: with either of them. */
function withOneQualifier(text: string, language: Language): readonly string[] {
  const [first = '', second = '', name = ''] = text.split(':');
  return [...new Set([first, second])]
    .map((qualifier) => `${qualifier}:${name}`)
    .filter((operator) => knownOperator(operator, language));
}

const orOf = (names: readonly string[]): Text => ({ en: names.join('` or `'), zh: names.join('` 或 `') });

export default rule({
  group: 'condition',
  severity: 'error',
  summary: {
    en: 'A condition operator must be one of CAM’s, optionally with a qualifier and the suffix.',
    zh: '条件运算符及其限定词、后缀须为 CAM 所支持的写法。',
  },
  messages: {
    key: {
      en: '`{found}` is a condition key. It stands inside its operator: {"{operator}": {"{found}": …}}.',
      zh: '`{found}` 是条件键，不是运算符。应写作 {"{operator}": {"{found}": …}}。',
    },
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
    twice: {
      en: 'An operator takes one qualifier, `{qualifiers}`. `{found}` has two.',
      zh: '一个条件运算符只能有一个限定词，`{qualifiers}`。`{found}` 有两个。',
    },
  },
  fixes: {
    rename: { en: 'Change to "{meant}"', zh: '改为 "{meant}"' },
    turn: { en: 'Put it inside "{operator}"', zh: '放入 "{operator}" 之内' },
  },
  together: 'all',
  check: {
    condition(condition, { conditions }, context) {
      const { language, report } = context;
      const { operator, property } = condition;
      if (knownOperator(operator, language)) return;
      const key = turned(condition, context, operatorNames(conditions));
      if (key) {
        const data = { found: shown(operator), operator: key.operator };
        report(property.key, 'key', {
          data,
          suggestions: key.edits && [{ title: 'turn', data, edits: key.edits, preferred: key.certain === true }],
          // What follows from it: an operator where the key belongs, or a value where keys belong.
          explains: [...(property.value ? [property.value] : []), ...condition.keys.map((each) => each.property.key)],
        });
        return;
      }
      const { message = 'unknown', meant } = verdicts(context)(operator) ?? {};
      const wanted = message === 'twice' ? withOneQualifier(operator, language) : meant ? [meant.text] : [];
      const offers = wanted.flatMap((name): readonly FixOf<'rename'>[] => {
        const edits = renameMember(condition, name, operatorNames(conditions));
        return edits ? [{ title: 'rename', data: { meant: name }, edits, preferred: wanted.length === 1 }] : [];
      });
      report(property.key, message, {
        data: {
          found: shown(message === 'qualifier' ? operator.slice(0, operator.indexOf(':') + 1) : operator),
          meant: meant?.text ?? '',
          name: shown(readOperator(operator).name),
          qualifiers: orOf(qualifiers),
        },
        // Tables of CAM's own pages print `Ip_equal` and operators with blanks.
        ...(message === 'spelling' ? { severity: 'warning', fix: offers[0] } : { suggestions: offers }),
      });
    },
  },
});
