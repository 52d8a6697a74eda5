/**
 * The table of the policy language: which elements stand where, whether they must, and what they hold.
 * Source: CAM's syntax structure and element reference pages; `sid` is no documented element, the COS console writes it.
 */
import type { Text } from '../text.js';

export type PolicyElement = 'version' | 'principal' | 'statement';
export type StatementElement = 'principal' | 'effect' | 'action' | 'resource' | 'condition' | 'sid';
export type ElementName = PolicyElement | StatementElement;
export type ValueType = 'string' | 'array' | 'object';

export interface ElementInfo {
  /** Which JSON values it takes; the first is the one to write. */
  readonly types: readonly ValueType[];
  /** CAM refuses a policy without it; `unless-trust`: a role's trust policy has none. */
  readonly required: boolean | 'unless-trust';
  /** Written by a console though no document names it. */
  readonly undocumented?: true;
  readonly description: Text;
}

const principal: ElementInfo = {
  types: ['object', 'string'],
  required: false,
  description: {
    en: 'Who the policy speaks of. Only role trust policies and COS bucket policies have one; a policy attached to a user, group or role has none.',
    zh: '策略所针对的主体。仅角色信任策略与 COS 存储桶策略使用；关联到用户、用户组或角色的策略不写此元素。',
  },
};

/** The elements of a policy, in the order to write them. */
export const policyElements = {
  version: {
    types: ['string'],
    required: true,
    description: {
      en: 'Version of the policy syntax: `"2.0"`, or `"3.0"` which is compatible with it.',
      zh: '策略语法版本：`"2.0"`，或与之兼容的 `"3.0"`。',
    },
  },
  principal,
  statement: {
    types: ['array', 'object'],
    required: true,
    description: {
      en: 'The statements: each allows or denies some actions on some resources.',
      zh: '语句列表：每条语句允许或拒绝对某些资源执行某些操作。',
    },
  },
} as const satisfies Record<PolicyElement, ElementInfo>;

/** The elements of a statement, in the order to write them. */
export const statementElements = {
  principal,
  effect: {
    types: ['string'],
    required: true,
    description: {
      en: 'Whether the statement allows or denies: `allow` or `deny`. A deny outweighs every allow.',
      zh: '语句的效力：`allow`（允许）或 `deny`（拒绝）。拒绝优先于任何允许。',
    },
  },
  action: {
    types: ['array', 'string'],
    required: true,
    description: {
      en: 'What may be done: `service:Action`, with `*` standing for any run of characters.',
      zh: '可执行的操作：`服务:接口名`，`*` 代表任意一段字符。',
    },
  },
  resource: {
    types: ['array', 'string'],
    required: 'unless-trust',
    description: {
      en: 'What it may be done to: `"*"`, or six segments `qcs:project:service:region:account:resource`. Actions without resource-level support need `"*"`.',
      zh: '操作的对象：`"*"`，或六段式 `qcs:project:service:region:account:resource`。不支持资源级授权的操作必须写 `"*"`。',
    },
  },
  condition: {
    types: ['object'],
    required: false,
    description: {
      en: 'When the statement applies: operators, each with keys and values, all of which must hold.',
      zh: '语句生效的条件：运算符及其键和值，须全部满足。',
    },
  },
  sid: {
    types: ['string'],
    required: false,
    undocumented: true,
    description: {
      en: 'A name of the statement. The COS console writes it; no CAM document names it.',
      zh: '语句的名称。COS 控制台会写入；CAM 文档未提及。',
    },
  },
} as const satisfies Record<StatementElement, ElementInfo>;

export const versions = ['2.0', '3.0'] as const;
export const isVersion = (value: string): boolean => versions.some((version) => version === value);
export const effects = ['allow', 'deny'] as const;
export type Effect = (typeof effects)[number];

export const isEffect = (value: string): value is Effect => value === 'allow' || value === 'deny';

/** What a key stands for on its level, in any case; undefined where it is no element. */
export const policyElementNamed = (key: string): PolicyElement | undefined => named(policyNames, key);
export const statementElementNamed = (key: string): StatementElement | undefined => named(statementNames, key);

const namesOf = <Name extends string>(table: { readonly [name in Name]: ElementInfo }): ReadonlyMap<string, Name> =>
  new Map((Object.keys(table) as Name[]).map((name) => [name, name]));

const policyNames = namesOf(policyElements);
const statementNames = namesOf(statementElements);

const named = <Name extends string>(names: ReadonlyMap<string, Name>, key: string): Name | undefined =>
  names.get(key) ?? names.get(key.toLowerCase());

/**
 * Members of other clouds' policies that CAM does not have, and `notCondition` of the same kind; no Tencent document names one.
 * Those with `not` would speak of everything but what they list; `id` names the policy.
 */
const foreignElements = ['notAction', 'notResource', 'notPrincipal', 'notCondition', 'id'] as const;
export type ForeignElement = (typeof foreignElements)[number];

/** A negated element in any spelling that people give it: `not_action`, `no-action`, `NotActions`. */
const negated = /^not?[-_\s]*(action|resource|principal|condition)s?$/u;

/** Which of other clouds' members a key is, in any case and with the words of a negated one set apart in any way. */
export function foreignElementNamed(key: string): ForeignElement | undefined {
  const plain = key.trim().toLowerCase();
  const name = negated.exec(plain)?.[1];
  const meant = name === undefined ? plain : `not${name}`;
  return foreignElements.find((element) => element.toLowerCase() === meant);
}
