/** The words that several features show, in the languages the product speaks. */
import type { Level, LevelData } from '../../core/catalogue/data.js';
import type { Effect, versions } from '../../core/policy/elements.js';
import type { PrincipalKind } from '../../core/policy/principal.js';
import { say, type Locale, type Text } from '../../core/text.js';

export { accessNames } from '../../core/knowledge/access-names.js';
export { clauses, listed } from '../../core/text.js';

export const levelTexts = {
  resource: { en: 'can be restricted to resources', zh: '支持资源级授权' },
  operation: {
    en: 'cannot be restricted to resources: needs `"resource": "*"`',
    zh: '不支持资源级授权：须使用 `"resource": "*"`',
  },
  unknown: { en: 'not known whether it can be restricted to resources', zh: '是否支持资源级授权未知' },
} as const satisfies Record<string, Text>;

const levelMarks: { readonly [level in Level | 'unknown']: Text } = {
  operation: { en: '· needs resource *', zh: '· 资源须为 *' },
  resource: { en: '· per resource', zh: '· 资源级' },
  unknown: { en: '· level not known', zh: '· 粒度未知' },
};

/** A short mark of an action's level, for lists. */
export const levelMark = (level: LevelData | undefined, locale: Locale): string =>
  levelMarks[level?.level ?? 'unknown'][locale];

export const wildcardText = {
  everything: { en: 'every action of every service', zh: '所有服务的所有操作' },
  count: { en: '{count} actions', zh: '{count} 个操作' },
} as const satisfies Record<string, Text>;

export const wildcardDetail = (count: number, locale: Locale): string => say(wildcardText.count, locale, { count });

/** `label: value`, punctuated as the language has it. */
export const labelled = (label: Text, value: string, locale: Locale): string =>
  locale === 'zh' ? `${label.zh}：${value}` : `${label.en}:${value.startsWith('\n') ? '' : ' '}${value}`;

/** `name: text`, where the name is Markdown already. */
export const described = (name: string, text: string, locale: Locale): string =>
  `${name}${locale === 'zh' ? '：' : ': '}${text}`;

export const words = {
  required: { en: 'required', zh: '必需' },
  optional: { en: 'optional', zh: '可选' },
} as const satisfies Record<string, Text>;

export const effectTexts: { readonly [effect in Effect]: Text } = {
  allow: {
    en: 'Allows the actions on the resources, unless another statement denies them.',
    zh: '允许对资源执行这些操作，除非另有语句拒绝。',
  },
  deny: {
    en: 'Denies the actions on the resources, whatever else allows them.',
    zh: '拒绝对资源执行这些操作，无论其他语句是否允许。',
  },
};

export const versionTexts: { readonly [version in (typeof versions)[number]]: Text } = {
  '2.0': { en: 'The policy syntax of all of the documentation.', zh: '文档所述的策略语法版本。' },
  '3.0': {
    en: 'Compatible with 2.0. Needed where temporary credentials call list actions.',
    zh: '兼容 2.0。使用临时密钥调用列表类接口时需要。',
  },
};

export const resourceWords = {
  six: { en: 'six segments', zh: '六段式' },
  required: { en: 'required: no action here can be restricted', zh: '必须：此处的操作均不支持资源级授权' },
  needed: { en: 'needed by {count} of the actions here', zh: '此处有 {count} 个操作需要' },
  everything: { en: 'all resources', zh: '所有资源' },
  why: {
    en: 'All resources. An action without resource-level support needs exactly this: restricted to a resource, the statement never applies to it.',
    zh: '所有资源。不支持资源级授权的操作必须使用此值；若限定到具体资源，该语句对其不生效。',
  },
  every: { en: '{type}: all', zh: '{type}：全部' },
  everyBelow: { en: 'everything below', zh: '其下全部' },
  everyOfService: { en: 'every resource of the service', zh: '该服务的所有资源' },
  used: { en: 'used elsewhere', zh: '已在别处使用' },
  usedAccount: { en: 'account used already', zh: '已使用的账号' },
  project: { en: 'project: always empty', zh: '项目：须留空' },
  noRegion: { en: 'no region: the resources of this service have none', zh: '无地域：该服务的资源不区分地域' },
  allRegions: { en: 'all regions', zh: '所有地域' },
  uin: { en: 'a root account by its UIN', zh: '主账号 UIN' },
  uid: { en: 'a root account by its APPID', zh: '主账号 APPID' },
  ownAccount: { en: 'the root account that the policy belongs to', zh: '策略所属的主账号' },
} as const satisfies Record<string, Text>;

/** Who a principal may be, in the order to offer them. Source: CAM role pages, COS access policy pages. */
export const principalTexts: { readonly [kind in PrincipalKind]: Text } = {
  qcs: {
    en: 'Accounts, users and roles: `qcs::cam::uin/<root account>:uin/<user>`.',
    zh: '账号、用户与角色：`qcs::cam::uin/<主账号>:uin/<用户>`。',
  },
  service: {
    en: 'Tencent Cloud services that may take on the role, by host name.',
    zh: '可扮演该角色的腾讯云服务，以域名表示。',
  },
  federated: {
    en: 'Users of an identity provider: `qcs::cam::uin/<root account>:saml-provider/<name>` or `…:oidc-provider/<name>`.',
    zh: '身份提供商的用户：`qcs::cam::uin/<主账号>:saml-provider/<名称>` 或 `…:oidc-provider/<名称>`。',
  },
};

export const principalWords = {
  everyone: { en: 'everyone', zh: '所有人' },
  anyone: { en: 'anyone, signed in or not', zh: '任何人，包括匿名用户' },
  user: { en: 'a user of a root account', zh: '主账号下的子用户' },
  root: { en: 'a root account', zh: '主账号' },
  role: { en: 'a role', zh: '角色' },
  saml: { en: 'a SAML identity provider', zh: 'SAML 身份提供商' },
  oidc: { en: 'an OIDC identity provider', zh: 'OIDC 身份提供商' },
} as const satisfies Record<string, Text>;

export const conditionWords = {
  'for_any_value:': { en: 'at least one value of the key must meet it', zh: '键的任一取值满足即可' },
  'for_all_value:': {
    en: 'every value of the key must meet it; true where the key is missing',
    zh: '键的所有取值均须满足；键不存在时视为满足',
  },
  ifExist: { en: 'met where the key is missing', zh: '键不存在时视为满足' },
  qualifier: { en: 'needs for_any_value:', zh: '需配合 for_any_value:' },
  today: { en: 'today, 00:00 UTC', zh: '今天 00:00（UTC）' },
  now: { en: 'now', zh: '当前时间' },
  later: { en: 'in 30 days', zh: '30 天后' },
  private: { en: 'private addresses', zh: '私有地址段' },
  example: { en: 'example', zh: '示例' },
  absent: { en: 'the key is absent or empty', zh: '条件键不存在或为空' },
  there: { en: 'the key has a value', zh: '条件键有值' },
  older: { en: 'older key', zh: '旧键名' },
  tag: { en: 'a tag', zh: '标签' },
} as const satisfies Record<string, Text>;
