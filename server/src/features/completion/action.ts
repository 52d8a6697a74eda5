/** Completion of an action: services first, then behind the colon the service's actions and the wildcards that sum some of them up. */
import type { Service } from '../../core/catalogue/catalogue.js';
import { readAction } from '../../core/policy/action.js';
import type { Statement } from '../../core/policy/model.js';
import { narrows } from '../../core/policy/resource.js';
import type { PlaceOf } from '../../core/place/place.js';
import { actionList } from './action-list.js';
import { actionSets } from './action-sets.js';
import { wordWildcard } from './wildcards.js';
import type { CompletionContext, Offer } from './candidate.js';
import { completeService } from './services.js';
import { foundByWord, isUndecided } from './typed-word.js';
import { namedHere } from './used-actions.js';

export function completeAction({ spot, statement }: PlaceOf<'action'>, context: CompletionContext): Offer {
  const { prefix } = readAction(spot.before);
  const body = spot.before.slice(prefix.length);
  const colon = body.indexOf(':');
  if (colon < 0) return completeService(prefix, body, context);
  const service = context.catalogue.service(body.slice(0, colon));
  if (!service) return { candidates: [] };
  const from = prefix.length + colon + 1;
  const present = presentIn(statement, service, spot.before + spot.after, context);
  const own = body.slice(colon + 1);
  const hints = {
    present,
    elsewhere: namedHere(service.data.service, context),
  };
  const restricted = statement.resources?.items.some(narrows) === true;
  const all = actionList(service, hints, restricted, context.locale);
  const typed = own && !own.includes('*') ? wordWildcard(service, own, context.locale) : [];
  const sets = spot.array ? actionSets(service.data.service, prefix, present, context.locale) : [];
  const candidates = [...foundByWord(all, own), ...sets, ...typed.filter(({ label }) => !present.includes(label))];
  return { candidates, part: { from }, incomplete: isUndecided(own) };
}

/** The names of `service` that the statement has already, but for the string that is being completed. */
const presentIn = (
  { actions }: Statement,
  service: Service,
  own: string,
  { catalogue }: CompletionContext,
): readonly string[] =>
  (actions?.items ?? []).flatMap(({ node, service: id, name }) =>
    node.value !== own && catalogue.service(id) === service ? name : [],
  );
