/** Elements in another case than CAM's own lower case. */
import { isBucketPolicy } from '../../policy/bucket.js';
import { miswrittenElements } from '../../policy/miswritten.js';
import { replace } from '../../span.js';
import { shown } from '../../text.js';
import { maxRelated } from '../limits.js';
import { rule } from '../rule.js';

export default rule({
  group: 'document',
  severity: 'warning',
  summary: {
    en: 'Elements are written in lower case.',
    zh: '元素名称使用小写。',
  },
  messages: {
    lower: {
      en: 'CAM requires elements in lower case: write `{name}`, not `{key}`.',
      zh: 'CAM 要求元素名称小写：应写 `{name}`，而不是 `{key}`。',
    },
    several: {
      en: 'CAM requires elements in lower case, and {count} names here are not: write `{name}`, not `{key}`, and so on.',
      zh: 'CAM 要求元素名称小写，此处有 {count} 处不是：应写 `{name}`，而不是 `{key}`，其余类推。',
    },
    bucket: {
      en: 'COS takes `{key}` in bucket policies; everywhere else CAM requires `{name}`.',
      zh: 'COS 存储桶策略接受 `{key}`；其他地方 CAM 要求写 `{name}`。',
    },
    'several-bucket': {
      en: 'COS takes `{key}` and the like ({count} here) in bucket policies; everywhere else CAM requires `{name}`.',
      zh: 'COS 存储桶策略接受 `{key}` 等写法（此处 {count} 处）；其他地方 CAM 要求写 `{name}`。',
    },
    other: { en: 'Write `{name}`, not `{key}`.', zh: '应写 `{name}`，而不是 `{key}`。' },
  },
  fixes: {
    lower: { en: 'Change to "{name}"', zh: '改为 "{name}"' },
    all: { en: 'Change all {count} to lower case', zh: '将全部 {count} 处改为小写' },
  },
  check: {
    policy(policy, { report }) {
      const found = miswrittenElements(policy);
      const [first, ...others] = found;
      if (!first) return;
      const bucket = isBucketPolicy(policy);
      const data = { key: first.key.value, name: first.name, count: found.length };
      const fix = {
        title: others.length > 0 ? 'all' : 'lower',
        data,
        edits: () => found.map(({ key, name }) => replace(key, `"${name}"`)),
        preferred: true,
      } as const;
      const message = others.length > 0 ? (bucket ? 'several-bucket' : 'several') : bucket ? 'bucket' : 'lower';
      const related = others
        .slice(0, maxRelated)
        .map(({ key, name }) => ({ span: key, message: 'other', data: { key: shown(key.value), name } }) as const);
      report(first.key, message, {
        data,
        ...(related.length > 0 ? { related } : {}),
        ...(bucket ? { severity: 'hint', suggestions: [fix] } : { fix }),
      });
    },
  },
});
