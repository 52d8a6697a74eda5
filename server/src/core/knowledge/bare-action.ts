/** Which service an action's bare name, such as `PutObject`, is probably of. */
import type { Action, Catalogue, Service } from '../catalogue/catalogue.js';
import { memoByObject } from '../memo.js';

/** So many services count as commonly used. */
const commonServices = 10;

/** The services that most policies name, the most used first. */
export const commonlyUsed = memoByObject((catalogue: Catalogue): readonly Service[] =>
  catalogue.summaries
    .flatMap(({ service, rank }) => (rank !== undefined && rank < commonServices ? [{ service, rank }] : []))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ service }) => catalogue.service(service) ?? []),
);

export interface WholeName {
  readonly service: string;
  readonly name: string;
  /** No other service has it, the case is right, and nothing makes it doubtful. */
  readonly sure: boolean;
}

/**
 * The actions that the bare `name` may stand for in a policy that names the services `own`: those of `own`, then those of all others, the most used ones
 * first. In any case, unless one of them has it in this case.
 */
export function wholeNames(catalogue: Catalogue, name: string, own: readonly string[]): readonly WholeName[] {
  const named = own.flatMap((id) => catalogue.service(id) ?? []);
  const actions = [
    ...new Set([
      ...named.flatMap((service) => service.action(name) ?? service.actionIgnoringCase(name) ?? []),
      ...catalogue.actionsNamed(name),
    ]),
  ];
  const exact = actions.filter((action) => action.name === name);
  const found = exact.length > 0 ? exact : actions;
  return found.map((action) => ({
    service: action.service.data.service,
    name: action.name,
    sure: found.length === 1 && exact.length === 1 && !isDoubtful(action, named.includes(action.service)),
  }));
}

/**
 * One word may be meant otherwise, and an action that was renamed or went has another name today. CAM may know an action by another service where one
 * succeeded the service, or where CAM writes the service otherwise, unless the policy names it.
 */
const isDoubtful = ({ name, facts, service: { data } }: Action, isNamed: boolean): boolean =>
  !/[a-z\d][A-Z]/u.test(name) ||
  facts?.status !== undefined ||
  (!isNamed && Boolean(data.successor ?? data.authorizedAs));
