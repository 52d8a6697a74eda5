/** Resource formats as texts with tab stops. */
import type { ResourceTypeData } from '../../../core/catalogue/data.js';
import type { CompletionContext } from '../item.js';
import { choice, stop } from '../snippet.js';
import { usedAccounts, usedRegions } from './used.js';

/** `format`, which is a form of the type's or a part of it, with a tab stop for each variable, filled with what this policy uses already. */
export function formatSnippet(
  format: string,
  { variables = [] }: ResourceTypeData,
  context: CompletionContext,
): string {
  let number = 0;
  return format.replace(/\$\{(\w+)\}|[\\$}]/gu, (found, name: string | undefined, offset: number) => {
    if (name === undefined) return `\\${found}`;
    number++;
    const kind = variables.find((variable) => variable.name === name)?.kind;
    const account = /ui[nd]\/$/u.exec(format.slice(0, offset))?.[0];
    if (kind === 'account' && account) return fill(number, name, numbersOf(account, context));
    return kind === 'region' ? fill(number, name, usedRegions(context)) : stop(number, name);
  });
}

const fill = (number: number, name: string, known: readonly string[]): string =>
  known.length === 0 ? stop(number, name) : choice(number, known);

/** The numbers of used accounts that begin with `uin/` or `uid/`. */
const numbersOf = (start: string, context: CompletionContext): readonly string[] =>
  usedAccounts(context).flatMap((account) => (account.startsWith(start) ? account.slice(start.length) : []));
