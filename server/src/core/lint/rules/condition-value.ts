/** Values of conditions that are not what their operator compares. */
import { knownOperator } from '../../knowledge/operators.js';
import { isTagListKey, tagKeyOf } from '../../policy/condition.js';
import { readBoolean, readDate, readIp, readNumber, valueText } from '../../policy/condition-value.js';
import { memoByText } from '../../memo.js';
import { replace } from '../../span.js';
import type { JsonNode } from '../../syntax/json.js';
import { shown } from '../../text.js';
import { mismatch } from '../../knowledge/condition-types.js';
import { isUnfilled } from '../../policy/placeholders.js';
import { rule } from '../rule.js';

/** Between what a value is remembered by. */
const separator = '\u0000';

interface Flaw {
  readonly message: 'ip' | 'ip-wildcard' | 'date' | 'number' | 'boolean' | 'tag' | 'tag-value';
  /** What was probably meant. */
  readonly meant?: string;
}

function ipFlaw(value: string): Flaw | undefined {
  if (readIp(value)) return undefined;
  const trimmed = value.trim();
  if (readIp(trimmed)) return { message: 'ip', meant: trimmed };
  return { message: /^[\d.*/]+$/u.test(value) && value.includes('*') ? 'ip-wildcard' : 'ip' };
}

function dateFlaw(value: string): Flaw | undefined {
  if (readDate(value) !== undefined) return undefined;
  const seconds = /^\d{10}(?:\d{3})?$/u.test(value) ? Number(value.slice(0, 10)) : undefined;
  if (seconds !== undefined) return { message: 'date', meant: iso(seconds * 1000) };
  const [day = '', ...clock] = value.trim().replaceAll('/', '-').split('T');
  const plain = clock.length > 0 ? `${day.trimEnd()}T${clock.join('T').trimStart()}` : day;
  const time = readDate(plain);
  return { message: 'date', ...(time === undefined ? {} : { meant: iso(time) }) };
}

const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');

function tagFlaw(value: string): Flaw | undefined {
  if (/^[^&]+&/u.test(value) || value.includes('*')) return undefined;
  const pair = /^([^\s:=&]+)\s*[:=]\s*(\S.*)$/u.exec(value);
  return { message: 'tag', ...(pair ? { meant: `${pair[1] ?? ''}&${pair[2] ?? ''}` } : {}) };
}

/** `qcs:resource_tag/<key>` holds the value alone. `&` is in no tag. */
const tagValueFlaw = (value: string, key: string): Flaw | undefined =>
  value.startsWith(`${key}&`) ? { message: 'tag-value', meant: value.slice(key.length + 1) } : undefined;

/** What is wrong with `value`, by the type that the operator compares. */
function flawOf(value: string, key: string, type: string): Flaw | undefined {
  if (isUnfilled(value)) return undefined;
  const tag = tagKeyOf(key);
  switch (type) {
    case 'ip':
      return ipFlaw(value);
    case 'date':
      return dateFlaw(value);
    case 'number':
      return readNumber(value.trim()) === undefined ? { message: 'number' } : undefined;
    case 'boolean':
      return readBoolean(value) === undefined ? { message: 'boolean' } : undefined;
    case 'string':
      if (tag !== undefined) return tagValueFlaw(value, tag);
      return isTagListKey(key) ? tagFlaw(value) : undefined;
    default:
      return undefined;
  }
}

const flaws = memoByText(1000, (text): { readonly flaw: Flaw | undefined } => {
  const [type = '', key = '', value = ''] = text.split(separator);
  return { flaw: flawOf(value, key, type) };
});

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'A condition value must fit its operator: an IP address, a time, a number, a tag.',
    zh: '条件值应与运算符相符：IP 地址、时间、数值或标签等。',
  },
  messages: {
    ip: {
      en: '"{found}" is neither an IP address nor a range such as 10.0.0.0/24. No request matches it.',
      zh: '"{found}" 既不是 IP 地址也不是地址段，不会匹配任何请求。地址段形如 10.0.0.0/24。',
    },
    'ip-wildcard': {
      en: 'An IP address has no wildcards, so no request matches "{found}". Write a range such as 10.0.0.0/24.',
      zh: 'IP 地址不支持通配符，"{found}" 不会匹配任何请求。请写成 10.0.0.0/24 形式的地址段。',
    },
    date: {
      en: '"{found}" is not a time that CAM reads. Write the time in UTC as ISO 8601 has it: 2026-06-01T00:01:00Z.',
      zh: '"{found}" 不是 CAM 可识别的时间。请使用 ISO 8601 格式的 UTC 时间：2026-06-01T00:01:00Z。',
    },
    number: { en: '"{found}" is not a number.', zh: '"{found}" 不是数值。' },
    boolean: { en: '"{found}" is neither true nor false.', zh: '"{found}" 既不是 true 也不是 false。' },
    tag: {
      en: '"{found}" is not a tag. `{key}` is compared with whole tags, written key&value.',
      zh: '"{found}" 不是标签：`{key}` 比较的是整个标签，写作 键&值。',
    },
    'tag-value': {
      en: '`{key}` already names the key of the tag. Write the value alone, "{meant}".',
      zh: '`{key}` 已包含标签键，此处只写标签值 "{meant}"。',
    },
  },
  fixes: { replace: { en: 'Change to "{meant}"', zh: '改为 "{meant}"' } },
  together: 'all',
  check: {
    condition({ operator: name, keys }, _statement, { language, text, report }) {
      const operator = knownOperator(name, language);
      if (!operator) return;
      for (const { key, values } of keys) {
        if (mismatch(key, operator, language)) continue;
        for (const node of values) {
          const value = valueText(text, node);
          const { flaw } = value === undefined ? {} : flaws([operator.data.type, key, value].join(separator));
          if (value === undefined || !flaw) continue;
          const { message, meant } = flaw;
          report(node, message, {
            data: { found: shown(value), key: shown(key), meant: meant ?? '' },
            suggestions: meant === undefined ? undefined : [replacement(node, meant)],
          });
        }
      }
    },
  },
});

const replacement = (node: JsonNode, meant: string) =>
  ({
    title: 'replace',
    data: { meant },
    edits: () => [replace(node, JSON.stringify(meant))],
    preferred: true,
  }) as const;
