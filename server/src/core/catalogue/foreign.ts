/** The policy languages of other clouds: how they are told, and what of theirs has an equal in CAM. Facts only. */
import { matches } from '../wildcard.js';
import type { Text } from './data.js';

export interface ForeignActionData {
  readonly name: string;
  /** What it acts on. Only where the language can say one without the other does it matter: a bucket's own name is not what its objects' are. */
  readonly scope: 'account' | 'bucket' | 'object';
  /** The actions of CAM that allow the same requests; not empty. */
  readonly equals: readonly string[];
  /** Actions of CAM without an equal there that a deny of this one must deny, too, to leave no way round it. */
  readonly denies?: readonly string[];
}

export interface ForeignKeyData {
  /** Ends in `/` where the key of a tag follows. */
  readonly key: string;
  readonly equal: string;
  /** It is compared with these operators only, and then CAM's is to be another. */
  readonly operators?: { readonly [operator: string]: string };
  /** The only values that have an equal, and what that is. */
  readonly values?: { readonly [value: string]: string };
  /** CAM's values hold the tag's key before an `&`. */
  readonly pairs?: true;
  /** Values name things of the other cloud, so a person must give others. */
  readonly ownValues?: true;
}

export interface ForeignData {
  readonly id: string;
  readonly name: Text;
  /** What stands in `Version`. */
  readonly versions: readonly string[];
  /** How resources begin; service, region, account and the resource follow, with colons between. */
  readonly resources: readonly string[];
  /** How the condition keys of all services begin. */
  readonly keys: string;
  /** The key of accounts, users and roles in a principal. */
  readonly principal: string;
  /** The service that those are resources of. */
  readonly identity: string;
  /** How the host names of services end. */
  readonly hosts: readonly string[];
  /** The service that keeps objects in buckets, as COS does. */
  readonly storage: string;
  /** Services that CAM has none of the same abbreviation for; not all of them. */
  readonly services: readonly string[];
  readonly actions: readonly ForeignActionData[];
  readonly conditionKeys: readonly ForeignKeyData[];
  readonly sources: readonly number[];
}

/** A key that has an equal. */
export interface ForeignKey {
  readonly data: ForeignKeyData;
  /** What follows a key that ends in `/`; else empty. */
  readonly rest: string;
}

/** A policy language of another cloud. Its names go in any case. */
export interface Foreign {
  readonly data: ForeignData;
  /** The known actions that `pattern`, which may hold `*`, stands for. */
  readonly matching: (pattern: string) => readonly ForeignActionData[];
  readonly conditionKey: (key: string) => ForeignKey | undefined;
  /** Whether CAM has no service of this abbreviation, and this cloud has. */
  readonly isService: (service: string) => boolean;
}

/** Indexes `data`. */
export function createForeign(data: ForeignData): Foreign {
  const actions = new Map(data.actions.map((action) => [action.name.toLowerCase(), action]));
  const keys = new Map(data.conditionKeys.map((key) => [key.key.toLowerCase(), key]));
  const services = new Set(data.services);
  return {
    data,
    matching(pattern) {
      const wanted = pattern.toLowerCase();
      const exact = actions.get(wanted);
      if (exact) return [exact];
      return wanted.includes('*')
        ? [...actions].flatMap(([name, action]) => (matches(wanted, name) ? [action] : []))
        : [];
    },
    conditionKey(key) {
      const slash = key.indexOf('/') + 1;
      const found = keys.get((slash > 0 ? key.slice(0, slash) : key).toLowerCase());
      const rest = slash > 0 ? key.slice(slash) : '';
      return found && slash > 0 === (rest !== '') ? { data: found, rest } : undefined;
    },
    isService: (service) => services.has(service.toLowerCase()),
  };
}
