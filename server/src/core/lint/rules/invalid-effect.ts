/** `effect` other than `allow` or `deny`. */
import { distance } from '../../catalogue/nearest.js';
import { isBucketPolicy } from '../../policy/bucket.js';
import { effects, isEffect, type Effect } from '../../policy/elements.js';
import { replace } from '../../span.js';
import { shown } from '../../text.js';
import { rule } from '../rule.js';

/** Spellings that leave no doubt which effect is meant. */
const meant: ReadonlyMap<string, Effect> = new Map([
  ['allowed', 'allow'],
  ['permit', 'allow'],
  ['grant', 'allow'],
  ['denied', 'deny'],
  ['forbid', 'deny'],
  ['disallow', 'deny'],
  ['reject', 'deny'],
]);

function effectMeant(found: string): Effect | undefined {
  const plain = found.trim().toLowerCase();
  return (
    effects.find((effect) => effect === plain) ??
    meant.get(plain) ??
    effects.find((effect) => distance(plain, effect, 1) <= 1)
  );
}

export default rule({
  group: 'document',
  severity: 'error',
  summary: { en: '`effect` must be `allow` or `deny`.', zh: '`effect` 只能是 `allow` 或 `deny`。' },
  messages: {
    invalid: {
      en: 'Effect must be "allow" or "deny", not "{found}".',
      zh: 'effect 只能是 "allow" 或 "deny"，不能是 "{found}"。',
    },
    empty: {
      en: 'Effect must be "allow" or "deny"; here it is empty.',
      zh: 'effect 只能是 "allow" 或 "deny"，此处为空。',
    },
    case: {
      en: 'CAM documents the effect in lower case: "{effect}". Only COS bucket policies are known to take a capital letter.',
      zh: 'CAM 文档中 effect 为小写 "{effect}"。已知仅 COS 存储桶策略接受首字母大写。',
    },
  },
  fixes: { replace: { en: 'Change to "{effect}"', zh: '改为 "{effect}"' } },
  together: 'all',
  check: {
    statement({ element }, { report, policy }) {
      const value = element.effect?.value;
      if (value?.kind !== 'string' || isEffect(value.value)) return;
      const effect = effectMeant(value.value);
      const data = { found: shown(value.value), effect: effect ?? '' };
      if (!effect) {
        report(value, value.value.trim() === '' ? 'empty' : 'invalid', { data });
        return;
      }
      const fix = { title: 'replace', data, edits: () => [replace(value, `"${effect}"`)], preferred: true } as const;
      if (effect === value.value.toLowerCase()) {
        // The COS console writes it so, and COS takes it.
        if (!isBucketPolicy(policy)) report(value, 'case', { data, severity: 'warning', fix });
        return;
      }
      report(value, 'invalid', {
        data,
        ...(effect === value.value.trim().toLowerCase() ? { fix } : { suggestions: [fix] }),
      });
    },
  },
});
