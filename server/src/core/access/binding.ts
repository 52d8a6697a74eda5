/** The texts of policies as they read for one caller: variables replaced, the own account known, codes brought to one spelling. */
import { matches } from '../wildcard.js';
import { segment, segmentNames, type ResourcePattern, type SegmentName } from '../policy/resource.js';
import { meetsProject, type Spellings } from '../policy/resource-pattern.js';
import type { Caller } from './question.js';
import { meetsPath } from './paths.js';
import { meetsAccount, meetsRegion, meetsService, ownAccount } from './segments.js';
import type { Reading } from './reading.js';

/** A resource of a policy or of a request, for one caller. Of a policy, each part may hold wildcards. */
export interface BoundResource {
  /** The lone `*`: as a pattern every resource, as a request that of an action without resource-level support. */
  readonly all: boolean;
  readonly project: string;
  /** As a pattern, empty is `*`. */
  readonly service: string;
  readonly region: string;
  /** `ownAccount`, or as it is written. */
  readonly account: string;
  readonly path: string;
  /** The path for COS, which replaces no variables, where the service is left open. */
  readonly inCos?: string;
  /** It is a request's, as somebody wrote it: the region as it is written. */
  readonly written?: string;
  /** Of a request's region the other codes. */
  readonly otherRegions?: readonly string[];
  /** The six segments have a last one that is everything. */
  readonly wide: boolean;
}

/** Whether an account segment means the own account without its number. */
export const meansOwn = (account: string): boolean => account === '' || account === 'uin/';

export interface Binding {
  readonly caller: Required<Caller>;
  /** How the own account can be written in full. */
  readonly ownNames: readonly string[];
  readonly pattern: (resource: ResourcePattern) => BoundResource;
  readonly asked: (resource: ResourcePattern) => BoundResource;
}

export function bindingOf(caller: Required<Caller>, spellings: Spellings): Binding {
  const ownNames = [`uin/${caller.owner}`, `uid/${caller.appId}`];
  const bind = (resource: ResourcePattern, isPattern: boolean): BoundResource => {
    const code = (text: string, spelt: (code: string) => string): string =>
      isPattern && text === '' ? '*' : spelt(text);
    const account = segment(resource, 'account');
    const path = pathOf(resource, caller, isPattern);
    const cosPath = matches(code(segment(resource, 'service'), spellings.service), 'cos') ? rawPath(resource) : path;
    return {
      all: resource.form === 'all',
      project: segment(resource, 'project'),
      service: code(segment(resource, 'service'), spellings.service),
      region: code(segment(resource, 'region'), spellings.region),
      account: meansOwn(account) || ownNames.includes(account) ? ownAccount : account,
      path,
      ...(isPattern && cosPath !== path && { inCos: cosPath }),
      ...(!isPattern && writtenIn(segment(resource, 'region'), spellings)),
      wide: resource.form === 'six' && /^\**(?:\/\*+)?$/u.test(path),
    };
  };
  const remembered = (isPattern: boolean): ((resource: ResourcePattern) => BoundResource) => {
    const known = new Map<string, BoundResource>();
    return (resource) => {
      const found = known.get(resource.text) ?? bind(resource, isPattern);
      known.set(resource.text, found);
      return found;
    };
  };
  return { caller, ownNames, pattern: remembered(true), asked: remembered(false) };
}

const writtenIn = (region: string, { region: spelt, otherRegions }: Spellings): Partial<BoundResource> => ({
  written: region,
  otherRegions: otherRegions?.(spelt(region)) ?? [],
});

/** The pattern's path with the caller's numbers in it. COS does not replace variables in paths; a request has none. */
function pathOf(resource: ResourcePattern, caller: Required<Caller>, isPattern: boolean): string {
  if (!isPattern) return segment(resource, 'path');
  const path = rawPath(resource);
  return segment(resource, 'service') === 'cos' ? path : withCaller(path, caller);
}

const rawPath = (resource: ResourcePattern): string => {
  const path = segment(resource, 'path');
  return path === '*/*' && segment(resource, 'service') !== 'cos' ? '*' : path;
};

/** `text` with the variables of the caller replaced. Source: CAM page on policy variables, 598/10607. */
export const withCaller = (text: string, { uin, owner, appId }: Required<Caller>): string =>
  text.includes('${')
    ? text.replaceAll('${uin}', uin).replaceAll('${owner_uin}', owner).replaceAll('${app_id}', appId)
    : text;

const pathFor = (pattern: BoundResource, asked: BoundResource): string =>
  asked.service === 'cos' ? (pattern.inCos ?? pattern.path) : pattern.path;

/** Whether a policy's resource stands for a requested one. */
export function meetsResource(
  pattern: BoundResource,
  asked: BoundResource,
  binding: Binding,
  reading: Reading,
): boolean {
  if (pattern.all) return true;
  if (asked.all) return pattern.wide && reading.holds({ flag: 'starSix' });
  return (
    meetsProject(pattern.project, asked.project) &&
    meetsPath(pathFor(pattern, asked), asked.path, reading) &&
    meetsService(pattern.service, asked, reading) &&
    meetsRegion(pattern.region, asked, reading) &&
    meetsAccount(pattern, asked, binding, reading)
  );
}

/** The segments in which a policy's resource differs from a requested one; none: it stands for it. */
export function segmentsThatDiffer(
  pattern: BoundResource,
  asked: BoundResource,
  binding: Binding,
  reading: Reading,
): readonly SegmentName[] {
  if (pattern.all || asked.all) return meetsResource(pattern, asked, binding, reading) ? [] : ['path'];
  const path = pathFor(pattern, asked);
  const meets: { readonly [name in SegmentName]: () => boolean } = {
    qcs: () => true,
    project: () => meetsProject(pattern.project, asked.project),
    service: () => meetsService(pattern.service, asked, reading),
    region: () => meetsRegion(pattern.region, asked, reading),
    account: () => meetsAccount(pattern, asked, binding, reading),
    path: () => matches(path, asked.path),
  };
  const differ = segmentNames.filter((name) => !meets[name]());
  return differ.length === 1 && differ[0] === 'path' && meetsPath(path, asked.path, reading) ? [] : differ;
}
