/** Says in our own words what a preset policy covers. */
import type { Text } from '../../server/src/core/catalogue/data.js';

const covers = {
  full: { en: 'All actions', zh: '全部操作' },
  read: { en: 'Reading only', zh: '只读操作' },
  role: { en: 'For a role of the service itself', zh: '用于该服务自身的角色' },
  finance: { en: 'Orders and payments', zh: '订单与付费操作' },
} as const satisfies Record<string, Text>;

/** By name, and by whether a document says anything of it; undefined where neither tells. */
export function presetScope(name: string, documented: string): Text | undefined {
  const kind = kindOf(name);
  if (!kind) return undefined;
  const { en, zh } = covers[kind];
  return /name suggests|no description/.test(documented)
    ? { en: `${en}, as its name says; no document describes it.`, zh: `${zh}（据其名称，文档未说明）。` }
    : { en: `${en}.`, zh: `${zh}。` };
}

function kindOf(name: string): keyof typeof covers | undefined {
  if (/Role(In|$)/.test(name)) return 'role';
  if (/Read-?[Oo]nly/.test(name)) return 'read';
  if (/Full(Access|Control)/.test(name)) return 'full';
  return /Finance|Purchase|Order/.test(name) ? 'finance' : undefined;
}
