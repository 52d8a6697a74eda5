/** Compares a written resource with the format that a service documents, such as `qcs::cvm:${region}:uin/${uin}:instance/${InstanceId}`. */
import { overlaps } from '../wildcard.js';
import { readResource, segment, type ResourcePattern } from './resource.js';
import { asWritten, opened, type Spellings } from './resource-pattern.js';

export interface ResourceFormat {
  readonly text: string;
  readonly service: string;
  /** The last segment by its slashes. */
  readonly parts: readonly string[];
}

/** Reads a format in the catalogue's notation. */
export function readFormat(text: string): ResourceFormat {
  const resource = readResource(text);
  return { text, service: segment(resource, 'service'), parts: segment(resource, 'path').split('/') };
}

/**
 * `fits`: part by part of the format; `could`: nothing rules it out, as where a wildcard, a variable or a directory stands for more than one part;
 * `cannot`: the resource is of another service or a part of it says something else.
 */
export type Fit = 'fits' | 'could' | 'cannot';

/** What stands for one value that is not filled in: variables and the placeholders people leave. */
const unfilled = /\$\{[^{}]*\}|\$\w+|\{[^{}]*\}|<[^<>]*>|\*{2,}/gu;

/** No text of a policy holds it, so it is no wildcard over more than one part. */
const someValue = '\u0000';

/**
 * How a resource stands to a format. Service and last segment decide; region and account do not, as both may be empty in either.
 * A malformed resource could be anything.
 */
export function fit(
  resource: ResourcePattern,
  format: ResourceFormat,
  { service }: Pick<Spellings, 'service'> = asWritten,
): Fit {
  if (resource.form === 'all') return 'fits';
  if (resource.form === 'malformed') return 'could';
  const own = service(segment(resource, 'service'));
  if (own !== '' && !overlaps(own, service(format.service))) return 'cannot';
  return fitParts(segment(resource, 'path').replace(unfilled, someValue).split('/'), format.parts);
}

function fitParts(written: readonly string[], parts: readonly string[]): Fit {
  const last = written.length - 1;
  let loose = false;
  for (const [index, part] of parts.entries()) {
    const own = written[index];
    // The directory of what the format speaks of.
    if (own === undefined || (own === '' && index === last)) return 'could';
    if (part === '*' && index === parts.length - 1) return 'fits';
    const star = own.indexOf('*');
    // An empty part, as in COS's old `prefix//appid/bucket`, is a value nobody documents.
    if (own === '' && opened(part).includes('*')) {
      loose = true;
      continue;
    }
    const agrees = own !== '' && overlaps(own.replaceAll(someValue, '*'), opened(part));
    if (!agrees) return loose || (star >= 0 && overlaps(`${own.slice(0, star)}*`, opened(part))) ? 'could' : 'cannot';
    if (star >= 0 && index === last) return 'fits';
    loose ||= star >= 0;
  }
  if (written.length === parts.length) return written.includes('') ? 'could' : 'fits';
  // More parts than documented: the last value may hold slashes, as paths and names of objects do.
  return loose || opened(parts.at(-1) ?? '').includes('*') ? 'could' : 'cannot';
}

/**
 * The path with the one literal part put in that was lost on the way from a format to it: `queueName/123/q` of
 * `queueName/uin/${CreateUin}/${QueueName}` becomes `queueName/uin/123/q`. Undefined where nothing of the kind makes it fit.
 */
export function withLostPart(path: string, { parts }: ResourceFormat): string | undefined {
  const written = path.split('/');
  if (written.length !== parts.length - 1) return undefined;
  for (const [index, part] of parts.entries()) {
    if (index === 0 || /[$*]/u.test(part) || written[index] === part || written[index - 1] === part) continue;
    const mended = [...written.slice(0, index), part, ...written.slice(index)].join('/');
    if (fitParts(mended.replace(unfilled, someValue).split('/'), parts) === 'fits') return mended;
  }
  return undefined;
}
