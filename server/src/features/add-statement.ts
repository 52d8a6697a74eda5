/** Adds what an access-denied message misses to a policy. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import type { AddedStatement } from '../../../protocol/answers.js';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import { addGrants } from '../core/edits/add-statement.js';
import type { Grant } from '../core/edits/statement-text.js';
import { readDenied, type Denied } from '../core/denial/denied-message.js';
import { denialsOf, mayDeny } from '../core/access/coverage.js';
import { readAction } from '../core/policy/action.js';
import type { Policy } from '../core/policy/model.js';
import { readResource } from '../core/policy/resource.js';
import { say } from '../core/text.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';
import { listed } from './explain/words.js';

const texts = {
  unknown: {
    en: 'No refused action was found in this text. It should name one, as in “you are not authorized to perform operation (sms:SendSms) resource (…) has no permission”.',
    zh: '此文本中没有找到被拒绝的操作。应包含操作名，例如 “you are not authorized to perform operation (sms:SendSms) resource (…) has no permission”。',
  },
  service: {
    en: 'The message does not say of which service {names} is.',
    zh: '错误信息未说明 {names} 属于哪个服务。',
  },
  principal: {
    en: 'This policy says who it speaks of (a role’s trust policy or a bucket’s policy). Add the permission to a policy of the user or role instead.',
    zh: '此策略指定了主体（角色信任策略或存储桶策略）。请将权限添加到用户或角色的策略中。',
  },
  broken: {
    en: 'The text is no policy that a statement could be added to.',
    zh: '当前文本不是可以添加语句的策略。',
  },
  allowed: {
    en: 'The policy allows this already: {names}. Another policy may deny it, or this one may not be attached.',
    zh: '策略已允许：{names}。可能有其他策略拒绝，或此策略尚未关联。',
  },
  denied: {
    en: 'A statement of this policy denies {names}, and a deny outweighs every allow.',
    zh: '此策略中有语句拒绝了 {names}，拒绝优先于任何允许。',
  },
  'may-be-denied': {
    en: 'A statement of this policy denies {names} under a condition or on some resources, and a deny outweighs every allow.',
    zh: '此策略中有语句在特定条件下或对部分资源拒绝了 {names}，拒绝优先于任何允许。',
  },
  all: {
    en: 'The message names no resource for {names}: all resources are allowed.',
    zh: '错误信息未指明 {names} 的资源：已允许所有资源。',
  },
  masked: {
    en: 'The message hides part of a resource with asterisks: write it out.',
    zh: '错误信息用星号隐藏了部分资源：请补全。',
  },
} as const;

export type AddStatementResult = AddedStatement<WorkspaceEdit>;

/** The edit that allows what `message` says is refused, and what the person should know. */
export function addStatement(
  document: PolicyDocument,
  message: string,
  { catalogue, locale }: Context,
): AddStatementResult {
  const { policy } = document;
  const denied = readDenied(message);
  const named = denied.map((one) => ({ ...one, service: one.service ?? serviceOf(one, policy, catalogue) }));
  const known = named.flatMap(({ service, action, resources }) =>
    service === undefined ? [] : [{ action: `${service}:${action}`, resources, service, name: action }],
  );
  const lost = named.filter(({ service }) => service === undefined).map(({ action }) => action);
  const notes: string[] = lost.length > 0 ? [say(texts.service, locale, { names: listed(lost, locale) })] : [];
  const result = (more: readonly string[]): AddStatementResult => ({ added: [], notes: [...notes, ...more] });
  if (denied.length === 0) return result([say(texts.unknown, locale)]);
  if (known.length === 0) return result([]);
  if (policy.principal ?? policy.statements.some(({ principal }) => principal))
    return result([say(texts.principal, locale)]);

  const grants = known.map(({ action, resources }): Grant => ({ actions: [action], resources: orAll(resources) }));
  const addition = addGrants(policy, grants);
  if (!addition) return result([say(texts.broken, locale)]);
  const { edits, added } = addition;
  const note = (what: keyof typeof texts, names: readonly string[]): void => {
    if (names.length > 0) notes.push(say(texts[what], locale, { names: listed(names, locale) }));
  };
  note(
    'allowed',
    known.map(({ action }) => action).filter((action) => !added.includes(action)),
  );
  const refusals = grants.map(({ actions: [action = ''], resources }) => ({
    action,
    refusal: refusalOf(policy, action, resources),
  }));
  for (const kind of ['denied', 'may-be-denied'] as const)
    note(
      kind,
      refusals.filter(({ action, refusal }) => refusal === kind && added.includes(action)).map(({ action }) => action),
    );
  note(
    'all',
    known
      .filter(({ action, resources }) => added.includes(action) && resources.length === 0)
      .filter(({ service, name }) => catalogue.service(service)?.action(name)?.level?.level !== 'operation')
      .map(({ action }) => action),
  );
  if (known.some(({ resources }) => resources.some((resource) => /\*{2}/u.test(resource))))
    notes.push(say(texts.masked, locale));
  if (edits.length === 0) return { added, notes };
  return { edit: { changes: { [document.uri]: document.textEdits(edits) } }, added, notes };
}

const orAll = (resources: readonly string[]): readonly string[] => (resources.length > 0 ? resources : ['*']);

/** Whether a deny of the policy takes `action` on `resources` away: surely, or under a condition or on some of them; undefined where none does. */
function refusalOf(policy: Policy, text: string, on: readonly string[]): 'denied' | 'may-be-denied' | undefined {
  const action = readAction(text);
  const resources = on.map(readResource);
  if (denialsOf(policy).covering(action, resources)) return 'denied';
  return mayDeny(policy, action, resources) ? 'may-be-denied' : undefined;
}

/** The service that a message means without naming it: the product's, or the only one of the policy's services that has the action. */
function serviceOf({ action, product }: Denied, policy: Policy, catalogue: Catalogue): string | undefined {
  const lower = product?.toLowerCase();
  const named = lower === undefined ? undefined : catalogue.service(lower);
  if (named?.action(action)) return named.data.service;
  const own = new Set(policy.statements.flatMap(({ actions }) => actions?.items.map(({ service }) => service) ?? []));
  const having = [...own].filter((service) => catalogue.service(service)?.action(action));
  return having.length === 1 ? having[0] : undefined;
}
