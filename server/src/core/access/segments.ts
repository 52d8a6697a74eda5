/** Whether the account, the service and the region of a policy's resource stand for requested ones. */
import { matches } from '../wildcard.js';
import type { Binding, BoundResource } from './binding.js';
import type { Reading } from './reading.js';

/** Stands for the account that the policies are of, however it is written. */
export const ownAccount = 'own';

/** The own account is met by its names and by nothing else; any other one by itself. */
const meetsOwn = (pattern: string, asked: string, { ownNames }: Binding): boolean =>
  pattern === asked ||
  (pattern.includes('*') &&
    (asked === ownAccount ? ownNames.some((name) => matches(pattern, name)) : matches(pattern, asked)));

/** Of other accounts nobody knows here which uin and which APPID are of one: in a request, that is asked for. */
export const meetsAccount = (
  pattern: BoundResource,
  asked: BoundResource,
  binding: Binding,
  reading: Reading,
): boolean =>
  meetsOwn(pattern.account, asked.account, binding) ||
  (asked.written !== undefined &&
    areOtherNumbers(pattern.account, asked.account) &&
    reading.holds({ opaque: `${pattern.account} = ${asked.account}`, why: 'account' }));

const areOtherNumbers = (a: string, b: string): boolean =>
  (a.startsWith('uin/') && b.startsWith('uid/')) || (a.startsWith('uid/') && b.startsWith('uin/'));

/** A segment that a request leaves empty may be any. */
export const meetsService = (pattern: string, { service, written }: BoundResource, reading: Reading): boolean =>
  matches(pattern, service) || (written !== undefined && isUnsaid(pattern, service, reading));

const isUnsaid = (pattern: string, asked: string, reading: Reading): boolean =>
  asked === '' && reading.holds({ opaque: pattern, why: 'unsaid' });

/** A pattern stands for a region by the code that a request has, and perhaps by others. */
export const meetsRegion = (
  pattern: string,
  { region, written, otherRegions = [] }: BoundResource,
  reading: Reading,
): boolean =>
  matches(pattern, region) ||
  (written !== undefined &&
    (matches(pattern, written) ||
      isUnsaid(pattern, region, reading) ||
      (otherRegions.some((code) => matches(pattern, code)) && reading.holds({ opaque: pattern, why: 'code' }))));
