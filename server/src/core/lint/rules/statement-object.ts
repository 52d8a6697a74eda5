/** `statement` as a lone object. */
import { firstCharacter, replace } from '../../span.js';
import { hasSureBounds } from '../../syntax/sure.js';
import { rule } from '../rule.js';

export default rule({
  group: 'document',
  severity: 'hint',
  summary: {
    en: '`statement` should be an array, even for a single statement.',
    zh: '`statement` 应为数组，即使只有一条语句。',
  },
  messages: {
    object: {
      en: 'Documents write `statement` as an array. CAM has been seen to take a single object too, but only the array is documented.',
      zh: '文档中 `statement` 为数组。曾见 CAM 接受单个对象，但文档只说明了数组写法。',
    },
  },
  fixes: { wrap: { en: 'Put the statement in brackets', zh: '将语句放入方括号' } },
  check: {
    policy({ element, tree }, { report }) {
      const value = element.statement?.value;
      if (value?.kind !== 'object' || !value.closed) return;
      const wrap = {
        title: 'wrap',
        edits: () => [
          replace({ start: value.start, end: value.start }, '['),
          replace({ start: value.end, end: value.end }, ']'),
        ],
        preferred: true,
      } as const;
      report(firstCharacter(value), 'object', { fix: hasSureBounds(tree, value) ? wrap : undefined });
    },
  },
});
