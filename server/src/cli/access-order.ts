/** What actions do, in the order in which it is shown. */
import type { Access } from '../core/index.js';

/** What only looks comes first. */
export const accessOrder = ['list', 'read', 'write', 'permission', 'tagging'] as const satisfies readonly Access[];
