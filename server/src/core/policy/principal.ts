/** Principals: who a trust or bucket policy speaks of. Reads their strings; whether the accounts exist is CAM's to say. */
import type { Policy, Principal, PrincipalEntry, Statement } from './model.js';
import { readResource, segment } from './resource.js';

/** The keys of a principal. Source: CAM syntax structure and role pages. */
export const principalKinds = ['qcs', 'service', 'federated'] as const;
export type PrincipalKind = (typeof principalKinds)[number];

export const isPrincipalKind = (key: string): key is PrincipalKind =>
  (principalKinds as readonly string[]).includes(key);

/**
 * What a string under `qcs` or `federated` names. `other`: of a form that no document shows, which CAM may know all the same;
 * `malformed`: no six segments of `cam`.
 */
export type PrincipalForm =
  'everyone' | 'root' | 'user' | 'group' | 'role' | 'provider' | 'service' | 'other' | 'malformed';

export interface NamedPrincipal {
  readonly form: PrincipalForm;
  /** Number of the root account; empty where none is named. */
  readonly owner: string;
}

const forms: readonly (readonly [RegExp, PrincipalForm])[] = [
  [/^uin\/\d+$/u, 'user'],
  [/^groupid\/\d+$/u, 'group'],
  [/^(?:roleName|role)\/.+$/u, 'role'],
  [/^(?:saml-provider|oidc-provider)\/.+$/u, 'provider'],
  [/^service\/.+$/u, 'service'],
];

/** Reads a principal string; never throws. */
export function readPrincipal(text: string): NamedPrincipal {
  if (text === '*') return { form: 'everyone', owner: '' };
  const resource = readResource(text);
  const account = segment(resource, 'account');
  const path = segment(resource, 'path');
  const owner = /^uin\/(\d+)$/u.exec(account)?.[1] ?? '';
  const service = segment(resource, 'service');
  if (resource.form !== 'six' || (service !== 'cam' && service !== 'sts')) return { form: 'malformed', owner };
  if ((account === 'anonymous' || account === 'anyone') && path === account) return { form: 'everyone', owner };
  if (service === 'sts') return { form: 'other', owner };
  if (owner === '') return { form: 'malformed', owner };
  if (path === 'root' || path === `uin/${owner}`) return { form: 'root', owner };
  return { form: forms.find(([expression]) => expression.test(path))?.[1] ?? 'other', owner };
}

/** The strings of a principal that name someone in CAM's six segments, or everyone. */
export const namingEntries = ({ entries }: Principal): readonly PrincipalEntry[] =>
  entries.filter(({ kind }) => kind === 'qcs' || kind === '');

/** The principal that holds for a statement: its own or the policy's. */
export const principalOf = (statement: Statement, policy: Policy): Principal | undefined =>
  statement.principal ?? policy.principal;
