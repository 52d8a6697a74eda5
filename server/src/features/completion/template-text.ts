/** Writes templates as JSON with tab stops. Lines are indented by `\t`, which clients replace by the person's own indentation. */
import type { Template } from '../../../../protocol/answers.js';
import type { Context } from '../context.js';
import {
  policyTemplates,
  type ObjectTemplate,
  type PolicyTemplate,
  type StatementTemplate,
} from './templates/index.js';

/** The whole policies to start from, in the order to show them. */
export const templates = ({ language, locale }: Pick<Context, 'language' | 'locale'>): readonly Template[] =>
  policyTemplates(language).map((template) => ({
    id: template.id,
    title: template.title[locale],
    description: template.description[locale],
    body: policyText(template),
  }));

/** A template as a whole policy. */
export const policyText = (template: PolicyTemplate): string => braced(policyMembers(template));

/** The members of a policy, each without a comma. */
export const policyMembers = ({ statements }: PolicyTemplate): readonly string[] => [
  '"version": "2.0"',
  `"statement": ${bracketed(statements.map(statementText))}`,
];

/** A template's statements as items of a list. */
export const statementsText = ({ statements }: PolicyTemplate): string => statements.map(statementText).join(',\n');

export const statementText = (statement: StatementTemplate): string => braced(statementMembers(statement));

/** The members of a statement, each without a comma. */
export const statementMembers = ({
  principal,
  effect,
  action,
  resource,
  condition,
}: StatementTemplate): readonly string[] => [
  ...(principal ? [`"principal": { ${membersOf(principal).join(', ')} }`] : []),
  `"effect": "${effect}"`,
  `"action": ${strings(action)}`,
  ...(resource ? [`"resource": ${resource === '*' ? '"*"' : strings(resource)}`] : []),
  ...(condition ? [`"condition": ${conditionText(condition)}`] : []),
];

const conditionText = (condition: NonNullable<StatementTemplate['condition']>): string =>
  braced(Object.entries(condition).map(([operator, keys]) => `"${operator}": ${braced(membersOf(keys))}`));

const membersOf = (object: ObjectTemplate): readonly string[] =>
  Object.entries(object).map(([member, values]) => `"${member}": ${strings(values)}`);

/** An array of strings: one string on the same line, several on lines of their own. */
function strings(items: readonly string[]): string {
  const quoted = items.map((item) => `"${item}"`);
  return quoted.length === 1 ? `[${quoted.join('')}]` : bracketed(quoted);
}

export const bracketed = (items: readonly string[]): string => `[${lines(items)}]`;
const braced = (members: readonly string[]): string => `{${lines(members)}}`;

/** The items on lines of their own, one level in. */
export const lines = (items: readonly string[]): string => `\n${indented(items.join(',\n'))}\n`;

const indented = (text: string): string => text.replace(/^/gmu, '\t');
