/** The sentences that hovers are made of, in the languages the product speaks. */
import type { Text } from '../../core/text.js';

export const actionTexts = {
  level: { en: '{product}: {level}{age}.', zh: '{product}：{level}{age}。' },
  older: { en: 'older form', zh: '旧写法' },
  category: { en: 'Category', zh: '接口分类' },
  'called-by': { en: 'Called by the console', zh: '控制台页面' },
  required: { en: 'Required parameters', zh: '必选参数' },
  names: { en: 'names the resource', zh: '对应资源' },
  formats: { en: 'Resource formats', zh: '资源格式' },
  restriction: { en: 'Why', zh: '原因' },
  derived: { en: 'Derived, not documented: {rule}', zh: '推导得出，并非文档所述：{rule}' },
  product: {
    en: 'The documents say this of the whole product, not of this action.',
    zh: '此说明针对整个产品，而非该操作本身。',
  },
  instruction: {
    en: 'A general instruction in the documents says this; none speaks of this action.',
    zh: '此说明来自总体指引，而非该操作本身。',
  },
  renamed: {
    en: 'Renamed to {successor}. It is not documented which of the two names CAM checks.',
    zh: '已更名为 {successor}；CAM 可能仍检查任一名称。',
  },
  gone: {
    en: 'No longer part of the current API, but CAM may still check it.',
    zh: '已不在当前 API 中；CAM 可能仍会检查。',
  },
  unknown: { en: 'Not in the catalogue of {product}.', zh: '不在 {product} 的目录中。' },
  incomplete: {
    en: 'The catalogue may not know all actions of this service.',
    zh: '本目录可能未收录该产品的全部操作。',
  },
  near: { en: 'Did you mean {nearest}?', zh: '是否想写 {nearest}？' },
  'unknown-service': { en: 'No service of this name is in the catalogue.', zh: '目录中没有此名称的服务。' },
  more: { en: '… and {count} more', zh: '…… 以及另外 {count} 个' },
  conflict: { en: 'Sources disagree', zh: '来源不一致' },
  console: { en: 'console API', zh: '控制台接口' },
  server: { en: 'server API', zh: '服务端接口' },
  pseudo: { en: 'permission without an API', zh: '非 API 的权限项' },
  documentation: { en: 'API documentation', zh: 'API 文档' },
  everything: { en: 'Every action of every service.', zh: '所有服务的所有操作。' },
  set: {
    en: 'A numbered set of actions. No document says which.',
    zh: '编号的操作集合；其内容无文档说明。',
  },
  'of-access': { en: '{count} {access}', zh: '{count} 个{access}操作' },
  'some-operation': {
    en: '{count} of them cannot be restricted to resources: they need `"resource": "*"`.',
    zh: '其中 {count} 个不支持资源级授权：须使用 `"resource": "*"`。',
  },
  'all-operation': {
    en: 'None of them can be restricted to resources: they need `"resource": "*"`.',
    zh: '均不支持资源级授权：须使用 `"resource": "*"`。',
  },
  none: { en: 'No action of the catalogue matches.', zh: '目录中没有匹配的操作。' },
  beyond: { en: 'Allows more than reading', zh: '除读取外授予' },
  denies: { en: 'Denies more than reading', zh: '除读取外拒绝' },
  'beyond-new': {
    en: 'Allows more than reading, and more than the other actions here',
    zh: '除读取及此处其他操作外，新授予',
  },
  'denies-new': {
    en: 'Denies more than reading, and more than the other actions here',
    zh: '除读取及此处其他操作外，新拒绝',
  },
  reading: { en: 'Reading', zh: '读取' },
} as const satisfies Record<string, Text>;

export const serviceTexts = {
  aliases: { en: 'Also written {names}.', zh: '也写作 {names}。' },
  granularity: { en: 'Granularity', zh: '授权粒度' },
  service: { en: 'the service as a whole', zh: '服务级' },
  operation: { en: 'single actions, all resources', zh: '操作级' },
  resource: { en: 'single resources', zh: '资源级' },
  'product-level': { en: 'Documents say of the whole product: {level}.', zh: '文档将整个产品列为{level}。' },
  'can-restrict': { en: 'can be restricted to resources: {count}', zh: '支持资源级授权 {count} 个' },
  'cannot-restrict': { en: 'cannot: {count}', zh: '不支持 {count} 个' },
  'not-known': { en: 'not known: {count}', zh: '未知 {count} 个' },
  'by-action': { en: 'by action ({counts})', zh: '因操作而异（{counts}）' },
  'other-levels': { en: 'Of the actions of the product: {counts}.', zh: '该产品的操作中：{counts}。' },
  types: { en: 'Resource types', zh: '资源类型' },
  presets: { en: 'Preset policies', zh: '预设策略' },
  roles: { en: 'Service roles', zh: '服务角色' },
  companions: { en: 'Also needed', zh: '另需' },
  console: { en: 'console', zh: '控制台' },
  sdk: { en: 'SDK', zh: 'SDK' },
  on: { en: '{action} on {resource} ({for})', zh: '{action}，资源 {resource}（{for}）' },
  'known-as': { en: 'CAM knows these actions as {service}.', zh: 'CAM 以 {service} 识别这些操作。' },
  scenarios: { en: 'Before first use', zh: '使用前的设置' },
  everyone: { en: '{name} (for everyone)', zh: '{name}（必需）' },
  'some-uses': { en: '{name} (for some uses)', zh: '{name}（视用途而定）' },
  successor: { en: 'Succeeded by {service}.', zh: '后继服务：{service}。' },
} as const satisfies Record<string, Text>;

export const resourceTexts = {
  all: {
    en: 'All resources of all services. Actions without resource-level support need exactly this.',
    zh: '所有服务的所有资源。不支持资源级授权的操作必须使用此值。',
  },
  segment: { en: 'Segment', zh: '段' },
  value: { en: 'Value', zh: '值' },
  meaning: { en: 'Meaning', zh: '含义' },
  malformed: {
    en: 'A resource has six segments, `qcs:project:service:region:account:resource`; this has {count}.',
    zh: '资源应为六段式 `qcs:project:service:region:account:resource`，此处为 {count} 段。',
  },
  start: {
    en: 'A resource begins with `qcs:`, and has six segments.',
    zh: '资源应以 `qcs:` 开头，共六段。',
  },
  serves: { en: 'Serves: {names}', zh: '适用于：{names}' },
  'needs-all': { en: 'Needs `"*"` instead: {names}', zh: '须改用 `"*"`：{names}' },
  other: { en: 'Takes other resources: {names}', zh: '使用其他资源：{names}' },
  unknown: { en: 'Not known: {names}', zh: '未知：{names}' },
  part: { en: '{pattern} ({count} of {total})', zh: '{pattern}（{total} 个中的 {count} 个）' },
  'no-service': { en: 'all services', zh: '所有服务' },
  'unknown-service': { en: 'not in the catalogue', zh: '不在目录中' },
  'no-region': { en: 'empty: the resources of this service have no region', zh: '留空：该服务的资源不区分地域' },
  'all-regions': { en: 'all regions', zh: '所有地域' },
  'unknown-region': { en: 'not in the list of regions', zh: '不在地域列表中' },
  'same-region': { en: '{name}, also written {codes}', zh: '{name}，也写作 {codes}' },
  'no-account': { en: 'the root account that the policy belongs to', zh: '策略所属的主账号' },
  uin: { en: 'root account with the UIN {number}', zh: 'UIN 为 {number} 的主账号' },
  uid: { en: 'root account with the APPID {number}', zh: 'APPID 为 {number} 的主账号' },
  'any-account': { en: 'any account', zh: '任意账号' },
  preset: { en: 'the root account, as preset policies write it', zh: '主账号（预设策略的写法）' },
  'other-account': { en: 'neither `uin/` nor `uid/` and a number', zh: '既非 `uin/` 亦非 `uid/` 加数字' },
  qcs: { en: 'always `qcs`', zh: '固定为 `qcs`' },
  project: { en: 'empty, as it must be', zh: '留空（必须）' },
  'old-project': {
    en: 'projects are no longer part of resources: leave it empty',
    zh: '资源不再区分项目：请留空',
  },
  everything: { en: 'every resource', zh: '所有资源' },
  every: { en: '{type}: all', zh: '{type}：全部' },
  is: { en: '{name} is {value}', zh: '{name} 为 {value}' },
  'is-described': { en: '{name} is {value} ({text})', zh: '{name} 为 {value}（{text}）' },
} as const satisfies Record<string, Text>;

export const elementTexts = {
  segments: { en: 'Six segments, separated by colons', zh: '六段，以冒号分隔' },
  'when-empty': { en: 'Empty: {meaning}', zh: '留空：{meaning}' },
  'never-empty': { en: 'Cannot be empty.', zh: '不可为空。' },
  identities: { en: 'Accounts as resources of CAM', zh: '作为 CAM 资源的账号' },
} as const satisfies Record<string, Text>;

export const conditionTexts = {
  values: { en: 'Value', zh: '取值' },
  example: { en: 'Example', zh: '示例' },
  operators: { en: 'Operators', zh: '运算符' },
  'case-sensitive': { en: 'Condition keys are case-sensitive.', zh: '条件键区分大小写。' },
  several: {
    en: 'Of several values one is enough. All keys of an operator and all operators must be met.',
    zh: '多个值满足其一即可；同一运算符的各键及各运算符须全部满足。',
  },
  'for_any_value:': {
    en: '`for_any_value:` some value that the key has must meet it.',
    zh: '`for_any_value:` 键的任一取值满足即可。',
  },
  'for_all_value:': {
    en: '`for_all_value:` every value that the key has must meet it. Also met where the key is missing.',
    zh: '`for_all_value:` 键的所有取值均须满足；键不存在时也视为满足。',
  },
  'if-exist': {
    en: '`_if_exist` it is also met where the key is missing.',
    zh: '`_if_exist` 键不存在时也视为满足。',
  },
  unknown: { en: 'No such operator is documented.', zh: '文档中没有此运算符。' },
  aws: { en: 'Not an operator of CAM, where it is called {name}.', zh: '不是 CAM 的运算符；此处对应 {name}。' },
  older: { en: 'Named by older documents only.', zh: '仅见于较早的文档。' },
  seen: { en: 'Seen in published policies only.', zh: '仅见于已公开的策略。' },
  service: { en: 'A key of {service}.', zh: '{service} 的条件键。' },
  actions: { en: 'Documented for {names}.', zh: '文档所列操作：{names}。' },
  'unknown-key': { en: 'The catalogue has no such key.', zh: '目录中没有此键。' },
  variable: { en: 'Policy variable', zh: '策略变量' },
  'no-variable': {
    en: 'CAM documents no such policy variable and takes it as plain text.',
    zh: '不是 CAM 文档所列的策略变量，将按原文处理。',
  },
} as const satisfies Record<string, Text>;

export const principalTexts = {
  everyone: { en: 'Everyone.', zh: '所有人。' },
  anyone: { en: 'Anyone, signed in or not.', zh: '任何人，包括匿名用户。' },
  root: { en: 'The root account {owner}.', zh: '主账号 {owner}。' },
  user: { en: 'The user {id} of the root account {owner}.', zh: '主账号 {owner} 的子用户 {id}。' },
  group: { en: 'The user group {id} of the root account {owner}.', zh: '主账号 {owner} 的用户组 {id}。' },
  role: { en: 'The role {id} of the root account {owner}.', zh: '主账号 {owner} 的角色 {id}。' },
  provider: {
    en: 'The identity provider {id} of the root account {owner}.',
    zh: '主账号 {owner} 的身份提供商 {id}。',
  },
  service: { en: 'The service {id}, on behalf of the root account {owner}.', zh: '代表主账号 {owner} 的服务 {id}。' },
  host: { en: 'The service {product}.', zh: '服务：{product}。' },
  'its-roles': { en: 'Roles that trust it', zh: '信任该服务的角色' },
  'service-role': { en: 'A role for the service {product}.', zh: '供服务“{product}”使用的角色。' },
  'unknown-host': { en: 'The catalogue has no service of this host.', zh: '目录中没有使用此域名的服务。' },
} as const satisfies Record<string, Text>;
