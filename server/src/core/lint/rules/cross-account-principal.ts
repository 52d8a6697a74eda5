/** Principals of other root accounts than the resources' or than each other's. */
import type { Policy, Principal, Statement } from '../../policy/model.js';
import { namingEntries, readPrincipal } from '../../policy/principal.js';
import { kindOf } from '../../policy/statement-kind.js';
import { segment } from '../../policy/resource.js';
import type { JsonString } from '../../syntax/json.js';
import { rule } from '../rule.js';

interface Owned {
  readonly node: JsonString;
  readonly owner: string;
}

/** The strings that name a root account, in order. */
const owned = (principal: Principal): readonly Owned[] =>
  namingEntries(principal)
    .flatMap(({ values }) => values)
    .flatMap((node) => {
      const { owner } = readPrincipal(node.value);
      return owner === '' ? [] : [{ node, owner }];
    });

/** The root accounts that the resources name; nothing where one of them leaves it open. */
function ownersOf(statements: readonly Statement[]): ReadonlySet<string> {
  const owners = new Set<string>();
  for (const { resources } of statements)
    for (const resource of resources?.items ?? []) {
      const owner = /^uin\/(\d+)$/u.exec(segment(resource, 'account'))?.[1];
      if (owner === undefined) return new Set();
      owners.add(owner);
    }
  return owners;
}

/** The statements that a principal holds for. */
const concerned = (statement: Statement | undefined, policy: Policy): readonly Statement[] =>
  statement ? [statement] : policy.statements.filter((other) => !other.principal);

export default rule({
  group: 'principal',
  severity: 'information',
  summary: {
    en: 'A principal of another root account gets access across accounts.',
    zh: '其他主账号的主体将获得跨账号访问权限。',
  },
  messages: {
    resource: {
      en: 'This gives account {owner} access to resources of account {other}. Users of account {owner} also need a policy of their own account that allows it.',
      zh: '此语句允许账号 {owner} 访问账号 {other} 的资源。账号 {owner} 还须用自己的策略向其用户授予相同权限。',
    },
    foreign: {
      en: 'This grants access across accounts: {owner} is not your account. Yours is {own} according to cam-policy.config.json.',
      zh: '这是跨账号授权：账号 {owner} 不是您的账号。按 cam-policy.config.json，您的账号为 {own}。',
    },
    several: {
      en: 'Principals are of different root accounts, {owner} and {other}. At least one of them gets access across accounts.',
      zh: '主体来自不同的主账号 {owner} 与 {other}。其中至少一个会获得跨账号访问权限。',
    },
    role: {
      en: 'Account {owner} can let any of its users take on this role. If it is not your own account, this is access from another account.',
      zh: '账号 {owner} 可以让其任意用户扮演此角色。若不是您自己的账号，即为跨账号访问。',
    },
    first: { en: 'Account {other} is named here.', zh: '此处写的是账号 {other}。' },
  },
  check: {
    principal(principal, statement, { policy, report, account: { uin: own } }) {
      const statements = concerned(statement, policy);
      if (!statements.some(({ effect }) => effect === 'allow')) return;
      const named = owned(principal);
      const [first] = named;
      if (!first) return;
      const owners = ownersOf(statements);
      const trust = statements.length > 0 && statements.every((one) => kindOf(one) === 'trust');
      const told = new Set<string>();
      for (const { node, owner } of named) {
        if (told.has(owner)) continue;
        told.add(owner);
        if (owners.size > 0) {
          if (!owners.has(owner))
            report(node, 'resource', { data: { owner, other: [...owners].slice(0, 3).join(', ') } });
        } else if (own !== undefined) {
          if (owner !== own) report(node, 'foreign', { data: { owner, own } });
        } else if (owner !== first.owner) {
          report(node, 'several', {
            data: { owner, other: first.owner },
            related: [{ span: first.node, message: 'first', data: { other: first.owner } }],
          });
        } else if (trust && readPrincipal(node.value).form === 'root') {
          // Nothing says that it is another account, and most roles of people name their own.
          report(node, 'role', { data: { owner }, severity: 'hint' });
        }
      }
    },
  },
});
