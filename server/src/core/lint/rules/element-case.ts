/** Elements in another case than CAM's own lower case. */
import { isBucketPolicy } from '../../policy/bucket.js';
import type { ElementName } from '../../policy/elements.js';
import type { Member } from '../../policy/model.js';
import { replace } from '../../span.js';
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
  fixes: { lower: { en: 'Change to "{name}"', zh: '改为 "{name}"' } },
  check: {
    policy(policy, { report }) {
      let bucket: boolean | undefined;
      const check = (members: readonly Member<ElementName>[]): void => {
        let names: ReadonlySet<string> | undefined;
        for (const { property, element } of members) {
          const key = property.key.value;
          // `Sid` and a name that stands there twice are other rules' business.
          if (!element || element === 'sid' || key === element) continue;
          names ??= new Set(members.map((member) => member.property.key.value));
          if (names.has(element)) continue;
          bucket ??= isBucketPolicy(policy);
          const data = { key, name: element };
          const fix = {
            title: 'lower',
            data,
            edits: () => [replace(property.key, `"${element}"`)],
            preferred: true,
          } as const;
          report(
            property.key,
            bucket ? 'bucket' : 'lower',
            bucket ? { data, severity: 'hint', suggestions: [fix] } : { data, fix },
          );
        }
      };
      check(policy.members);
      for (const { members } of policy.statements) check(members);
    },
  },
});
