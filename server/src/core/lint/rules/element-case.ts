/** Elements in another case than CAM's own lower case. */
import { isBucketPolicy } from '../../policy/bucket.js';
import { miswrittenElements } from '../../policy/miswritten.js';
import { replace } from '../../span.js';
import { shown } from '../../text.js';
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
    bucket: {
      en: 'COS takes `{key}` in bucket policies; everywhere else CAM requires `{name}`.',
      zh: 'COS 存储桶策略接受 `{key}`；其他地方 CAM 要求写 `{name}`。',
    },
  },
  fixes: { lower: { en: 'Change to lower case', zh: '改为小写' } },
  // It is one habit, whatever the names.
  together: ({ messageId }) => messageId,
  check: {
    policy(policy, { report }) {
      const found = miswrittenElements(policy);
      if (found.length === 0) return;
      const bucket = isBucketPolicy(policy);
      for (const { key, name } of found) {
        const fix = { title: 'lower', edits: () => [replace(key, `"${name}"`)], preferred: true } as const;
        const data = { key: shown(key.value), name };
        if (bucket) report(key, 'bucket', { data, severity: 'hint', suggestions: [fix] });
        else report(key, 'lower', { data, fix });
      }
    },
  },
});
