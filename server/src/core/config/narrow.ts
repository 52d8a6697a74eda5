/** How a suppression says that it is for one finding: no wider than what a person sees there. */
import type { Finding } from '../lint/finding.js';
import type { Policy, Statement } from '../policy/model.js';
import { encloses, type Span } from '../span.js';

export interface Narrowing {
  readonly action?: string;
  readonly resource?: string;
  readonly statement?: number | string;
}

/** The action or the resource that a finding stands on, else its statement; nothing where it is of the whole policy. */
export function narrowingOf({ span }: Finding, { statements }: Policy): Narrowing {
  const around = statements.find(({ node }) => encloses(node, span));
  if (!around) return {};
  const statement = { statement: statementName(around, statements) };
  const action = itemAt(span, around.actions?.items);
  const resource = itemAt(span, around.resources?.items);
  const value = action ?? resource;
  if (value === undefined) return statement;
  // A wildcard as it is written would stand for others, too.
  const isWide = value.includes('*') && statements.length > 1;
  return { ...(action === undefined ? { resource: value } : { action: value }), ...(isWide ? statement : {}) };
}

interface Item {
  readonly node: Span & { readonly value: string };
}

/** What is written in the one item that a span stands on. */
function itemAt(span: Span, items: readonly Item[] = []): string | undefined {
  const at = items.filter(({ node }) => node.start < span.end && span.start < node.end);
  const value = at.length === 1 ? at[0]?.node.value : undefined;
  return value === '' || value?.trim() === '' ? undefined : value;
}

/** The first action, which stays when statements are added, where only this one begins with it; else the index. */
function statementName(statement: Statement, statements: readonly Statement[]): number | string {
  const first = (one: Statement): string | undefined => one.actions?.items[0]?.node.value;
  const name = first(statement);
  const isOwn =
    name !== undefined &&
    name !== '' &&
    !name.includes('*') &&
    statements.filter((one) => first(one) === name).length === 1;
  return isOwn ? name : statement.index;
}
