/** Which service an action's bare name, such as `PutObject`, is probably of. Asks a few services, never the whole catalogue. */
import type { Catalogue, Service } from '../catalogue/catalogue.js';
import { memoByObject } from '../memo.js';

/** So many services are asked besides those that a policy names. */
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
  /** Only one service that was asked has it, the policy names that service, and the case is right. */
  readonly sure: boolean;
}

/**
 * The actions that the bare `name` may stand for in a policy that names the services `own`: those of `own`, then those of the services that most policies
 * name. In any case, unless one of them has it in this case. `own` alone makes a name sure: services that are not asked may have it, too.
 */
export function wholeNames(catalogue: Catalogue, name: string, own: readonly string[]): readonly WholeName[] {
  const named = new Set(own.flatMap((id) => catalogue.service(id) ?? []));
  const actions = [...new Set([...named, ...commonlyUsed(catalogue)])].flatMap(
    (service) => service.action(name) ?? service.actionIgnoringCase(name) ?? [],
  );
  const exact = actions.filter((action) => action.name === name);
  const found = exact.length > 0 ? exact : actions;
  return found.map((action) => ({
    service: action.service.data.service,
    name: action.name,
    sure: found.length === 1 && exact.length === 1 && named.has(action.service),
  }));
}
