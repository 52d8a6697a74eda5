/** Resource formats as texts with tab stops, and as candidates. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ResourceTypeData } from '../../../core/catalogue/data.js';
import { readResource, segment } from '../../../core/policy/resource.js';
import { blocks, code, plain } from '../../markdown.js';
import type { Candidate, CompletionContext } from '../candidate.js';
import { codesOf, regionCodes, regionForm } from '../regions.js';
import { choice, stop } from '../snippet.js';
import { usedAccounts, usedRegions } from './used.js';

/** `format`, the type's own or a part of it, with a tab stop for each variable. Accounts and regions that the policy uses already are filled in. */
function formatSnippet(format: string, { variables = [] }: ResourceTypeData, context: CompletionContext): string {
  let number = 0;
  return format.replace(/\$\{(\w+)\}|[\\$}]/gu, (found, name: string | undefined, offset: number) => {
    if (name === undefined) return `\\${found}`;
    number++;
    const kind = variables.find((variable) => variable.name === name)?.kind;
    const account = /ui[nd]\/$/u.exec(format.slice(0, offset))?.[0];
    if (kind === 'account' && account) return fill(number, name, numbersOf(account, context));
    return kind === 'region' ? fill(number, name, regionsFor(format, context)) : stop(number, name);
  });
}

const fill = (number: number, name: string, known: readonly string[]): string =>
  known.length === 0 ? stop(number, name) : choice(number, known);

/** The regions that this policy uses already, then all others, as the format's service names them. */
function regionsFor(format: string, context: CompletionContext): readonly string[] {
  const { catalogue, language } = context;
  const form = regionForm(catalogue.service(segment(readResource(format), 'service')));
  const used = usedRegions(context).filter((code) => {
    const region = language.region(code);
    return region && codesOf(region, form).includes(code);
  });
  return [...new Set([...used, ...regionCodes(form, language)])];
}

/** The numbers of used accounts that begin with `uin/` or `uid/`. */
const numbersOf = (start: string, context: CompletionContext): readonly string[] =>
  usedAccounts(context).flatMap((account) => (account.startsWith(start) ? account.slice(start.length) : []));

/** A format, or a part of one, of `type` as a candidate with tab stops. */
export const formatCandidate = (
  format: string,
  type: ResourceTypeData,
  description: string,
  context: CompletionContext,
): Candidate => ({
  ...shownAs(format, description),
  text: formatSnippet(format, type, context),
  snippet: true,
  named: true,
  kind: CompletionItemKind.Snippet,
  // In the list a long format is cut off.
  documentation: blocks(plain(description), code(format)),
  order: 'first',
});

/** Whole resources begin alike, and lists cut long ones: what tells them apart is the label, and their beginning follows in the description. */
function shownAs(format: string, description: string): Pick<Candidate, 'label' | 'description' | 'filter'> {
  const resource = readResource(format);
  const path = segment(resource, 'path');
  if (resource.form !== 'six' || path === '*') return { label: format, description };
  return { label: path, description: `${description} · ${format.slice(0, -path.length)}`, filter: format };
}
