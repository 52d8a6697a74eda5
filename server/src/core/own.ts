/** Looking texts up in plain objects, which hold more than their own members: `constructor`, `toString` and the rest of `Object.prototype`. */

/** The member of `table` by that name; undefined unless it is one of its own. */
export const own = <Value>(table: { readonly [name: string]: Value }, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
