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
      en: 'The policy has {count} characters without white space, {over} more than the {limit} that CAM takes. Use wildcards, or make two policies.',
      zh: '策略去除空白后有 {count} 个字符，超出 CAM 上限 {limit} 共 {over} 个。请使用通配符，或拆分为两个策略。',
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
