/** Conditions on keys that the requests of the statement's actions do not carry. */
import type { ConditionOperator, PolicyAction, Statement } from '../../policy/model.js';
import { keyUse, type KeyUse, type Lack } from '../../knowledge/condition-key-use.js';
import type { Facts } from '../../knowledge/facts.js';
import { knownOperator, type KnownOperator } from '../../knowledge/operators.js';
import { wellFormed } from '../../policy/well-formed.js';
import { shown, type Text } from '../../text.js';
import type { Severity } from '../finding.js';
import { maxKeyLookups } from '../limits.js';
import { rule } from '../rule.js';

/** What is known of a key in a statement: no action has it, or some surely do not. Malformed actions, which CAM refuses, do not count. */
interface Verdict {
  readonly all: boolean;
  /** One of the actions that lack it, and how many do. */
  readonly action: PolicyAction;
  readonly count: number;
  readonly lack: Lack;
}

/** How doubtful a name is; the most doubtful come last. */
const doubt = (lack: Lack): number => (lack.kind === 'body' ? 2 : lack.kind === 'listed' && lack.dated ? 1 : 0);

/** The verdict on a key, where there is something to say. */
function judge(key: string, actions: readonly PolicyAction[], facts: Facts): Verdict | undefined {
  const uses = wellFormed(actions).map((action): { readonly action: PolicyAction; readonly use: KeyUse } => ({
    action,
    use: keyUse(key, action, facts),
  }));
  const lacking = uses.flatMap(({ action, use }) => (typeof use === 'string' ? [] : [{ action, lack: use }]));
  const [first] = lacking;
  if (!first) return undefined;
  const weakest = lacking.reduce((a, b) => (doubt(b.lack) > doubt(a.lack) ? b : a), first);
  const all = lacking.length === uses.length;
  return all || doubt(weakest.lack) === 0 ? { all, count: lacking.length, ...weakest } : undefined;
}

/** Items of a list that a message names. */
const named = 5;

function reasonOf(lack: Lack): Text {
  if (lack.kind === 'service')
    return { en: `It is a key of \`${lack.service}\`.`, zh: `它是 \`${lack.service}\` 的条件键。` };
  if (lack.kind === 'body')
    return { en: 'It is a header of requests that send a body.', zh: '其值取自带有请求体的请求的头部。' };
  const some = lack.actions.slice(0, named).map((action) => `\`${action}\``);
  const [en, zh] = lack.actions.length > named ? [' and others', '等'] : ['', ''];
  const dated = lack.dated ?? '';
  return {
    en: `Documents list it for ${some.join(', ')}${en} only${dated && `, as of ${dated}`}.`,
    zh: `文档仅列出 ${some.join('、')}${zh} 支持它${dated && `（截至 ${dated}）`}。`,
  };
}

type Message = 'allow' | 'deny' | 'met' | 'unclear' | 'some' | 'body';

/** What becomes of requests without the key; undefined where operators compare just that, or nothing is lost. */
function messageOf(operator: KnownOperator, { effect }: Statement, { all, lack }: Verdict): Message | undefined {
  if (!effect || operator.data.type === 'null') return undefined;
  const met = operator.ifExist || operator.qualifier === 'for_all_value:';
  if (!all) return met ? undefined : 'some';
  if (met) return 'met';
  if (lack.kind === 'body') return 'body';
  // COS documents that a missing key meets no operator but those with the suffix; CAM does not say so of negated ones.
  const documented = lack.kind !== 'service';
  return operator.name.includes('_not_') && !documented ? 'unclear' : effect;
}

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'A condition key must be one that requests for the statement’s actions contain.',
    zh: '条件所用的键须是语句中操作的请求所携带的键。',
  },
  messages: {
    allow: {
      en: 'The condition is never met: requests for these actions lack `{key}`. The statement allows nothing. {reason}',
      zh: '条件不会满足：此语句中没有操作支持条件键 `{key}`。语句永远不会允许任何操作。{reason}',
    },
    deny: {
      en: 'The condition is never met: requests for these actions lack `{key}`. The statement denies nothing. {reason}',
      zh: '条件不会满足：此语句中没有操作支持条件键 `{key}`。语句永远不会拒绝任何操作。{reason}',
    },
    met: {
      en: 'This comparison restricts nothing: these requests lack `{key}`. Where a key is missing, `{operator}` is met. {reason}',
      zh: '此比较不起限制作用：此语句中没有操作支持条件键 `{key}`。键不存在时，`{operator}` 视为满足。{reason}',
    },
    unclear: {
      en: 'Requests for these actions do not contain the condition key `{key}`. This comparison has the same result for all of them. {reason}',
      zh: '此语句中没有操作支持条件键 `{key}`。该比较对所有请求的结果都相同。{reason}',
    },
    body: {
      en: 'Requests for these actions have no body and thus no header `{key}`. Where the header is missing, the condition is not met.',
      zh: '此语句的请求不带请求体，因而没有头部 `{key}`。缺少该头部时条件不会满足。',
    },
    some: {
      en: 'Requests for {count} of these actions lack `{key}`. One is `{action}`: the statement never applies there. {reason}',
      zh: '有 {count} 个操作不支持条件键 `{key}`，如 `{action}`。此语句永远不会对其生效。{reason}',
    },
  },
  check: {
    policy({ statements }, context) {
      let left = maxKeyLookups;
      for (const statement of statements) {
        const actions = statement.actions?.items ?? [];
        if (actions.length === 0) continue;
        const known = new Map<string, Verdict | undefined>();
        for (const condition of statement.conditions) {
          for (const { key, property } of condition.keys) {
            if (!known.has(key)) {
              if ((left -= actions.length) < 0) return;
              known.set(key, judge(key, actions, context));
            }
            const verdict = known.get(key);
            const told = verdict && tell(condition, statement, verdict, context);
            if (told) context.report(property.key, told.message, told.details(key));
          }
        }
      }
    },
  },
});

function tell(condition: ConditionOperator, statement: Statement, verdict: Verdict, { language }: Facts) {
  const operator = knownOperator(condition.operator, language);
  const message = operator && messageOf(operator, statement, verdict);
  if (!message) return undefined;
  const { action, count, lack, all } = verdict;
  const severity: Severity = all && doubt(lack) === 0 ? 'warning' : 'information';
  const data = { operator: shown(condition.operator), action: shown(action.text), count, reason: reasonOf(lack) };
  return { message, details: (key: string) => ({ severity, data: { ...data, key: shown(key) } }) };
}
