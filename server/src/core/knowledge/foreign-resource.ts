/** What resources of other clouds are called in CAM. What CAM needs and they do not say is a placeholder. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Foreign } from '../catalogue/foreign.js';
import { hasWildcard } from '../policy/action.js';
import { readResource, segment } from '../policy/resource.js';
import { matches } from '../wildcard.js';
import type { Facts } from './facts.js';
import { nearServices } from './near-services.js';

/** A resource name of another cloud, `arn:aws:s3:::bucket/key`, without what it begins with. */
export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** The rest, with its colons. */
  readonly path: string;
}

/** Reads a resource name of `foreign`; undefined where the text is none. */
export function arnOf(text: string, { data }: Foreign): Arn | undefined {
  const start = data.resources.find((candidate) => text.startsWith(candidate));
  if (start === undefined) return undefined;
  const [service = '', region = '', account = '', ...path] = text.slice(start.length).split(':');
  return path.length > 0 ? { service, region, account, path: path.join(':') } : undefined;
}

/** What a resource of the other cloud's storage names: buckets, and, where there is a slash, objects in them. */
export interface Stored {
  readonly bucket: string;
  /** With its slash; empty where the bucket itself is named. */
  readonly key: string;
}

/** The buckets or objects that a string names; undefined where it names something else, or holds what CAM cannot say: `?` and variables. */
export function storedIn(text: string, foreign: Foreign): Stored | undefined {
  const arn = arnOf(text, foreign);
  if (arn?.service !== foreign.data.storage || arn.path === '' || /[?$]/u.test(arn.path)) return undefined;
  // Access points of S3 are named with an account.
  if (foreign.data.storage === 's3' && arn.account !== '') return undefined;
  const slash = arn.path.indexOf('/');
  const bucket = slash < 0 ? arn.path : arn.path.slice(0, slash);
  return bucket === '' ? undefined : { bucket, key: slash < 0 ? '' : arn.path.slice(slash) };
}

/** More wildcards than this are not compared with each bucket. */
const maxPatterns = 60;

/** Whether a bucket is named by one of `all` itself, not only what lies in it. False where that cannot be told cheaply. */
export function bucketsNamedIn(all: readonly Stored[]): (bucket: string) => boolean {
  const names = new Set(all.flatMap(({ bucket, key }) => (key === '' ? [bucket] : [])));
  const patterns = [...names].filter(hasWildcard).slice(0, maxPatterns);
  return (bucket) => names.has(bucket) || patterns.some((pattern) => matches(pattern, bucket));
}

/** What stands for something that only the person knows. The rule `placeholder` finds each of them. */
export const placeholders = { region: '<region>', appId: '<APPID>', uin: '<UIN>', resource: '<resource>' } as const;

/**
 * The resource in CAM. A bucket itself becomes all that is in it, too, as COS's documents write it for actions on buckets.
 * Undefined where a wildcard inside the bucket's name leaves no place for the APPID and `exact` asks for no less than was said.
 */
export function storedInCam({ bucket, key }: Stored, exact: boolean): string | undefined {
  const start = `qcs::cos:${placeholders.region}:uid/${placeholders.appId}:`;
  // The wildcard at the end stands for the APPID, too.
  if (bucket.endsWith('*')) return start + bucket + key;
  if (exact && bucket.includes('*')) return undefined;
  return `${start}${bucket}-${placeholders.appId}${key || '/*'}`;
}

/**
 * A form to start from in CAM for a resource name of any other cloud, with placeholders for what that does not say; undefined where not even the service
 * is known. Types of resources are named only where CAM's documents have one of the same name.
 */
export function formInCam(text: string, { catalogue, language }: Facts): string | undefined {
  const foreign = language.foreign.find((candidate) => arnOf(text, candidate));
  const arn = foreign && arnOf(text, foreign);
  if (!arn) return undefined;
  if (arn.service === foreign.data.storage) {
    const [bucket = '', ...key] = arn.path.split('/');
    return storedInCam({ bucket, key: key.length > 0 ? `/${key.join('/')}` : '' }, false);
  }
  const near = nearServices(catalogue, arn.service);
  const service = catalogue.service(arn.service)
    ? arn.service
    : near?.kind === 'other-name'
      ? near.services[0]
      : undefined;
  if (service === undefined) return undefined;
  const region = arn.region === '' || arn.region === '*' ? '' : placeholders.region;
  return `qcs::${service}:${region}:uin/${placeholders.uin}:${pathInCam(service, arn.path, catalogue)}`;
}

/** The last segment: the type of the resource where the service documents one of that name, and the rest for a person to fill in. */
function pathInCam(service: string, path: string, catalogue: Catalogue): string {
  const slash = path.indexOf('/');
  const type = path.slice(0, Math.max(slash, 0));
  const documented = catalogue
    .service(service)
    ?.data.resourceTypes?.some(({ format }) => segment(readResource(format), 'path').split('/')[0] === type);
  if (type === '' || !documented) return placeholders.resource;
  return path.slice(slash) === '/*' ? `${type}/*` : `${type}/${placeholders.resource}`;
}
