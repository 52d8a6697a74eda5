/** What kinds of variables a resource's format has where the catalogue does not say: as their names tell nearly always. */
import type { VariableData } from './data.js';

const accounts: ReadonlySet<string> = new Set(['uin', 'uid', 'account', 'appid']);

const kindOf = (name: string): VariableData['kind'] =>
  name === 'region' ? 'region' : accounts.has(name.toLowerCase()) ? 'account' : 'id';

/** The variables of `format`, in order. */
export const usualVariables = (format: string): readonly VariableData[] =>
  [...format.matchAll(/\$\{(\w+)\}/gu)].map(([, name = '']) => ({ name, kind: kindOf(name) }));
