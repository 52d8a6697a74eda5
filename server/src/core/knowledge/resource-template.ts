/** A resource string that a policy could start from to narrow a statement to one type of resource. */
import type { ResourceTypeData } from '../catalogue/data.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { actionsOf, operationLevelOf } from './level.js';
import type { Policy, Statement } from '../policy/model.js';
import { narrows, readResource, segment, type ResourcePattern } from '../policy/resource.js';
import { covers } from '../wildcard.js';

/** The account that resources of the policy name, `uin/…`; empty, which is the policy's own account, where none or several do. */
export function accountOf({ statements }: Policy): string {
  let found = '';
  for (const { resources } of statements)
    for (const resource of resources?.items ?? []) {
      const account = segment(resource, 'account');
      if (!/^uin\/\d+$/u.test(account) || account === found) continue;
      if (found !== '') return '';
      found = account;
    }
  return found;
}

/**
 * All resources of the type: its format with any region, the account given, and `*` from the first variable of the last segment on.
 * Undefined where that is no narrower than `*`, or the format is none.
 */
export function templateOf({ format }: ResourceTypeData, account: string): string | undefined {
  const resource = readResource(format);
  if (resource.form !== 'six') return undefined;
  // An account by APPID cannot be told from one by number.
  const owner = segment(resource, 'account').startsWith('uid/') ? '' : account;
  const path = segment(resource, 'path').replace(/[$*<{].*$/su, '*');
  const template = `qcs::${segment(resource, 'service')}::${owner}:${path}`;
  return /^[\w-]+$/u.test(segment(resource, 'service')) && narrows(readResource(template)) ? template : undefined;
}

/**
 * The template with what another string says of the same thing: its path where the template stands for it; its region and account where that is so, or
 * where both are of one service. The template as it is where nothing is told.
 */
export function withTold(template: string, told: ResourcePattern): string {
  const wide = readResource(template);
  if (wide.form !== 'six' || told.form === 'all') return template;
  const isSix = told.form === 'six';
  const [all, own] = [segment(wide, 'path'), isSix ? segment(told, 'path') : told.text];
  const isNamed = /[^*]\*$/u.test(all) && covers(all, own);
  const service = segment(wide, 'service');
  const isAlike = isSix && (isNamed || segment(told, 'service') === service);
  const account = isAlike && segment(told, 'account') !== '' ? segment(told, 'account') : segment(wide, 'account');
  return ['qcs', '', service, isAlike ? segment(told, 'region') : '', account, isNamed ? own : all].join(':');
}

/** More actions of a statement are not asked, and no more resources offered. */
const most = { actions: 20, templates: 3 };

/** What to write as the resource of a statement whose actions are known; empty where they say nothing. `*` only where each of them needs it. */
export function resourcesFor({ actions }: Statement, policy: Policy, catalogue: Catalogue): readonly string[] {
  const items = actions?.items ?? [];
  if (items.length === 0 || items.length > most.actions) return [];
  if (items.every((action) => operationLevelOf(catalogue, action))) return ['*'];
  const account = accountOf(policy);
  const types = items
    .filter(({ exact }) => exact)
    .flatMap((action) => actionsOf(catalogue, action))
    .flatMap(({ resourceTypes }) => resourceTypes);
  const templates = types.flatMap((type) => templateOf(type, account) ?? []);
  return [...new Set(templates)].slice(0, most.templates);
}
