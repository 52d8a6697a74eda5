/** Policies longer than CAM takes. */
import { isBucketPolicy } from '../../policy/bucket.js';
import { countedLength, maxPolicyLength } from '../../policy/length.js';
import { firstCharacter } from '../../span.js';
import { rule } from '../rule.js';

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy may have at most 6144 characters, not counting white space.',
    zh: '策略最多 6144 个字符，空白不计。',
  },
  messages: {
    long: {
      en: 'The policy is {over} characters too long: it has {count} of {limit} that CAM takes. White space does not count. Use wildcards, or make two policies.',
      zh: '策略超长 {over} 个字符：共 {count} 个，CAM 上限 {limit} 个。空白不计。请使用通配符，或拆分为两个策略。',
    },
  },
  check: {
    policy(policy, { report }) {
      const { node, tree } = policy;
      if (!node || tree.text.length <= maxPolicyLength) return;
      const count = countedLength(tree);
      // A bucket policy is stored by COS, whose limit is another.
      if (count <= maxPolicyLength || isBucketPolicy(policy)) return;
      report(firstCharacter(node), 'long', { data: { count, over: count - maxPolicyLength, limit: maxPolicyLength } });
    },
  },
});
