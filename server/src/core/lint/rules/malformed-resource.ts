/** Resource strings that are not six segments in their order. */
import { replaceItem } from '../../edits/list.js';
import type { Facts } from '../../knowledge/facts.js';
import { isSound, resourceFlaw } from '../../knowledge/resource-flaw.js';
import { resourcesFor, withTold } from '../../knowledge/resource-template.js';
import type { Policy, Statement } from '../../policy/model.js';
import type { ResourcePattern } from '../../policy/resource.js';
import { replace } from '../../span.js';
import type { JsonString } from '../../syntax/json.js';
import { shown } from '../../text.js';
import { rule, type FixOf, type RunContext } from '../rule.js';

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
    early: {
      en: 'The service stands one segment too early. The second segment stays empty: qcs::{project}:….',
      zh: '服务写早了一段：第二段应留空，写作 qcs::{project}:…。',
    },
    owner: {
      en: 'An account stands where the region belongs. The region comes first, and may be empty: qcs::{region}:<region>:{service}:….',
      zh: '地域的位置上是账号。地域在前，可以留空：qcs::{region}:<地域>:{service}:…。',
    },
    several: {
      en: '{count} resources stand in one string: write each in its own.',
      zh: '一个字符串中写了 {count} 个资源：应各写一个字符串。',
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
  fixes: {
    repair: { en: 'Change to {resource}', zh: '改为 {resource}' },
    part: { en: 'Write each in its own string', zh: '各写一个字符串' },
  },
  together: 'all',
  check: {
    resource: {
      find: resourceFlaw,
      report(flaw, resource, statement, context) {
        const { kind, repaired, parts } = flaw;
        const { node, segments } = resource;
        const repair = repaired === undefined ? undefined : repairTo(repaired, node, true);
        // Where the string says nothing of what is meant, the actions may.
        const offers = parts
          ? partsFix(parts, node, statement, context)
          : repair
            ? [repair]
            : templatesFor(resource, statement, context, node);
        // Blanks, full-width colons and the first segment's spelling say nothing of what is meant.
        const safe = kind === 'blanks' || kind === 'colon' || kind === 'first';
        context.report(node, kind, {
          data: {
            text: shown(node.value),
            count: parts?.length ?? segments.length,
            found: segments[4] ?? '',
            project: segments[1] ?? '',
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

type Offer = FixOf<'repair' | 'part'>;

const repairTo = (resource: string, node: JsonString, preferred: boolean): Offer => ({
  title: 'repair',
  data: { resource },
  edits: () => [replace(node, JSON.stringify(resource))],
  preferred,
});

/** Each of several resources in its own string, where each of them is sound. */
function partsFix(
  parts: readonly string[],
  node: JsonString,
  { resources }: Statement,
  context: Facts & { readonly text: string },
): readonly Offer[] {
  if (!resources || !parts.every((part) => isSound(part, context))) return [];
  const items = parts.map((part) => JSON.stringify(part));
  return [{ title: 'part', edits: () => replaceItem(context.text, resources, node, items), preferred: true }];
}

/** What the statement's actions take, first with all that the string tells of it. */
function templatesFor(
  resource: ResourcePattern,
  statement: Statement,
  { policy, catalogue }: RunContext & { readonly policy: Policy },
  node: JsonString,
): readonly Offer[] {
  const templates = resourcesFor(statement, policy, catalogue);
  const told = templates.map((template) => withTold(template, resource));
  // Where the rest is in place, more than it says is not what was meant.
  return [...new Set(resource.form === 'six' ? told : [...told, ...templates])].map((template) =>
    repairTo(template, node, false),
  );
}
