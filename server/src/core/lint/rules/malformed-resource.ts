/** Resource strings that are not six segments in their order. */
import { replace } from '../../span.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { shown } from '../../text.js';
import { resourcesFor } from '../../knowledge/resource-template.js';
import { rule, type FixOf } from '../rule.js';

export default rule({
  group: 'resource',
  severity: 'error',
  summary: {
    en: 'A resource is `*` or six segments: `qcs::service:region:account:resource`.',
    zh: '资源为 `*` 或六段式：`qcs::service:region:account:resource`。',
  },
  messages: {
    blanks: {
      en: 'White space beside a colon is part of a name to CAM. This resource matches nothing.',
      zh: '资源各部分之间的空格会被 CAM 视为名称的一部分，因而匹配不到任何资源。',
    },
    colon: {
      en: 'The colons of a resource must be ":", not "：".',
      zh: '资源的分隔符必须是半角冒号 ":"，不能是全角 "："。',
    },
    first: { en: 'The first segment of a resource is always "qcs".', zh: '资源的第一段固定为 "qcs"。' },
    foreign: {
      en: 'This is how another cloud names resources. CAM writes six segments: qcs::service:region:account:resource.',
      zh: '这是其他云的资源写法。CAM 写作六段式：qcs::service:region:account:resource。',
    },
    form: {
      en: 'CAM does not take this as a resource. Write "*" or six segments, qcs::service:region:account:resource.',
      zh: 'CAM 不接受此资源。请写 "*" 或六段式 qcs::service:region:account:resource。',
    },
    few: {
      en: 'A resource needs six segments, and this has {count}. Write qcs::service:region:account:resource; empty segments count, too.',
      zh: '此资源只有 {count} 段，需要六段。请写 qcs::service:region:account:resource，空段也计入。',
    },
    many: {
      en: 'This resource has a colon too many. Six segments are qcs::service:region:account:resource.',
      zh: '此资源多了一个冒号。六段式为 qcs::service:region:account:resource。',
    },
    swapped: {
      en: 'Service and region are swapped. The service comes first: qcs::{service}:{region}:….',
      zh: '服务与地域写反了。服务在前：qcs::{service}:{region}:…。',
    },
    type: {
      en: '"{found}" stands where the account belongs. The type of the resource goes into the last segment, before a slash.',
      zh: '"{found}" 写在了账号的位置。资源类型应写在最后一段，后接斜杠。',
    },
    path: {
      en: 'The last segment, the resource itself, is missing. "*" there means all resources of the service.',
      zh: '缺少最后一段，即资源本身。写 "*" 表示该服务的全部资源。',
    },
  },
  fixes: { repair: { en: 'Change to {resource}', zh: '改为 {resource}' } },
  together: 'all',
  check: {
    resource: {
      find: resourceFlaw,
      report({ kind, repaired }, { node, segments }, statement, { report, policy, catalogue }) {
        const repair: FixOf<'repair'> | undefined =
          repaired === undefined
            ? undefined
            : {
                title: 'repair',
                data: { resource: repaired },
                edits: () => [replace(node, JSON.stringify(repaired))],
                preferred: true,
              };
        // Where the string says nothing of what is meant, the actions may.
        const offers = repair
          ? [repair]
          : resourcesFor(statement, policy, catalogue).map((resource): FixOf<'repair'> => {
              return { title: 'repair', data: { resource }, edits: () => [replace(node, JSON.stringify(resource))] };
            });
        // Blanks, full-width colons and the first segment's spelling say nothing of what is meant.
        const safe = kind === 'blanks' || kind === 'colon' || kind === 'first';
        report(node, kind, {
          data: {
            text: shown(node.value),
            count: segments.length,
            found: segments[4] ?? '',
            service: segments[3] ?? '',
            region: segments[2] ?? '',
          },
          // What is no resource at all may be a placeholder besides.
          ...(kind === 'form' ? { explains: [node] } : {}),
          ...(safe ? { fix: repair } : { suggestions: offers }),
        });
      },
    },
  },
});
