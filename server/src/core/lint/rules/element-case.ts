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
  },
  fixes: { lower: { en: 'Change to lower case', zh: '改为小写' } },
  // It is one habit, whatever the names.
  together: ({ messageId }) => messageId,
  check: {
    policy(policy, { report }) {
      const found = miswrittenElements(policy);
      // The COS console writes them so, and COS takes them.
      if (found.length === 0 || isBucketPolicy(policy)) return;
      for (const { key, name } of found)
        report(key, 'lower', {
          data: { key: shown(key.value), name },
          fix: { title: 'lower', edits: () => [replace(key, `"${name}"`)], preferred: true },
        });
    },
  },
});
