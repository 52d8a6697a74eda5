/** Condition keys that CAM and its services are not known to have. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import type { Language } from '../../catalogue/language.js';
import { distance, nearest } from '../../catalogue/nearest.js';
import { meanOpposite } from '../../knowledge/verbs.js';
import { nearestKeyInCam } from '../../knowledge/foreign-condition.js';
import { mismatch } from '../../knowledge/condition-types.js';
import { knownOperator, lettersOf, type KnownOperator } from '../../knowledge/operators.js';
import { memoByObject } from '../../memo.js';
import { shown, upTo, type Text } from '../../text.js';
import { keyNames, renameMember } from '../../edits/condition-edits.js';
import { isUnfilled } from '../../policy/placeholders.js';
import { budget, maxLookups } from '../limits.js';
import { mayLoosen } from '../loosening.js';
import { rule, type RunContext } from '../rule.js';

interface Verdict {
  readonly message: 'unknown' | 'near' | 'spelling' | 'case' | 'blank' | 'foreign' | 'service';
  readonly meant?: string;
  /** Another documented key is as near. */
  readonly unsure?: boolean;
  /** The other cloud that has the key. */
  readonly cloud?: Text;
}

/** The keys that a text with this prefix may have meant, without `<key>` at their end. */
function candidates(prefix: string, catalogue: Catalogue, language: Language): readonly string[] {
  const general = language.data.conditionKeys.map(({ key }) => upTo(key, '<'));
  const own = catalogue.service(prefix)?.data.conditionKeys ?? [];
  return [...general, ...own.map(({ key }) => key)];
}

type Nearest = Pick<Verdict, 'meant' | 'unsure'>;

/** The key as the documents spell it, where `text` is the same by `same`; what stands behind a slash is the person's. */
function spelling(text: string, keys: readonly string[], same: (text: string) => string): Nearest | undefined {
  const slash = text.indexOf('/') + 1;
  const [head, tail] = slash > 0 ? [text.slice(0, slash), text.slice(slash)] : [text, ''];
  const own = same(head);
  const found = [...new Set(keys)].filter((key) => key.endsWith('/') === slash > 0 && same(key) === own);
  const first = nearestAlone(head, found);
  if (!first || (slash > 0 && tail === '')) return undefined;
  return { meant: first.meant + tail, unsure: found.length > 1 };
}

/** Of keys that are all near, the one with the fewest slips, case included; the first of those that have as few. */
function nearestAlone(text: string, keys: readonly string[]): (Nearest & { readonly meant: string }) | undefined {
  const scored = [...new Set(keys)].map((meant) => ({ meant, slips: distance(text, meant, text.length) }));
  const least = Math.min(...scored.map(({ slips }) => slips));
  const [best, other] = scored.filter(({ slips }) => slips === least);
  return best && { meant: best.meant, unsure: other !== undefined };
}

function judge(text: string, catalogue: Catalogue, language: Language): Verdict | undefined {
  if (language.conditionKey(text) || isUnfilled(text)) return undefined;
  const plain = text.replace(/\s/gu, '');
  const colon = plain.indexOf(':');
  const prefix = plain.slice(0, Math.max(colon, 0));
  const keys = candidates(prefix, catalogue, language);
  if (keys.includes(text)) return undefined;
  if (plain !== text && (language.conditionKey(plain) || keys.includes(plain)))
    return { message: 'blank', meant: plain };
  const cased = spelling(plain, keys, (key) => key.toLowerCase());
  if (cased !== undefined) return { message: 'case', ...cased };
  const foreign = foreignKey(plain, language);
  if (foreign) return foreign;
  const same = spelling(plain, keys, lettersOf);
  if (same !== undefined) return { message: 'spelling', ...same };
  const near = nearKey(plain, prefix, keys);
  if (near !== undefined) return { message: 'near', ...near };
  const meant = equalInCam(plain.slice(colon + 1), language);
  if (meant !== undefined) return { message: 'near', meant, unsure: true };
  return { message: prefix === 'qcs' ? 'unknown' : 'service' };
}

/** A key that another cloud has, and what CAM calls it. */
function foreignKey(text: string, language: Language): Verdict | undefined {
  for (const { data, conditionKey } of language.foreign) {
    const known = conditionKey(text);
    if (known) return { message: 'foreign', cloud: data.name, meant: nearestKeyInCam(known) };
    if (text.startsWith(data.keys)) return { message: 'foreign', cloud: data.name };
  }
  return undefined;
}

/** CAM's key for what other clouds call so, whatever stands before it here: `qcs:source_ip`, `cvm:ResourceTag/team`. */
function equalInCam(name: string, language: Language): string | undefined {
  const [head = '', ...tail] = name.split('/');
  const plain = [lettersOf(head), ...tail].join('/');
  const known = language.foreign.map(({ data, conditionKey }) => conditionKey(data.keys + plain)).find(Boolean);
  return known && nearestKeyInCam(known);
}

/** The nearest key of the same service; of a text without one, `qcs:` before it. */
function nearKey(text: string, prefix: string, keys: readonly string[]): Nearest | undefined {
  if (prefix === '') return keys.includes(`qcs:${text}`) ? { meant: `qcs:${text}` } : undefined;
  const own = keys.filter((key) => key.startsWith(`${prefix}:`) && !key.endsWith('/'));
  // Of a short name two other letters make another name.
  const slips = text.length - prefix.length > 4 ? 2 : 1;
  const near = nearest(text, own).filter((key) => distance(key, text, slips) <= slips);
  const found = nearestAlone(text, near);
  return found && !meanOpposite(found.meant, text) ? found : undefined;
}

/** What follows from a key that no request has. Of negated operators it is open, 598/73088. */
function withoutKey(operator: KnownOperator | undefined): Text {
  if (operator?.ifExist) return { en: 'the condition is always met', zh: '条件总是满足' };
  if (!operator || operator.data.type === 'null' || operator.name.includes('_not_'))
    return { en: 'no request carries it', zh: '任何请求都不带该键' };
  return { en: 'the condition is not met', zh: '条件不会满足' };
}

const verdicts = memoByObject(({ catalogue, language }: RunContext) =>
  budget(maxLookups, (text) => judge(text, catalogue, language) ?? null),
);

/** A key that only one of the documented ones is written nearly like is likely a slip; of one that is like none nothing is known but the service. */
function severityOf({ message, unsure }: Verdict, key: string): { readonly severity?: 'information' | 'hint' } {
  if (key.startsWith('qcs:') || (message !== 'near' && message !== 'service')) return {};
  return { severity: message === 'near' && !unsure ? 'information' : 'hint' };
}

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'A condition key must be one of CAM or of the service; case matters.',
    zh: '条件键须为 CAM 或相应服务所支持的键，且区分大小写。',
  },
  messages: {
    unknown: {
      en: 'CAM is not known to have the condition key `{found}`. General keys are `qcs:ip`, `qcs:current_time`, `qcs:resource_tag` and `qcs:request_tag`.',
      zh: '未见 CAM 支持条件键 `{found}`。通用条件键有 `qcs:ip`、`qcs:current_time`、`qcs:resource_tag` 与 `qcs:request_tag`。',
    },
    service: {
      en: 'The catalogue has no condition key `{found}`. If the service does not have it either, {then}.',
      zh: '目录中没有条件键 `{found}`。若服务也不支持该键，{then}。',
    },
    near: {
      en: 'The catalogue has no condition key `{found}`. Did you mean `{meant}`?',
      zh: '目录中没有条件键 `{found}`。是否想写 `{meant}`？',
    },
    spelling: {
      en: 'The documented condition key is `{meant}`, not `{found}`. Where a service does not have a key, {then}.',
      zh: '文档中该条件键写作 `{meant}`，而不是 `{found}`。服务不支持该键时，{then}。',
    },
    case: {
      en: 'Condition keys are case-sensitive: `{meant}`, not `{found}`.',
      zh: '条件键区分大小写：应为 `{meant}`，而不是 `{found}`。',
    },
    blank: {
      en: 'Condition keys contain no white space: `{meant}`.',
      zh: '条件键不能含空格：`{meant}`。',
    },
    foreign: {
      en: '`{found}` is a key of {cloud}; CAM does not have it.',
      zh: '`{found}` 是{cloud}的条件键，CAM 不支持。',
    },
  },
  fixes: { rename: { en: 'Change to "{meant}"', zh: '改为 "{meant}"' } },
  together: 'all',
  check: {
    condition(condition, { effect }, context) {
      const { language } = context;
      const operator = knownOperator(condition.operator, language);
      const then = withoutKey(operator);
      for (const key of condition.keys) {
        const verdict = verdicts(context)(key.key);
        if (!verdict) continue;
        const { message, meant, cloud, unsure = false } = verdict;
        const isOdd =
          meant !== undefined && operator !== undefined && mismatch(meant, operator, language) !== undefined;
        const edits = meant === undefined ? undefined : renameMember(key, meant, keyNames(condition));
        const fix =
          edits && ({ title: 'rename', data: { meant: meant ?? '' }, edits, preferred: !unsure && !isOdd } as const);
        const certain = !unsure && (message === 'case' || message === 'blank') && !mayLoosen(effect, operator);
        context.report(key.property.key, message, {
          data: { found: shown(key.key), meant: meant ?? '', then, ...(cloud ? { cloud } : {}) },
          ...severityOf(verdict, key.key),
          ...(certain ? { fix } : { suggestions: fix && [fix] }),
        });
      }
    },
  },
});
