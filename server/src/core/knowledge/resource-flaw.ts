/** What is wrong with the shape of a resource string, and the string that was meant where there is no doubt. */
import type { Catalogue } from '../catalogue/catalogue.js';
import { distance } from '../catalogue/nearest.js';
import { readResource, segment, type ResourcePattern } from '../policy/resource.js';
import { memoByObject } from '../memo.js';
import { perFacts, type Facts } from './facts.js';
import { arnOf, formInCam } from './foreign-resource.js';
import { isUnfilled } from '../policy/placeholders.js';

export interface Flaw {
  readonly kind:
    | 'blanks'
    | 'colon'
    | 'first'
    | 'foreign'
    | 'form'
    | 'few'
    | 'many'
    | 'early'
    | 'swapped'
    | 'owner'
    | 'type'
    | 'path'
    | 'several';
  readonly repaired?: string;
  /** Where several stand in one string: each of them. */
  readonly parts?: readonly string[];
}

const account = /^ui[nd]\/(?:-?\d*|\D.*)$/u;

/**
 * The flaw of a resource string; undefined where its shape is sound, or where it begins with something not filled in.
 * Whether regions, accounts and paths are right is left to others.
 */
export const resourceFlaw = (resource: ResourcePattern, facts: Facts): Flaw | undefined => flaws(facts)(resource);

/** Several rules ask of the same resource. */
const flaws = perFacts((facts) => memoByObject((resource: ResourcePattern) => flawOf(resource, facts)));

function flawOf(resource: ResourcePattern, facts: Facts): Flaw | undefined {
  const { text: value } = resource;
  if (resource.form === 'all' || value.trim() === '' || /^\s*[$<{]/u.test(value)) return undefined;
  const parts = partsOf(value);
  if (parts.length > 1) return { kind: 'several', parts };
  const trimmed = /\s/u.test(value) ? withoutBlanks(resource) : value;
  // Where the blanks are not all that is wrong, what else is is told, and mended with them.
  if (trimmed !== value) return resourceFlaw(readResource(trimmed), facts) ?? { kind: 'blanks', repaired: trimmed };
  const colons = withPlainColons(value);
  if (colons !== value) return withRepair('colon', colons, facts);
  const [first = ''] = resource.segments;
  if (first !== 'qcs') return flawOfFirst(value, first, facts);
  return resource.segments.length < 6 ? flawOfFew(resource.segments, facts) : flawOfSix(resource, facts);
}

const between = /[\s,;|，；、]/u;

/** Resources that stand in one string with blanks, commas or the like between them, without these. */
function partsOf(value: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = value.indexOf('qcs:', 1); at > 0; at = value.indexOf('qcs:', at + 1)) {
    if (!between.test(value.charAt(at - 1))) continue;
    parts.push(value.slice(start, at));
    start = at;
  }
  return [...parts, value.slice(start)].map(withoutEnds).filter((part) => part !== '');
}

function withoutEnds(part: string): string {
  let end = part.length;
  while (end > 0 && between.test(part.charAt(end - 1))) end--;
  return part.slice(0, end).trimStart();
}

/** Whether a string is `*` or six segments without a flaw. */
export function isSound(value: string, facts: Facts): boolean {
  const resource = readResource(value);
  return resource.form === 'all' || (resource.form === 'six' && resourceFlaw(resource, facts) === undefined);
}

const withRepair = (kind: Flaw['kind'], repaired: string, facts: Facts): Flaw =>
  isSound(repaired, facts) ? { kind, repaired } : { kind };

/** With the five colons between segments as ASCII has them; what people name things, the last segment, stays as it is. */
function withPlainColons(value: string): string {
  if (!value.includes('：')) return value;
  let left = 5;
  return value.replace(/[:：]/gu, (colon) => (left-- > 0 ? ':' : colon));
}

/** Without blanks at the ends of segments and around slashes; the names of COS objects keep theirs. */
function withoutBlanks({ segments }: ResourcePattern): string {
  const objects = segments[2]?.trim() === 'cos';
  return segments
    .map((text, index) => (index < 5 ? text.trim() : objects ? text.trimStart() : trimAround(text, '/')))
    .join(':');
}

/** The text without blanks at its ends and around each separator. */
export const trimAround = (text: string, separator: string): string =>
  /\s/u.test(text)
    ? text
        .split(separator)
        .map((part) => part.trim())
        .join(separator)
    : text;

function flawOfFirst(value: string, first: string, facts: Facts): Flaw {
  if (/^[*:/]+$/u.test(value)) return { kind: 'form', repaired: '*' };
  if (first === '') return withRepair('first', `qcs${value}`, facts);
  if (facts.language.foreign.some((foreign) => arnOf(value, foreign))) {
    const repaired = formInCam(value, facts);
    return repaired === undefined ? { kind: 'foreign' } : { kind: 'foreign', repaired };
  }
  if (distance(first.toLowerCase(), 'qcs', 1) <= 1)
    return withRepair('first', `qcs${value.slice(first.length)}`, facts);
  // `cvm:ap-guangzhou::instance/*`; of two halves, an action has no slash.
  if (value.includes('/') && facts.catalogue.service(first)) {
    const six = flawOfFew(['qcs', '', ...readResource(`qcs::${value}`).segments.slice(2)], facts);
    if (six.repaired !== undefined) return six;
  }
  return { kind: 'form' };
}

/** Which segments a person leaves out is told by what the others can be; where the colons are out of place, too, by the filled ones alone. */
function flawOfFew(segments: readonly string[], facts: Facts): Flaw {
  const filled = segments.filter((text, index) => index === 0 || text !== '');
  for (const known of [segments, filled]) {
    const missing = 6 - known.length;
    const candidates = missing > 3 ? [] : insertions(known, missing).filter((six) => isPlausible(six, facts));
    const [only] = candidates;
    if (only) return candidates.length === 1 ? { kind: 'few', repaired: only.join(':') } : { kind: 'few' };
  }
  return { kind: 'few' };
}

/** The segments with `count` empty ones put in behind the first, in every way. */
function insertions(segments: readonly string[], count: number): readonly (readonly string[])[] {
  if (count === 0) return [segments];
  const found = new Map<string, readonly string[]>();
  for (let at = 1; at < segments.length; at++)
    for (const more of insertions([...segments.slice(0, at), '', ...segments.slice(at)], count - 1))
      found.set(more.join(':'), more);
  return [...found.values()];
}

function isPlausible(six: readonly string[], { catalogue, language }: Facts): boolean {
  const [, project, service = '', region = '', owner = '', path = ''] = six;
  return (
    project === '' &&
    (service === '*' || catalogue.service(service) !== undefined) &&
    (region === '' || language.region(region) !== undefined || isUnfilled(region)) &&
    (owner === '' || account.test(owner)) &&
    path !== '' &&
    !path.startsWith(':') &&
    !account.test(path) &&
    language.region(path) === undefined
  );
}

function flawOfSix(resource: ResourcePattern, facts: Facts): Flaw | undefined {
  const { catalogue, language } = facts;
  const service = segment(resource, 'service');
  const region = segment(resource, 'region');
  const owner = segment(resource, 'account');
  const path = segment(resource, 'path');
  if (path.startsWith(':') || hasAccount(path)) return flawOfMany(resource, facts);
  const early = withLaterService(resource, facts);
  if (early !== undefined) return { kind: 'early', repaired: early };
  if (language.region(service) && catalogue.service(region) && !catalogue.service(service))
    return { kind: 'swapped', repaired: ['qcs', segment(resource, 'project'), region, service, owner, path].join(':') };
  if (account.test(region) && (owner === '' || language.region(owner)))
    return { kind: 'owner', repaired: ['qcs', segment(resource, 'project'), service, owner, region, path].join(':') };
  if (isType(owner, path, service, catalogue))
    return {
      kind: 'type',
      repaired: ['qcs', segment(resource, 'project'), service, region, '', typed(owner, path)].join(':'),
    };
  return path === '' ? { kind: 'path' } : undefined;
}

/** The string with its service in the place of a service, where a colon behind it stands before it: `qcs:cos::ap-guangzhou:…`. */
function withLaterService(resource: ResourcePattern, facts: Facts): string | undefined {
  const [qcs = '', project = '', ...rest] = resource.segments;
  if (project === '' || !facts.catalogue.service(project)) return undefined;
  const found = new Set<string>();
  for (let at = 0; at < rest.length - 1; at++) {
    const six = [qcs, '', project, ...rest.slice(0, at), ...rest.slice(at + 1)];
    if (rest[at] === '' && isPlausible(six, facts)) found.add(six.join(':'));
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Whether a path begins as an account and goes on behind a colon: the account stands one segment too far right. */
const hasAccount = (path: string): boolean => /^ui[nd]\/[^:/]*:/u.test(path);

/** A colon too many: leaving one empty segment out must give one sound string. */
function flawOfMany({ segments }: ResourcePattern, facts: Facts): Flaw {
  const all = segments.join(':').split(':');
  const found = new Set<string>();
  for (let at = 1; at < 6; at++) if (all[at] === '') found.add([...all.slice(0, at), ...all.slice(at + 1)].join(':'));
  const sound = [...found].filter(
    (text) =>
      readResource(text).form === 'six' &&
      isPlausible(readResource(text).segments, facts) &&
      !hasAccount(segment(readResource(text), 'path')),
  );
  const [only] = sound;
  return only !== undefined && sound.length === 1 ? { kind: 'many', repaired: only } : { kind: 'many' };
}

const typed = (type: string, path: string): string => (path === '' ? type : `${type}/${path}`);

/** Whether a type of resource stands where the account belongs: `qcs::cvm:gz:instance:ins-1`, `qcs::cvm:gz:instance/ins-1:`. */
function isType(owner: string, path: string, service: string, catalogue: Catalogue): boolean {
  if (owner === '' || account.test(owner) || isUnfilled(owner) || service === 'cam') return false;
  const [type = '', ...rest] = owner.split('/');
  if (path === '') return rest.length > 0 && /^[A-Za-z][\w-]*$/u.test(type);
  if (rest.length > 0) return false;
  const formats = catalogue.service(service)?.data.resourceTypes ?? [];
  if (formats.some(({ format }) => segment(readResource(format), 'path').split('/')[0] === type)) return true;
  return (
    /^[A-Za-z]+(?:[-_][A-Za-z]+)*$/u.test(type) && !path.includes('/') && !/ui[nd]|account|owner|app|root/iu.test(type)
  );
}

/**
 * The resources that count for what a statement says: without malformed ones, which CAM refuses and another rule reports, but for those that are plainly
 * meant as `*`.
 */
export const countedResources = (resources: readonly ResourcePattern[], facts: Facts): readonly ResourcePattern[] =>
  resources.some(({ form }) => form === 'malformed')
    ? resources.flatMap((resource): readonly ResourcePattern[] => {
        if (resource.form !== 'malformed') return [resource];
        return resourceFlaw(resource, facts)?.repaired === '*' ? [readResource('*')] : [];
      })
    : resources;
