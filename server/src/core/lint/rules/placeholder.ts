/** What is left of an example in resources, principals and values of conditions. */
import { segment, type ResourcePattern, segmentStart } from '../../policy/resource.js';
import type { JsonNode, JsonString } from '../../syntax/json.js';
import { spanInString } from '../../syntax/measure.js';
import { placeholdersIn, type Placeholder } from '../../policy/placeholders.js';
import { rule, type RuleContext } from '../rule.js';

/** The placeholders of a resource. Names of COS objects are free, so runs of x in them are none. */
function placeholdersOf(resource: ResourcePattern): readonly Placeholder[] {
  const { text, form } = resource;
  const path = form === 'six' ? segmentStart(resource, 'path') : 0;
  const objects = form === 'six' && segment(resource, 'service') === 'cos';
  const inPath = placeholdersIn(text.slice(path), objects);
  return [
    ...placeholdersIn(text.slice(0, path)),
    ...inPath.map(({ start, end }) => ({ start: path + start, end: path + end })),
  ];
}

/**
 * Whether a placeholder says what belongs there, as `your_uin`, `<region>` and `100000***827` do, and `ins-xxxx` and `***` do not: then the same goes into
 * each of its places.
 */
const saysWhat = (found: string): boolean => /your|^[<{$]\W*[a-z]{2}|\d{4}/iu.test(found.replace(/x{2,}/giu, ''));

function reportIn(node: JsonNode, context: RuleContext<'left', never>, free = false): void {
  if (node.kind === 'string') reportAt(placeholdersIn(node.value, free), node, context);
}

function reportAt(found: readonly Placeholder[], node: JsonString, { report, text }: RuleContext<'left', never>): void {
  for (const { start, end } of found) {
    const span = spanInString(text, node, start, end);
    report(span, 'left', { data: { found: text.slice(span.start, span.end) } });
  }
}

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'Placeholders of an example must be replaced by real values.',
    zh: '示例中的占位符须替换为实际值。',
  },
  messages: {
    left: {
      en: '"{found}" looks like a placeholder. CAM takes it literally, so nothing matches it: put the real value in.',
      zh: '"{found}" 看起来是占位符。CAM 会按字面处理，匹配不到任何内容：请填入实际值。',
    },
  },
  together: ({ data: { found } }) => (typeof found === 'string' && saysWhat(found) ? found : undefined),
  check: {
    resource: {
      find(resource) {
        const found = resource.form === 'all' ? [] : placeholdersOf(resource);
        return found.length > 0 ? found : undefined;
      },
      report(found, { node }, _statement, context) {
        reportAt(found, node, context);
      },
    },
    principal({ entries }, _statement, context) {
      for (const { values } of entries) for (const node of values) reportIn(node, context);
    },
    condition({ keys }, _statement, context) {
      // What people compare with is as free as the names of objects.
      for (const { values } of keys) for (const node of values) reportIn(node, context, true);
    },
  },
});
