/** Statements that let everyone in. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import type { PolicyAction, Principal, Statement } from '../../policy/model.js';
import { principalOf, readPrincipal } from '../../policy/principal.js';
import type { JsonString } from '../../syntax/json.js';
import { actionsOf } from '../../knowledge/level.js';
import { isReading } from '../../knowledge/reading-part.js';
import { trimAround } from '../../knowledge/resource-flaw.js';
import { kindOf } from '../../policy/statement-kind.js';
import { rule } from '../rule.js';

/** The first string that means everyone, per principal; one finding is enough. */
const everyoneIn = (principal: Principal): JsonString | undefined =>
  principal.entries
    .filter(({ kind }) => kind === '' || isQcs(kind))
    .flatMap(({ values }) => values)
    .find(({ value }) => readPrincipal(trimAround(value, ':')).form === 'everyone');

/** Also where it is in capitals or has blanks: once that is mended, it counts. */
const isQcs = (kind: string): boolean => kind.trim().toLowerCase() === 'qcs';

/**
 * Whether a statement may be of a policy for temporary keys: COS's tools for GetFederationToken write `"principal": {"qcs": ["*"]}` there, where it stands for
 * whoever holds the keys. Bucket policies name everyone so, too, but those that COS writes have their elements in capitals, and `anyone` is theirs alone.
 * Source: qcloud-cos-sts-sdk, and COS, generating temporary keys, 436/14048.
 */
const maybeForKeys = (statement: Statement, { property, entries }: Principal, everyone: JsonString): boolean =>
  kindOf(statement) === 'bucket' &&
  everyone.value === '*' &&
  entries.some(({ kind, values }) => isQcs(kind) && values.includes(everyone)) &&
  property.key.value === 'principal' &&
  statement.element.effect?.key.value === 'effect';

const isWrite = (catalogue: Catalogue, action: PolicyAction): boolean =>
  action.form === 'all' ||
  actionsOf(catalogue, action).some((known) => !isReading(known)) ||
  (action.form === 'action' && action.name === '*');

function messageFor(catalogue: Catalogue, { actions, conditions }: Statement): 'condition' | 'role' | 'write' | 'read' {
  const items = actions?.items ?? [];
  if (conditions.some(({ keys }) => keys.length > 0)) return 'condition';
  if (items.some(({ service, name }) => service === 'sts' && name.startsWith('AssumeRole'))) return 'role';
  return items.some((action) => isWrite(catalogue, action)) ? 'write' : 'read';
}

export default rule({
  group: 'principal',
  severity: 'warning',
  summary: {
    en: 'Allowing everyone makes a resource public.',
    zh: '允许所有人会使资源公开。',
  },
  messages: {
    read: {
      en: 'This allows what the statement lists to everyone on the Internet. They need not sign in.',
      zh: '这会允许互联网上的任何人无需登录即可执行语句所列操作。',
    },
    write: {
      en: 'This lets everyone on the Internet change or delete what the statement covers. They need not sign in. Name the accounts that need it.',
      zh: '这会允许互联网上的任何人无需登录即可修改或删除语句所涉资源。请写明需要权限的账号。',
    },
    role: {
      en: 'This lets every account take on the role. Name the accounts or services that need it.',
      zh: '这会允许任何账号扮演该角色。请写明需要扮演的账号或服务。',
    },
    keys: {
      en: 'In a bucket policy this means everyone on the Internet, without signing in. There, name the accounts; in a policy for temporary keys it means whoever holds them.',
      zh: '在存储桶策略中，这表示互联网上无需登录的任何人。此时请写明账号；在临时密钥的策略中，则表示密钥的持有者。',
    },
    condition: {
      en: 'This allows everyone who meets the condition. Nothing else keeps the public out.',
      zh: '这会允许所有满足条件的人。仅靠条件阻挡公众。',
    },
  },
  check: {
    statement(statement, { catalogue, policy, report }) {
      if (statement.effect !== 'allow') return;
      const principal = principalOf(statement, policy);
      const everyone = principal && everyoneIn(principal);
      if (!everyone) return;
      const message = maybeForKeys(statement, principal, everyone) ? 'keys' : messageFor(catalogue, statement);
      report(everyone, message, message === 'condition' || message === 'keys' ? { severity: 'information' } : {});
    },
  },
});
