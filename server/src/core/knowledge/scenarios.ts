/** What documents say of the set-up of a service, for an action that was refused. */
import type { Catalogue } from '../catalogue/catalogue.js';
import type { ScenarioData } from '../catalogue/data.js';
import type { Policy } from '../policy/model.js';

/** An action as a message names it. */
interface Refused {
  readonly service: string;
  /** `service:Name`. */
  readonly action: string;
}

/**
 * The set-up that the refusal of one of `refused` shows to be missing. Services that are looked at are those of the actions and of the policy. What
 * a missing role brings about is no refusal.
 */
export function scenariosOf(
  refused: readonly Refused[],
  policy: Policy,
  catalogue: Catalogue,
): readonly ScenarioData[] {
  const actions = new Set(refused.map(({ action }) => action));
  const ids = [
    ...refused.map(({ service }) => service),
    ...policy.statements.flatMap((statement) => statement.actions?.items.map(({ service }) => service) ?? []),
  ];
  return [...new Set(ids)]
    .flatMap((id) => catalogue.service(id)?.data.scenarios ?? [])
    .filter((scenario) => !scenario.roles && scenario.actions?.some((action) => actions.has(action)));
}
