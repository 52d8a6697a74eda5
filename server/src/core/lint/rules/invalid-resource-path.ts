/** Last segments that are in no form the service documents. */
import { distance } from '../../catalogue/nearest.js';
import { readResource, segment, type ResourcePattern } from '../../policy/resource.js';
import { fitOf, withLostPart, type ResourceFormat } from '../../policy/resource-format.js';
import { replace, type Span } from '../../span.js';
import { formatsOfAction, formatsOfService } from '../../knowledge/formats.js';
import { isOf } from '../../knowledge/resource-use.js';
import type { Statement } from '../../policy/model.js';
import { wellFormed } from '../../policy/well-formed.js';
import { memoByObject } from '../../memo.js';
import { isUnfilled } from '../../policy/placeholders.js';
import { segmentSpan } from '../../policy/resource-span.js';
import { resourceFlaw } from '../../knowledge/resource-flaw.js';
import { perFacts, type Facts } from '../../knowledge/facts.js';
import { shown } from '../../text.js';
import { rule, type FixOf } from '../rule.js';
import { spellingsOf } from '../../knowledge/spellings.js';

/** The host name of a COS bucket where its name belongs: `bucket-125.cos.ap-guangzhou.myqcloud.com`. */
const host = /^([a-z0-9][a-z0-9-]*-\d+)\.(?:[a-z-]+\.)?[a-z0-9-]+\.myqcloud\.com(?=\/|$)/u;

type Message = 'unknown' | 'near' | 'lost' | 'host';
interface Fault {
  readonly message: Message;
  readonly repaired?: string;
}

const typeOf = (path: string): string => path.split('/')[0] ?? '';

/** The type of the service that a misspelt one was meant to be. */
function nearType(type: string, formats: readonly ResourceFormat[]): string | undefined {
  const types = [...new Set(formats.map(({ parts: [first = ''] }) => first))].filter((first) => !/[$*]/u.test(first));
  const lower = type.toLowerCase();
  return (
    types.find((known) => known.toLowerCase() === lower) ??
    (type.length > 3 ? types.find((known) => distance(known.toLowerCase(), lower, 2) <= 2) : undefined)
  );
}

function faultOf(path: string, formats: readonly ResourceFormat[], isDocumented: (path: string) => boolean): Fault {
  for (const format of formats) {
    const mended = withLostPart(path, format);
    if (mended !== undefined) return { message: 'lost', repaired: mended };
  }
  const type = typeOf(path);
  const near = path.includes('/') ? nearType(type, formats) : undefined;
  const repaired = near === undefined || near === type ? undefined : near + path.slice(type.length);
  return repaired !== undefined && isDocumented(repaired) ? { message: 'near', repaired } : { message: 'unknown' };
}

function fixesFor(
  span: Span,
  { message, repaired }: Fault,
): { fix?: FixOf<'replace'>; suggestions?: FixOf<'replace'>[] } {
  if (repaired === undefined) return {};
  const change: FixOf<'replace'> = {
    title: 'replace',
    data: { path: repaired },
    edits: () => [replace(span, JSON.stringify(repaired).slice(1, -1))],
    preferred: true,
  };
  return message === 'lost' ? { fix: change } : { suggestions: [change] };
}

/** Bucket names hold no dots, so a host name there names no bucket. Source: COS, access policy language. */
function hostFault(service: string, path: string): Fault | undefined {
  const bucket = service === 'cos' ? host.exec(path)?.[1] : undefined;
  return bucket === undefined ? undefined : { message: 'host', repaired: path.replace(host, bucket) };
}

function pathFault(resource: ResourcePattern, facts: Facts): Fault | undefined {
  if (resource.form !== 'six' || resourceFlaw(resource, facts)) return undefined;
  const path = segment(resource, 'path');
  const id = segment(resource, 'service');
  const service = facts.catalogue.service(id);
  const fault = hostFault(id, path);
  if (fault || !service || isUnfilled(typeOf(path))) return fault;
  const formats = formatsOfService(service);
  if (formats.length === 0) return undefined;
  const isDocumented = (written: ResourcePattern): boolean => {
    const fits = fitOf(written, spellingsOf(facts));
    return formats.some((format) => fits(format) !== 'cannot');
  };
  if (isDocumented(resource)) return undefined;
  const withPath = (other: string): ResourcePattern =>
    readResource([...resource.segments.slice(0, 5), other].join(':'));
  return faultOf(path, formats, (other) => isDocumented(withPath(other)));
}

/** What the actions of a statement take, where documents tell of each of them; undefined where one may take something else. */
interface Taken {
  readonly formats: readonly ResourceFormat[];
  /** Some document that says so is not today's word. */
  readonly dated: boolean;
}

const takenIn = perFacts(({ catalogue }) =>
  memoByObject(({ actions }: Statement): Taken | undefined => {
    const formats = new Set<ResourceFormat>();
    let dated = false;
    for (const action of wellFormed(actions?.items)) {
      const documented = formatsOfAction(catalogue, action);
      if (!documented || documented.formats.length === 0) return undefined;
      for (const format of documented.formats) formats.add(format);
      dated ||= documented.dated !== undefined;
    }
    return formats.size > 0 ? { formats: [...formats], dated } : undefined;
  }),
);

export default rule({
  group: 'resource',
  severity: 'warning',
  summary: {
    en: 'The last segment of a resource must be in a form that its service documents.',
    zh: '资源最后一段须为该服务文档所列的形式。',
  },
  messages: {
    unknown: {
      en: '`{service}` documents no resource of this form. It documents {formats}.',
      zh: '`{service}` 的文档中没有这种形式的资源。文档所列为 {formats}。',
    },
    near: {
      en: '`{service}` documents no resource of this form: it matches nothing. Did you mean "{repaired}"?',
      zh: '`{service}` 的文档中没有这种形式的资源，将匹配不到任何内容。是否想写 "{repaired}"？',
    },
    lost: {
      en: 'A part of this resource is missing. `{service}` documents it as "{repaired}".',
      zh: '该资源缺少一部分。`{service}` 文档的写法为 "{repaired}"。',
    },
    host: {
      en: 'COS resources name the bucket, not its host. Write "{repaired}".',
      zh: 'COS 资源应写存储桶名称，而不是域名。请写 "{repaired}"。',
    },
  },
  fixes: { replace: { en: 'Change to {path}', zh: '改为 {path}' } },
  together: 'all',
  check: {
    resource: {
      find: pathFault,
      report(fault, resource, statement, context) {
        const { catalogue, report, text } = context;
        const taken = takenIn(context)(statement);
        const isForeign = taken !== undefined && !taken.formats.some((format) => isOf(resource, format, context));
        const id = segment(resource, 'service');
        const service = catalogue.service(id);
        const span = segmentSpan(text, resource, 'path');
        report(span, fault.message, {
          data: {
            service: id,
            found: shown(segment(resource, 'path')),
            repaired: fault.repaired ?? '',
            formats: (isForeign ? taken.formats : service ? formatsOfService(service) : [])
              .slice(0, 4)
              .map(({ parts }) => parts.join('/'))
              .join(', '),
          },
          ...(fault.message === 'unknown' && !service?.data.complete
            ? { severity: isForeign ? (taken.dated ? 'information' : 'warning') : 'hint' }
            : {}),
          ...fixesFor(span, fault),
        });
      },
    },
  },
});
