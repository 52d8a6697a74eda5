/** Which of the policies of a host is meant. */
import { groupBy } from '../group-by.js';
import type { Embedded } from './embedded.js';

/** What follows `#` behind the path of a file: the number of a policy in it, or its name. */
const which = /^(.+)#([\w-]{1,100})$/u;

/** `main.tf#2`, the second policy of a file, and `main.tf#dev`, the one of that name, in their parts. */
export function referenceIn(text: string): { readonly path: string; readonly which: string | undefined } {
  const [, path, found] = which.exec(text) ?? [];
  return path === undefined ? { path: text, which: undefined } : { path, which: found };
}

/** The reference that `referenceIn` reads so. */
export const referenceTo = (path: string, which: string | undefined): string =>
  which === undefined ? path : `${path}#${which}`;

/** What is a number chooses by number, also where a policy is called so: another policy is never chosen than the one that is counted. */
const isNumber = (which: string): boolean => /^\d{1,4}$/u.test(which);

/** The one of a number, from 1, or of a name that no other has; where nothing is said, the first. Undefined: there is none. */
export function chosenPolicy(all: readonly Embedded[], which: string | undefined): Embedded | undefined {
  if (which === undefined) return all[0];
  if (isNumber(which)) return all[Number(which) - 1];
  const named = all.filter(({ name }) => name === which);
  return named.length === 1 ? named[0] : undefined;
}

/**
 * What chooses each of the policies of a host: its name where it alone has it and it is no number, else its number; undefined where it is the only one and has no name. Linear
 * in their number.
 */
export function choicesOf(all: readonly Embedded[]): readonly (string | undefined)[] {
  const numbered = all.length > 1 ? (index: number) => String(index + 1) : () => undefined;
  return namesOf(all).map((name, index) => (name === undefined || isNumber(name) ? numbered(index) : name));
}

/** The names that each one of the policies of a host alone has, and that a reference can hold; undefined of one that has none. */
export function namesOf(all: readonly Embedded[]): readonly (string | undefined)[] {
  const byName = groupBy(all, ({ name }) => name);
  return all.map(({ name }) =>
    name !== undefined && byName.get(name)?.length === 1 && referenceIn(referenceTo('x', name)).which === name
      ? name
      : undefined,
  );
}
