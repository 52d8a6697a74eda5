/** Trust statements with actions that hand out no role, or not to this kind of principal. */
import type { PolicyAction, Statement, StringList } from '../../policy/model.js';
import { replaceItem } from '../../edits/list.js';
import { principalOf } from '../../policy/principal.js';
import { replace } from '../../span.js';
import { spanInString } from '../../syntax/measure.js';
import { rule, type FixOf } from '../rule.js';

const withSaml = 'AssumeRoleWithSAML';
const withOidc = 'AssumeRoleWithWebIdentity';

/** The condition keys that a trust in an OIDC provider must have. Source: creating a role for an OIDC provider, 598/47191 (2024-01-23). */
const oidcKeys = ['oidc:iss', 'oidc:aud'] as const;

const isAssumeRole = ({ form, service, name }: PolicyAction): boolean =>
  form === 'action' && service === 'sts' && name.startsWith('AssumeRole');

export default rule({
  group: 'principal',
  severity: 'warning',
  summary: {
    en: 'A trust policy should allow only the AssumeRole actions of STS, for OIDC with its conditions.',
    zh: '信任策略只允许 STS 的 AssumeRole 类操作，OIDC 须带条件。',
  },
  messages: {
    other: {
      en: '`{action}` does not belong in a role’s trust policy. That says who may take the role on; what the role may do goes into a policy attached to it.',
      zh: '`{action}` 不属于角色信任策略。信任策略只说明谁可以扮演角色；角色能做什么应写在关联给角色的策略中。',
    },
    saml: {
      en: '`sts:AssumeRole` does not let users of an identity provider take on a role. They use `sts:{expected}`.',
      zh: '`sts:AssumeRole` 不会放行通过身份提供商登录的用户。他们以 `sts:{expected}` 扮演角色。',
    },
    mixed: {
      en: '`sts:AssumeRole` does not let users of an identity provider take on a role. They use `sts:AssumeRoleWithSAML` or, for OIDC, `sts:AssumeRoleWithWebIdentity`.',
      zh: '`sts:AssumeRole` 不会放行通过身份提供商登录的用户。他们按提供商类型以 `sts:AssumeRoleWithSAML` 或 `sts:AssumeRoleWithWebIdentity` 扮演角色。',
    },
    conditions: {
      en: 'An OIDC trust needs {keys} under `string_equal`. Documents call that required; without it, tokens for other clients might do.',
      zh: '信任 OIDC 须以 `string_equal` 限定 {keys}。文档说明为必填；缺少时，签发给其他客户端的令牌也可能有效。',
    },
  },
  fixes: {
    replace: { en: 'Change to sts:{name}', zh: '改为 sts:{name}' },
    both: { en: 'Change to both actions', zh: '改为这两个操作' },
  },
  check: {
    statement(statement, { policy, report, text }) {
      const principal = principalOf(statement, policy);
      const actions = statement.actions?.items ?? [];
      if (!principal || actions.length === 0) return;
      const kinds = new Set(principal.entries.map(({ kind }) => kind));
      const trust =
        actions.some(isAssumeRole) || (!statement.element.resource && (kinds.has('service') || kinds.has('federated')));
      if (!trust) return;
      const providers = principal.entries.filter(({ kind }) => kind === 'federated').flatMap(({ values }) => values);
      const onlyFederated = kinds.size === 1 && providers.length > 0;
      const byOidc = providers.filter(({ value }) => value.includes(':oidc-provider/')).length;
      const mixed = byOidc > 0 && byOidc < providers.length;
      const expected = byOidc > 0 ? withOidc : withSaml;
      for (const action of actions) {
        if (action.form === 'malformed' || action.form === 'set') continue;
        if (action.form === 'action' && action.service === 'sts' && action.name.includes('*')) continue;
        if (!isAssumeRole(action)) {
          const found = action.form === 'all' ? '*' : `${action.service}:${action.name}`;
          report(action.node, 'other', { data: { action: found } });
        } else if (byOidc > 0 && action.name === withOidc) {
          const missing = oidcKeys.filter((key) => !hasKey(statement, key)).map((key) => `\`${key}\``);
          if (missing.length > 0 && statement.effect !== 'deny')
            report(action.node, 'conditions', {
              data: { keys: { en: missing.join(' and '), zh: missing.join(' 与 ') } },
            });
        } else if (onlyFederated && action.name === 'AssumeRole') {
          if (mixed) report(action.node, 'mixed', { suggestions: bothFor(text, statement.actions, action) });
          else report(action.node, 'saml', { data: { expected }, suggestions: [rename(text, action, expected)] });
        }
      }
    },
  },
});

const hasKey = ({ conditions }: Statement, wanted: string): boolean =>
  conditions.some(({ keys }) => keys.some(({ key }) => key.toLowerCase() === wanted));

/** Both actions, where they are not there already. */
function bothFor(
  text: string,
  list: StringList<PolicyAction> | undefined,
  action: PolicyAction,
): readonly FixOf<'both'>[] {
  const stem = action.node.value.slice(0, -action.name.length);
  const missing = [withSaml, withOidc].filter((name) => !list?.items.some((other) => other.name === name));
  if (!list || missing.length === 0) return [];
  const items = missing.map((name) => JSON.stringify(stem + name));
  return [{ title: 'both', edits: () => replaceItem(text, list, action.node, items) }];
}

function rename(text: string, { node, name }: PolicyAction, expected: string): FixOf<'replace'> {
  const { length } = node.value;
  return {
    title: 'replace',
    data: { name: expected },
    edits: () => [replace(spanInString(text, node, length - name.length, length), expected)],
    preferred: true,
  };
}
