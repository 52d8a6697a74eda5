/** What follows from a statement's actions for its resources. */
import type { Action, Service } from '../../core/catalogue/catalogue.js';
import type { ResourceTypeData } from '../../core/catalogue/data.js';
import { actionsOf } from '../../core/knowledge/level.js';
import type { Statement } from '../../core/policy/model.js';
import type { Context } from '../context.js';

/** The actions of the statement that the catalogue knows, wildcards expanded. */
export const knownActions = ({ actions }: Statement, { catalogue }: Context): readonly Action[] =>
  (actions?.items ?? []).flatMap((action) => actionsOf(catalogue, action));

/** The services of the statement's actions, each once, in order. */
export function servicesOf({ actions }: Statement, { catalogue }: Context): readonly Service[] {
  const ids = new Set(actions?.items.map(({ service }) => service));
  return [...new Set([...ids].flatMap((id) => catalogue.service(id) ?? []))];
}

/** The resource types of the actions, each once, in order; without forms of older documents. */
export const typesOf = (actions: readonly Action[]): readonly ResourceTypeData[] =>
  [...new Set(actions.flatMap(({ resourceTypes }) => resourceTypes))].filter(({ older }) => !older);

/** Whether every action of the statement is known to need `"*"` as its resource. */
export function onlyOperationLevel(statement: Statement, context: Context): boolean {
  const items = statement.actions?.items ?? [];
  return items.length > 0 && items.every((item) => isOperationLevel(actionsOf(context.catalogue, item)));
}

const isOperationLevel = (actions: readonly Action[]): boolean =>
  actions.length > 0 && actions.every(({ level }) => level?.level === 'operation');
