/** Policies longer than CAM takes. */
import { isBucketPolicy } from '../../policy/bucket.js';
import { firstCharacter } from '../../span.js';
import type { JsonTree } from '../../syntax/json.js';
import { rule } from '../rule.js';

/** In characters, white space not counted. Source: CAM syntax structure and use limits pages, 2021-12; 4096 before. */
const maxLength = 6144;

/** How many characters CAM counts: no white space, wherever it stands, and no comments, which have to go anyway. */
function countedLength({ text, problems }: JsonTree): number {
  let count = 0;
  let at = 0;
  const comments = problems.filter(({ kind }) => kind === 'comment' || kind === 'unclosed-comment');
  for (const { start, end } of [...comments, { start: text.length, end: text.length }]) {
    for (; at < start; at++) {
      const code = text.charCodeAt(at);
      const isBlank = code === 32 || (code >= 9 && code <= 13);
      // The second half of a surrogate pair is no character of its own.
      if (!isBlank && (code < 0xdc00 || code > 0xdfff)) count++;
    }
    at = Math.max(at, end);
  }
  return count;
}

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy may have 6144 characters, white space not counted.',
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
      if (!node || tree.text.length <= maxLength) return;
      const count = countedLength(tree);
      // A bucket policy is stored by COS, whose limit is another.
      if (count <= maxLength || isBucketPolicy(policy)) return;
      report(firstCharacter(node), 'long', { data: { count, over: count - maxLength, limit: maxLength } });
    },
  },
});
