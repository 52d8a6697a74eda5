/** The policy languages of other clouds: how to recognise them, and which of their names have an equivalent in CAM. Facts only. */
import { matches } from '../wildcard.js';
import type { Text } from './data.js';

export interface ForeignActionData {
  readonly name: string;
  /** What it acts on. This matters where a bucket and the objects in it have different resource names. */
  readonly scope: 'account' | 'bucket' | 'object';
  /** CAM's actions for the same requests; at least one. */
  readonly equals: readonly string[];
  /** CAM actions that the other cloud does not have. A converted deny must deny them too; otherwise the request could be made another way. */
  readonly denies?: readonly string[];
}

export interface ForeignKeyData {
  /** Ends in `/` if the key of a tag follows. */
  readonly key: string;
  readonly equal: string;
  /** Set if only these operators can be converted, each to another one in CAM. */
  readonly operators?: { readonly [operator: string]: string };
  /** The only values that have an equivalent, with that equivalent. */
  readonly values?: { readonly [value: string]: string };
  /** CAM writes the tag's key and `&` before the value. */
  readonly pairs?: true;
  /** The values name objects of the other cloud, so a person must replace them. */
  readonly ownValues?: true;
}

export interface ForeignData {
  readonly id: string;
  readonly name: Text;
  /** The value of `Version`. */
  readonly versions: readonly string[];
  /** The prefix of resource names; service, region, account and resource follow, separated by colons. */
  readonly resources: readonly string[];
  /** The prefix of condition keys that apply to all services. */
  readonly keys: string;
  /** The principal's key for accounts, users and roles. */
  readonly principal: string;
  /** The service that accounts, users and roles are resources of. */
  readonly identity: string;
  /** The suffix of the services' host names. */
  readonly hosts: readonly string[];
  /** The object storage service, which COS corresponds to. */
  readonly storage: string;
  /** Some of the services whose abbreviation CAM does not use. */
  readonly services: readonly string[];
  readonly actions: readonly ForeignActionData[];
  readonly conditionKeys: readonly ForeignKeyData[];
  readonly sources: readonly number[];
}

/** A condition key that has an equivalent. */
export interface ForeignKey {
  readonly data: ForeignKeyData;
  /** The text after a key that ends in `/`; otherwise empty. */
  readonly rest: string;
}

/** A policy language of another cloud. Names are compared without regard to case. */
export interface Foreign {
  readonly data: ForeignData;
  /** The known actions that match `pattern`, in which `*` is a wildcard. */
  readonly matching: (pattern: string) => readonly ForeignActionData[];
  readonly conditionKey: (key: string) => ForeignKey | undefined;
  /** Whether this cloud has a service of this abbreviation and CAM does not. */
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
