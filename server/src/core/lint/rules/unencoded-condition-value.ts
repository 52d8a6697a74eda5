/** Values of COS's condition keys that are compared with a part of a URL, and are not written as it stands there. */
import { cosKey, urlEncoded } from '../../knowledge/cos-keys.js';
import { knownOperator } from '../../knowledge/operators.js';
import { placeholdersIn } from '../../policy/placeholders.js';
import { replace } from '../../span.js';
import { shown } from '../../text.js';
import { mayLoosen } from '../loosening.js';
import { rule, type FixOf } from '../rule.js';

export default rule({
  group: 'condition',
  severity: 'warning',
  summary: {
    en: 'COS compares query parameters URL-encoded, so the value must be encoded too.',
    zh: '取自 COS 请求参数的条件值须经 URL 编码。',
  },
  messages: {
    plain: {
      en: '"{found}" matches no request. COS compares `{key}` with what is URL-encoded: write "{encoded}".',
      zh: '"{found}" 不会匹配任何请求。COS 将 `{key}` 与 URL 编码后的请求参数比较：请写作 "{encoded}"。',
    },
    excepts: {
      en: 'This excepts no request, not even those with "{found}". COS compares `{key}` with what is URL-encoded: write "{encoded}".',
      zh: '此处排除不了任何请求，包括值为 "{found}" 的请求。COS 将 `{key}` 与 URL 编码后的请求参数比较：请写作 "{encoded}"。',
    },
  },
  fixes: { encode: { en: 'Change to "{encoded}"', zh: '改为 "{encoded}"' } },
  together: 'all',
  check: {
    condition({ operator: name, keys }, { effect }, { language, report }) {
      const operator = knownOperator(name, language);
      if (operator?.data.type !== 'string') return;
      const like = operator.name.includes('like');
      const message = operator.name.includes('_not_') ? 'excepts' : 'plain';
      for (const { key, values } of keys) {
        if (cosKey(key)?.from !== 'parameter') continue;
        for (const node of values) {
          if (node.kind !== 'string' || placeholdersIn(node.value).length > 0) continue;
          const encoded = urlEncoded(node.value, like);
          if (encoded === undefined || encoded === node.value) continue;
          const fix: FixOf<'encode'> = {
            title: 'encode',
            data: { encoded: shown(encoded) },
            edits: () => [replace(node, JSON.stringify(encoded))],
            preferred: true,
          };
          report(node, message, {
            data: { key, found: shown(node.value), encoded: shown(encoded) },
            ...(mayLoosen(effect, operator) ? { suggestions: [fix] } : { fix }),
          });
        }
      }
    },
  },
});
