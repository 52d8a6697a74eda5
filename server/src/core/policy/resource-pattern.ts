/** The algebra of resource strings: what one covers and what two may both mean. Knows no service: spellings are given from outside. */
import { covers, overlaps } from '../wildcard.js';
import { segment, type ResourcePattern } from './resource.js';

/** How codes are brought to one spelling, where several stand for the same: `gz` and `ap-guangzhou`, `consolevod` and `vod`. */
export interface Spellings {
  readonly service: (code: string) => string;
  readonly region: (code: string) => string;
  /** Other codes of a region that is in its one spelling. */
  readonly otherRegions?: (code: string) => readonly string[];
}

export const asWritten: Spellings = { service: (code) => code, region: (code) => code };

/**
 * Whether documents say what a path's wildcard stands for: one `*` at its end. No document has one elsewhere in a resource, so there it may be a letter
 * like any other. Source: CAM resource description page, 598/10606.
 */
export const isDocumentedPath = (path: string): boolean => {
  const star = path.indexOf('*');
  return star < 0 || star === path.length - 1;
};

/**
 * Whether `a` surely stands for everything that `b` stands for, whoever the policy's own account is and whatever its variables become.
 * An empty service or region is all of them, an empty account the policy's own, which only an empty account is sure to cover. A wildcard that no document
 * has is the same as itself only.
 * Prefix matching of directories is left out, as CAM documents it for some descriptions only. Malformed strings cover themselves.
 * Source: CAM resource description page, 598/10606.
 */
export function coversResource(a: ResourcePattern, b: ResourcePattern, spellings = asWritten): boolean {
  if (a.form === 'all') return b.form !== 'malformed';
  if (a.form === 'malformed' || b.form !== 'six')
    return a.form === b.form && a.segments.join(':') === b.segments.join(':');
  return (
    meetsProject(segment(a, 'project'), segment(b, 'project')) &&
    coversAllOf(spellings.service(segment(a, 'service')), spellings.service(segment(b, 'service'))) &&
    coversAllOf(spellings.region(segment(a, 'region')), spellings.region(segment(b, 'region'))) &&
    segment(a, 'account') === segment(b, 'account') &&
    coversPath(pathOf(a), pathOf(b))
  );
}

/**
 * Whether some resource may be meant by both: false only where that is ruled out. Variables may become anything, an empty account may be any account,
 * `uin/` and `uid/` may name the same account, and a path also stands for what lies below it, as CAM matches prefixes of directories.
 */
export function overlapsResource(a: ResourcePattern, b: ResourcePattern, spellings = asWritten): boolean {
  if (a.form === 'malformed' || b.form === 'malformed') return coversResource(a, b);
  if (a.form === 'all' || b.form === 'all') return true;
  return (
    overlapsProject(segment(a, 'project'), segment(b, 'project')) &&
    overlapsAnyOf(spellings.service(segment(a, 'service')), spellings.service(segment(b, 'service'))) &&
    overlapsAnyOf(spellings.region(segment(a, 'region')), spellings.region(segment(b, 'region'))) &&
    overlapsAccount(segment(a, 'account'), segment(b, 'account')) &&
    overlapsPath(opened(pathOf(a)), opened(pathOf(b)))
  );
}

/** Whether two patterns of paths may mean the same, or one something below the other. */
const overlapsPath = (a: string, b: string): boolean =>
  overlaps(a, b) || overlaps(below(a), b) || overlaps(a, below(b));

const below = (path: string): string => (path.endsWith('/') ? `${path}*` : `${path}/*`);

/** `*` as a path is documented as the same as every type and every id of it. */
const pathOf = (resource: ResourcePattern): string => {
  const path = segment(resource, 'path');
  return path === '*/*' ? '*' : path;
};

const variable = /\$\{([^{}]*)\}/gu;

/** The pattern with its variables standing for anything. */
export const opened = (pattern: string): string => (pattern.includes('${') ? pattern.replace(variable, '*') : pattern);

/** The pattern with its variables as signs that no wildcard can see into: a variable is equal to itself only. */
const sealed = (pattern: string): string =>
  pattern.includes('${')
    ? pattern.replace(variable, (_, name: string) =>
        String.fromCharCode(0xe000, ...Array.from(name, (letter) => 0xe001 + (letter.charCodeAt(0) % 0x1000))),
      )
    : pattern;

const isAny = (code: string): boolean => code === '' || code === '*';

const coversAllOf = (a: string, b: string): boolean => a === '' || a === b;
const coversPath = (a: string, b: string): boolean => a === b || (isDocumentedPath(a) && covers(sealed(a), sealed(b)));
const overlapsAnyOf = (a: string, b: string): boolean => isAny(a) || isAny(b) || overlaps(opened(a), opened(b));

/**
 * Whether a policy's project segment stands for a requested one. The segment is of an older logic: empty, `id/0`, `*` and `id/*` are all projects.
 * Source: CMQ, permissions through the API; CAM resource description page, 598/10606.
 */
export const meetsProject = (pattern: string, asked: string): boolean => isEveryProject(pattern) || pattern === asked;

export const isEveryProject = (project: string): boolean => ['', 'id/0', '*', 'id/*'].includes(project);
const overlapsProject = (a: string, b: string): boolean => meetsProject(a, b) || isEveryProject(b);

const kindOf = (account: string): string => /^ui[nd](?=\/)/u.exec(account)?.[0] ?? '';
const overlapsAccount = (a: string, b: string): boolean =>
  a === '' ||
  b === '' ||
  overlaps(opened(a), opened(b)) ||
  (kindOf(a) !== kindOf(b) && kindOf(a) !== '' && kindOf(b) !== '');
