/** Members of a policy or a statement that are no elements of the language. */
import { isBucketPolicy } from '../../policy/bucket.js';
import {
  policyElements,
  statementElements,
  type ElementInfo,
  type ElementName,
  type PolicyElement,
  type StatementElement,
} from '../../policy/elements.js';
import type { Member } from '../../policy/model.js';
import { replace } from '../../span.js';
import { removeMember } from '../../edits/members.js';
import { hasSureBounds } from '../../syntax/sure.js';
import type { JsonObject, JsonProperty, JsonTree } from '../../syntax/json.js';
import { shown, type TextData } from '../../text.js';
import { meantInPolicy, meantInStatement, type MeantElement } from '../../knowledge/meant-element.js';
import { rule, type FixOf, type ReportOf } from '../rule.js';

const messages = {
  policy: {
    en: 'A policy has no element `{key}`: only `version`, `principal` and `statement`. CAM refuses what it does not know.',
    zh: '策略没有元素 `{key}`，只有 `version`、`principal` 与 `statement`。CAM 会拒绝未知元素。',
  },
  statement: {
    en: 'A statement has no element `{key}`: only `effect`, `action`, `resource`, `condition` and `principal`. CAM refuses what it does not know.',
    zh: '语句没有元素 `{key}`。可用元素为 `effect`、`action`、`resource`、`condition` 与 `principal`。CAM 会拒绝未知元素。',
  },
  near: { en: 'CAM has no element `{key}`. Did you mean `{name}`?', zh: 'CAM 没有元素 `{key}`。是否想写 `{name}`？' },
  'in-statement': {
    en: '`{key}` belongs in a statement, not beside `statement`.',
    zh: '`{key}` 应写在语句内，而不是与 `statement` 并列。',
  },
  'in-policy': {
    en: '`{key}` belongs to the whole policy, not in a statement.',
    zh: '`{key}` 属于整个策略，不应写在语句内。',
  },
  sid: {
    en: 'No CAM document names `{key}`. The COS console writes it into bucket policies; a policy made in CAM does not need it.',
    zh: 'CAM 文档中没有 `{key}`。COS 控制台会将其写入存储桶策略；在 CAM 中创建的策略不需要它。',
  },
  notAction: {
    en: 'CAM has no `{key}`. Allow with `action`, and deny the exceptions in a `deny` statement: a deny outweighs every allow.',
    zh: 'CAM 没有 `{key}`。请用 `action` 允许，再用 `deny` 语句排除不想包含的操作：拒绝优先于任何允许。',
  },
  notResource: {
    en: 'CAM has no `{key}`. List the resources in `resource`, and deny the exceptions in a `deny` statement.',
    zh: 'CAM 没有 `{key}`。请在 `resource` 中列出资源，再用针对排除对象的 `deny` 语句收回。',
  },
  notPrincipal: {
    en: 'CAM has no `{key}`. Name those who are meant in `principal`.',
    zh: 'CAM 没有 `{key}`。请在 `principal` 中写明所指的主体。',
  },
  notCondition: {
    en: 'CAM has no `{key}`. Write in `condition` what must be met; to make an exception, use a `deny` statement with a condition.',
    zh: 'CAM 没有 `{key}`。请在 `condition` 中写明须满足的条件；如需例外，请用带条件的 `deny` 语句。',
  },
  id: {
    en: 'CAM has no `{key}`: a policy is named when it is created, not in its text.',
    zh: 'CAM 没有 `{key}`：策略名称在创建时指定，不写在策略内容中。',
  },
} as const;

const fixes = {
  rename: { en: 'Change to "{name}"', zh: '改为 "{name}"' },
  remove: { en: 'Remove `{key}`', zh: '删除 `{key}`' },
} as const;

type Report = ReportOf<keyof typeof messages, keyof typeof fixes>;

/** What to say of a member that is no element of its level. */
function describe<Name extends ElementName>(
  level: 'policy' | 'statement',
  { key }: JsonProperty,
  meant: MeantElement<Name> | undefined,
  present: { readonly [name in Name]?: JsonProperty },
  remove: FixOf<'remove'> | undefined,
): { readonly message: keyof typeof messages; readonly details: Report } {
  const data: TextData = { key: shown(key.value), name: meant?.name ?? '' };
  switch (meant?.kind) {
    case 'near': {
      if (present[meant.name]) break;
      const rename = {
        title: 'rename',
        data,
        edits: () => [replace(key, `"${meant.name}"`)],
        preferred: true,
      } as const;
      return { message: 'near', details: { data, ...(meant.plain ? { fix: rename } : { suggestions: [rename] }) } };
    }
    case 'elsewhere':
      return { message: level === 'policy' ? 'in-statement' : 'in-policy', details: { data } };
    case 'foreign':
      return {
        message: meant.name,
        details: { data, ...(meant.name === 'id' ? { suggestions: remove && [remove] } : {}) },
      };
    case undefined:
  }
  return { message: level, details: { data, suggestions: remove && [remove] } };
}

/** Whether a word without quotes stands behind one that opens and does not close: more than the word would have to be replaced. */
const isOpened = ({ problems }: JsonTree, { key }: JsonProperty): boolean =>
  key.quotes === 'none' && problems.some(({ kind, end }) => kind === 'unexpected' && end === key.start);

const isUndocumented = (table: { readonly [name in ElementName]?: ElementInfo }, name: ElementName): boolean =>
  table[name]?.undocumented === true;

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A policy and its statements may contain only the elements of the policy language.',
    zh: '策略和语句中只能使用策略语法规定的元素。',
  },
  messages,
  fixes,
  together: 'all',
  check: {
    policy(policy, { report }) {
      const { tree } = policy;
      const check = <Name extends PolicyElement | StatementElement>(
        level: 'policy' | 'statement',
        object: JsonObject,
        members: readonly Member<Name>[],
        table: { readonly [name in Name]: ElementInfo },
        present: { readonly [name in Name]?: JsonProperty },
        meant: (key: string) => MeantElement<Name> | undefined,
      ): void => {
        if (members.every(({ element }) => element !== undefined && !isUndocumented(table, element))) return;
        const sure = hasSureBounds(tree, object);
        for (const [index, { property, element }] of members.entries()) {
          if (property.key.unread || (element !== undefined && !isUndocumented(table, element))) continue;
          const key = shown(property.key.value);
          const remove: FixOf<'remove'> | undefined = sure
            ? { title: 'remove', data: { key }, edits: () => removeMember(tree.text, object, index) }
            : undefined;
          if (element === undefined) {
            const found = isOpened(tree, property) ? undefined : meant(property.key.value);
            const { message, details } = describe(level, property, found, present, remove);
            report(property.key, message, details);
          } else if (!isBucketPolicy(policy)) {
            report(property.key, 'sid', { data: { key }, severity: 'information', suggestions: remove && [remove] });
          }
        }
      };
      const { node, members, element, statements } = policy;
      if (node) check('policy', node, members, policyElements, element, meantInPolicy);
      for (const statement of statements)
        check('statement', statement.node, statement.members, statementElements, statement.element, meantInStatement);
    },
  },
});
