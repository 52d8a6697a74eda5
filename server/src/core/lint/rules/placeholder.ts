/** What is left of an example in resources and principals. */
import type { JsonString } from '../../syntax/json.js';
import { segment } from '../../policy/resource.js';
import type { Span } from '../../span.js';
import { spanInString } from '../../syntax/edit.js';
import { maybePlaceholder, placeholdersIn } from '../../policy/placeholders.js';
import { segmentStart } from '../../edits/resource-edits.js';
import { rule } from '../rule.js';

const spansOf = (text: string, node: JsonString, from: number, to: number, objects = false): readonly Span[] =>
  placeholdersIn(node.value.slice(from, to), objects).map(({ start, end }) =>
    spanInString(text, node, from + start, from + end),
  );

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'Placeholders of an example must be replaced by real values.',
    zh: '示例中的占位符须替换为实际值。',
  },
  messages: {
    left: {
      en: '"{found}" looks like a placeholder. CAM takes it literally, so the statement matches nothing: put the real value in.',
      zh: '"{found}" 看起来是占位符。CAM 会按字面处理，语句匹配不到任何内容：请填入实际值。',
    },
  },
  check: {
    suspects: { resource: ({ text, form }) => form !== 'all' && maybePlaceholder(text) },
    resource(resource, _statement, { report, text }) {
      const { node } = resource;
      const path = resource.form === 'six' ? segmentStart(resource, 'path') : 0;
      const objects = resource.form === 'six' && segment(resource, 'service') === 'cos';
      const spans = [...spansOf(text, node, 0, path), ...spansOf(text, node, path, node.value.length, objects)];
      for (const span of spans) report(span, 'left', { data: { found: text.slice(span.start, span.end) } });
    },
    principal({ entries }, _statement, { report, text }) {
      for (const { values } of entries)
        for (const node of values)
          for (const span of spansOf(text, node, 0, node.value.length))
            report(span, 'left', { data: { found: text.slice(span.start, span.end) } });
    },
  },
});
