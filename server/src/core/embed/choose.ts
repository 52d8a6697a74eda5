/** Which of the policies of a host is meant. */
import type { Embedded } from './embedded.js';

/** What follows `#` behind the path of a file: the number of a policy in it, or its name. */
const which = /^(.+)#([\w-]{1,100})$/u;

/** `main.tf#2`, the second policy of a file, and `main.tf#dev`, the one of that name, in their parts. */
export function referenceIn(text: string): { readonly path: string; readonly which: string | undefined } {
  const [, path, found] = which.exec(text) ?? [];
  return path === undefined ? { path: text, which: undefined } : { path, which: found };
}

/** The one of a number, from 1, or of a name that no other has; where nothing is said, the first. Undefined: there is none. */
export function chosenPolicy(all: readonly Embedded[], which: string | undefined): Embedded | undefined {
  if (which === undefined) return all[0];
  const named = all.filter(({ name }) => name === which);
  if (named.length === 1) return named[0];
  return /^\d{1,4}$/u.test(which) ? all[Number(which) - 1] : undefined;
}

/** What chooses the policy of a place among all: its name where one alone has it, else its number; undefined where it is the only one and has no name. */
export function whichOf(all: readonly Embedded[], index: number): string | undefined {
  const name = all[index]?.name;
  if (name !== undefined && referenceIn(`x#${name}`).which === name && chosenPolicy(all, name) === all[index])
    return name;
  return all.length > 1 ? String(index + 1) : undefined;
}
