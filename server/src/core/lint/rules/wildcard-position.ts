/** `*` in places of a resource where no document shows one. */
import { segment, type ResourcePattern, type SegmentName, segmentStart } from '../../policy/resource.js';
import { isBucketService } from '../../knowledge/bucket-name.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { withoutTrailing } from '../../text.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { rule } from '../rule.js';

/** A lone wildcard; longer runs are masked text. */
const lone = /(?<!\*)\*{1,2}(?!\*)/u;

/** Where no document shows a wildcard: in a segment, or at an offset in the last one. */
interface Place {
  readonly segment: SegmentName;
  readonly at?: number;
}

/** Services whose own documents show `*` as the account: `qcs::tcr:ap-guangzhou:*:repo/team-01/*`. Source: TCR, access to the personal edition (1141). */
const withAnyAccount: ReadonlySet<string> = new Set(['tcr']);

/** Whether a wildcard in the account is documented, or told of elsewhere, as `uid/*` of a bucket is. */
function isAccountTold(resource: ResourcePattern): boolean {
  const [service, account] = [segment(resource, 'service'), segment(resource, 'account')];
  return (account === '*' && withAnyAccount.has(service)) || (account === 'uid/*' && isBucketService(service));
}

/** The odd places of a resource; undefined where there is none. */
function oddPlaces(resource: ResourcePattern): readonly Place[] | undefined {
  if (resource.form !== 'six' || !resource.text.includes('*')) return undefined;
  const odd = (['service', 'region', 'account'] as const)
    .filter((name) => lone.test(segment(resource, name)) && (name !== 'service' || segment(resource, name) !== '*'))
    .filter((name) => name !== 'account' || !isAccountTold(resource))
    .map((name): Place => ({ segment: name }));
  const path = segment(resource, 'path');
  const at = path === '*/*' ? -1 : withoutTrailing(path, '*').search(lone);
  const all = at < 0 ? odd : [...odd, { segment: 'path', at } as const];
  return all.length > 0 ? all : undefined;
}

export default rule({
  group: 'resource',
  severity: 'hint',
  summary: {
    en: 'Documents show `*` in a resource only at its end.',
    zh: '文档中资源的 `*` 只出现在末尾。',
  },
  messages: {
    region: {
      en: 'Documents leave the region empty to mean all regions; none writes "*" there.',
      zh: '已知文档中没有以 "*" 作地域的写法；留空即表示所有地域。',
    },
    segment: {
      en: 'Documents never write a wildcard in the {segment} segment. CAM may take it literally.',
      zh: '已知文档中 {segment} 段没有通配符的写法，CAM 可能按字面处理。',
    },
    account: {
      en: 'Documents leave the account empty for the policy’s own account. Only those of TCR write "*" there.',
      zh: '已知文档中仅 TCR 以 "*" 作账号。留空表示策略所属账号。',
    },
    middle: {
      en: 'Documents write "*" only at the end of a resource. Elsewhere CAM may take it literally, or match more than you mean, even across slashes.',
      zh: '文档中 "*" 只出现在资源末尾。写在中间时 CAM 可能按字面处理，也可能匹配到更多（包括斜杠）。',
    },
  },
  fixes: { clear: { en: 'Leave the region empty: all regions', zh: '将地域留空：所有地域' } },
  // Of a habit once, whatever the resource.
  together: ({ messageId }) => (messageId === 'region' || messageId === 'account' ? messageId : undefined),
  check: {
    resource: {
      find: oddPlaces,
      report(places, resource, _statement, { report, text }) {
        for (const { segment: name, at } of places) {
          const span = segmentSpan(text, resource, name);
          const start = segmentStart(resource, name) + (at ?? 0);
          if (at !== undefined) report(spanInString(text, resource.node, start, start + 1), 'middle');
          else if (name === 'region' && segment(resource, name) === '*')
            report(span, 'region', {
              suggestions: [{ title: 'clear', edits: () => [replace(span, '')], preferred: true }],
            });
          else if (name === 'account' && segment(resource, name) === '*') report(span, 'account');
          else report(span, 'segment', { data: { segment: name } });
        }
      },
    },
  },
});
