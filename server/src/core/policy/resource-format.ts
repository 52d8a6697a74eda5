/** Compares a written resource with the format that a service documents, such as `qcs::cvm:${region}:uin/${uin}:instance/${InstanceId}`. */
import { memoByText } from '../memo.js';
import { overlaps } from '../wildcard.js';
import { readResource, segment, type ResourcePattern } from './resource.js';
import { asWritten, opened, type Spellings } from './resource-pattern.js';

export interface ResourceFormat {
  readonly text: string;
  readonly service: string;
  /** The last segment by its slashes. */
  readonly parts: readonly string[];
  /** The parts with their variables as wildcards. */
  readonly patterns: readonly string[];
}

/** As many as the services have that a policy speaks of. */
const rememberedFormats = 1000;

/** Reads a format in the catalogue's notation. Equal texts mostly give the same object. */
export const readFormat = memoByText(rememberedFormats, (text): ResourceFormat => {
  const resource = readResource(text);
  const parts = segment(resource, 'path').split('/');
  return { text, service: segment(resource, 'service'), parts, patterns: parts.map(opened) };
});

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
 * How a resource stands to formats, asked one by one. Service and last segment decide; region and account do not, as both may be empty in either.
 * A malformed resource could be anything.
 */
export function fitOf(
  resource: ResourcePattern,
  { service }: Pick<Spellings, 'service'> = asWritten,
): (format: ResourceFormat) => Fit {
  if (resource.form !== 'six') return () => (resource.form === 'all' ? 'fits' : 'could');
  const own = segment(resource, 'service');
  const code = service(own);
  const parts = partsOf(segment(resource, 'path'));
  return (format) =>
    own === '' || own === format.service || overlaps(code, service(format.service))
      ? fitParts(parts, format.patterns)
      : 'cannot';
}

/** How a resource stands to one format. */
export const fit = (resource: ResourcePattern, format: ResourceFormat, spellings?: Pick<Spellings, 'service'>): Fit =>
  fitOf(resource, spellings)(format);

const partsOf = (path: string): readonly string[] =>
  (/[$<{]|\*\*/u.test(path) ? path.replace(unfilled, someValue) : path).split('/');

function fitParts(written: readonly string[], patterns: readonly string[]): Fit {
  const last = written.length - 1;
  let loose = false;
  for (let index = 0; index < patterns.length; index++) {
    const own = written[index];
    const pattern = patterns[index] ?? '';
    // The directory of what the format speaks of.
    if (own === undefined || (own === '' && index === last)) return 'could';
    const star = own.indexOf('*');
    if (own === '' && pattern.includes('*')) {
      // An empty part, as in COS's old `prefix//appid/bucket`, is a value nobody documents.
      loose = true;
    } else if (!agrees(own, pattern)) {
      return loose || (star >= 0 && overlaps(`${own.slice(0, star)}*`, pattern)) ? 'could' : 'cannot';
    } else if (star >= 0 && index === last) {
      return 'fits';
    } else {
      loose ||= star >= 0;
    }
  }
  if (written.length === patterns.length) return written.includes('') ? 'could' : 'fits';
  // More parts than documented: the last value may hold slashes, as paths and names of objects do.
  return loose || patterns.at(-1)?.includes('*') ? 'could' : 'cannot';
}

const agrees = (own: string, pattern: string): boolean =>
  own === pattern ||
  (own !== '' &&
    (pattern === '*' || overlaps(own.includes(someValue) ? own.replaceAll(someValue, '*') : own, pattern)));

/**
 * The path with the one literal part put in that was lost on the way from a format to it: `queueName/123/q` of
 * `queueName/uin/${CreateUin}/${QueueName}` becomes `queueName/uin/123/q`. Undefined where nothing of the kind makes it fit.
 */
export function withLostPart(path: string, { parts, patterns }: ResourceFormat): string | undefined {
  const written = path.split('/');
  if (written.length !== parts.length - 1) return undefined;
  for (const [index, part] of parts.entries()) {
    if (index === 0 || /[$*]/u.test(part) || written[index] === part || written[index - 1] === part) continue;
    const mended = [...written.slice(0, index), part, ...written.slice(index)].join('/');
    if (fitParts(partsOf(mended), patterns) === 'fits') return mended;
  }
  return undefined;
}
