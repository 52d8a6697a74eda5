/** A principal in a policy that is neither a role's trust policy nor a bucket policy. */
import type { Principal } from '../../policy/model.js';
import { kindOf } from '../../policy/statement-kind.js';
import { removeMembers } from '../../edits/members.js';
import type { JsonObject } from '../../syntax/json.js';
import { rule, type FixOf } from '../rule.js';

const removal = (text: string, object: JsonObject, { property }: Principal): FixOf<'remove'> => ({
  title: 'remove',
  edits: () => removeMembers(text, object, (member) => member === property),
});

export default rule({
  group: 'principal',
  severity: 'information',
  summary: {
    en: 'Only trust policies and bucket policies should have a `principal`.',
    zh: '只有信任策略与存储桶策略才写 principal。',
  },
  messages: {
    unexpected: {
      en: 'A policy for users, groups or roles has no principal. It applies to whoever it is attached to. CAM’s console does not accept one.',
      zh: '关联到用户、用户组或角色的策略没有 principal。关联给谁就对谁生效，CAM 控制台不接受此元素。',
    },
  },
  fixes: { remove: { en: 'Remove the principal', zh: '删除 principal' } },
  together: 'all',
  check: {
    policy({ node, principal, statements }, { report, text }) {
      if (!node || !principal || statements.length === 0) return;
      if (!statements.every((statement) => kindOf(statement) === 'identity')) return;
      report(principal.property.key, 'unexpected', { suggestions: [removal(text, node, principal)] });
    },
    statement(statement, { report, text }) {
      const { principal, node } = statement;
      if (principal && kindOf(statement) === 'identity')
        report(principal.property.key, 'unexpected', { suggestions: [removal(text, node, principal)] });
    },
  },
});
