/** What the access classes of actions are called, in their order. */
import type { Access } from '../catalogue/data.js';
import type { Text } from '../text.js';

export const accessNames: { readonly [access in Access]: Text } = {
  read: { en: 'read', zh: '读' },
  list: { en: 'list', zh: '列表' },
  write: { en: 'write', zh: '写' },
  permission: { en: 'permission management', zh: '权限管理' },
  tagging: { en: 'tagging', zh: '标签' },
};

/** The access classes, in the order in which people read them. */
export const accessClasses = Object.keys(accessNames) as readonly Access[];

/** Whether actions of the class change nothing. */
export const isReadingClass = (access: Access): boolean => access === 'read' || access === 'list';
