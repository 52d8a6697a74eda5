/** Completion at the start of a policy or a statement: templates. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Catalogue } from '../../core/catalogue/catalogue.js';
import { memoByObject } from '../../core/memo.js';
import type { PlaceOf } from '../../core/place/place.js';
import { lineStartAt } from '../../core/syntax/measure.js';
import { say } from '../../core/text.js';
import { blocks, codeBlock, plain } from '../markdown.js';
import type { Candidate, CompletionContext } from './candidate.js';
import { withoutStops } from './snippet.js';
import {
  bracketed,
  lines,
  policyMembers,
  policyText,
  statementMembers,
  statementText,
  statementsText,
} from './template-text.js';
import { policyTemplates, statementTemplates, type PolicyTemplate, type StatementTemplate } from './templates/index.js';

export const completeDocument = (_: PlaceOf<'document'>, context: CompletionContext): readonly Candidate[] =>
  policyTemplates(context.language).map((template) => candidateOf(template, policyText(template), context));

/** Whole statements, in brackets if the array is missing. */
export function completeStatement({ spot }: PlaceOf<'statement'>, context: CompletionContext): readonly Candidate[] {
  return [...statementTemplates, ...policyTemplates(context.language)].map((template) =>
    statementCandidate(
      template,
      spot.array ? statementsText(template) : bracketed(template.statements.map(statementText)),
      context,
    ),
  );
}

/** What an empty policy may be filled with. */
export const policyStarts = (offset: number, context: CompletionContext): readonly Candidate[] =>
  policyTemplates(context.language).map((template) =>
    candidateOf(template, membersText(policyMembers(template), offset, context), context),
  );

/** What an empty statement may be filled with. */
export const statementStarts = (offset: number, context: CompletionContext): readonly Candidate[] =>
  policyTemplates(context.language).flatMap((template) => {
    const [statement, ...others] = template.statements;
    return statement && others.length === 0
      ? [statementCandidate(template, membersText(statementMembers(statement), offset, context), context)]
      : [];
  });

/** Members to insert between braces: on lines of their own, unless the cursor is alone on its line. */
function membersText(members: readonly string[], offset: number, { document }: CompletionContext): string {
  const alone = /^[\s"\w]*$/u.test(lineAt(document.policy.tree.text, offset));
  return alone ? members.join(',\n') : lines(members);
}

const lineAt = (text: string, offset: number): string =>
  text.slice(lineStartAt(text, offset), offset) + (/^[^\r\n]*/u.exec(text.slice(offset))?.[0] ?? '');

const candidateOf = (
  { title, description, statements }: PolicyTemplate,
  text: string,
  { locale, catalogue }: CompletionContext,
): Candidate => ({
  label: title[locale],
  filter: [title[locale], ...productsOf(statements, catalogue)].join(' ').slice(0, longestFilter),
  text,
  snippet: true,
  form: 'json',
  kind: CompletionItemKind.Snippet,
  documentation: blocks(plain(description[locale]), codeBlock(withoutStops(text).replaceAll('\t', '  '))),
  order: 'last',
});

/** Editors look at this many UTF-16 units of what typed text is searched in. */
const longestFilter = 128;

/** What the services of a template's first statement are called in both languages. */
function productsOf([statement]: readonly StatementTemplate[], catalogue: Catalogue): readonly string[] {
  const services = new Set(
    statement?.action.map((action) => action.slice(0, action.indexOf(':')).replace('name/', '')),
  );
  return [...services].flatMap((service) => productNames(catalogue).get(service) ?? []);
}

const productNames = memoByObject(
  ({ summaries }: Catalogue) => new Map(summaries.map(({ service, product }) => [service, [product.en, product.zh]])),
);

const texts = {
  one: { en: 'statement', zh: '语句' },
  several: { en: '{count} statements', zh: '{count} 条语句' },
} as const;

/** A template's statements without the policy around them. */
function statementCandidate(template: PolicyTemplate, text: string, context: CompletionContext): Candidate {
  const { title, statementTitle, statements } = template;
  const count = statements.length;
  return {
    ...candidateOf({ ...template, title: statementTitle ?? title }, text, context),
    description: say(count === 1 ? texts.one : texts.several, context.locale, { count }),
  };
}
