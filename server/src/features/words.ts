/** The words that several features show, in the languages the product speaks. */
import type { Access, LevelData } from '../core/catalogue/data.js';
import { say, type Locale, type Text } from '../core/text.js';

export const accessNames: { readonly [access in Access]: Text } = {
  read: { en: 'read', zh: '读' },
  list: { en: 'list', zh: '列表' },
  write: { en: 'write', zh: '写' },
  permission: { en: 'permission management', zh: '权限管理' },
  tagging: { en: 'tagging', zh: '标签' },
};

export const levelTexts = {
  resource: { en: 'can be restricted to resources', zh: '支持资源级授权' },
  operation: {
    en: 'cannot be restricted to resources: needs `"resource": "*"`',
    zh: '不支持资源级授权：须使用 `"resource": "*"`',
  },
  unknown: { en: 'not known whether it can be restricted to resources', zh: '是否支持资源级授权未知' },
} as const satisfies Record<string, Text>;

/** A short mark for lists: `*` where only all resources will do. */
export const levelMark = (level: LevelData | undefined, locale: Locale): string =>
  level === undefined
    ? ''
    : level.level === 'operation'
      ? say({ en: '· resource *', zh: '· 资源 *' }, locale)
      : say({ en: '· per resource', zh: '· 资源级' }, locale);

export const wildcardText = {
  everything: { en: 'every action of every service', zh: '所有服务的所有操作' },
  count: { en: '{count} actions', zh: '{count} 个操作' },
} as const satisfies Record<string, Text>;

export const wildcardDetail = (count: number, locale: Locale): string => say(wildcardText.count, locale, { count });
