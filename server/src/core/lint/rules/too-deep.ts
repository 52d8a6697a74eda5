/** Nesting far beyond what any policy has; what lies deeper is not read. */
import { maxDepth } from '../../syntax/json.js';
import { rule } from '../rule.js';

export default rule({
  group: 'document',
  severity: 'error',
  summary: { en: 'Brackets are nested too deeply for a policy.', zh: '括号嵌套过深，不可能是策略。' },
  messages: {
    deep: {
      en: 'Nested more than {limit} levels deep: a policy needs at most seven. What lies deeper is not checked.',
      zh: '嵌套超过 {limit} 层：策略最多需要七层。更深的内容不会被检查。',
    },
  },
  check: {
    tree({ problems }, { report }) {
      for (const problem of problems)
        if (problem.kind === 'too-deep') report(problem, 'deep', { data: { limit: maxDepth } });
    },
  },
});
