/** A filled project segment, as the service's own error messages print it. */
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { segment } from '../../policy/resource.js';
import { replace } from '../../span.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { rule, type FixOf } from '../rule.js';

/** Says the default project or all of them, which is what an empty segment stands for. */
const saysNothing = /^(?:\*|id\/(?:0|\*))$/u;

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: { en: 'The project segment of a resource must be empty.', zh: '资源的项目段必须为空。' },
  messages: {
    filled: {
      en: 'The second segment, the project, must be empty. CAM no longer takes "{found}" there; error messages still print it, so resources pasted from them have it.',
      zh: '第二段（项目）必须为空。CAM 不再接受 "{found}"；错误信息仍会打印该段，粘贴时容易带入。',
    },
    other: {
      en: 'The second segment, the project, must be empty. CAM does not take "{found}" there.',
      zh: '第二段（项目）必须为空。CAM 不接受 "{found}"。',
    },
  },
  fixes: { clear: { en: 'Clear the project segment', zh: '清空项目段' } },
  together: 'all',
  check: {
    resource: {
      find(resource, facts) {
        const found = resource.form === 'six' ? segment(resource, 'project') : '';
        return found.trim() === '' || resourceFlaw(resource, facts)?.kind === 'early' ? undefined : found;
      },
      report(found, resource, _statement, { report, text }) {
        const span = segmentSpan(text, resource, 'project');
        const clear: FixOf<'clear'> = { title: 'clear', edits: () => [replace(span, '')], preferred: true };
        report(span, /^(?:\*$|id\/)/u.test(found) ? 'filled' : 'other', {
          data: { found },
          explains: [span],
          ...(saysNothing.test(found) ? { fix: clear } : { suggestions: [clear] }),
        });
      },
    },
  },
});
