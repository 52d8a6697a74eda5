/** Completion: the cursor's place decides who answers. A place without a completer does not compile. */
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { placeAt, type Place, type PlaceKind, type PlaceOf } from '../../core/place.js';
import type { Context, PolicyDocument } from '../document.js';
import { documentAction } from '../hover/action.js';
import { completeAction } from './action.js';
import { itemsOf, type Candidate, type CompletionContext, type CompletionData } from './item.js';
import { completeResource } from './resource.js';

type Completer<Kind extends PlaceKind> = (place: PlaceOf<Kind>, context: CompletionContext) => readonly Candidate[];

const nothing = (): readonly Candidate[] => [];

const completers: { readonly [Kind in PlaceKind]: Completer<Kind> } = {
  nothing,
  document: nothing,
  'policy-key': nothing,
  version: nothing,
  statement: nothing,
  'statement-key': nothing,
  effect: nothing,
  action: completeAction,
  resource: completeResource,
  'principal-key': nothing,
  principal: nothing,
  'condition-operator': nothing,
  'condition-key': nothing,
  'condition-value': nothing,
};

/** What may stand at `position`. Documentation is added by `resolveCompletion`. */
export function complete(document: PolicyDocument, position: Position, context: Context): CompletionItem[] {
  const place = placeAt(document.policy, document.text.offsetAt(position));
  if (place.kind === 'nothing') return [];
  const completion: CompletionContext = { ...context, document };
  return itemsOf(candidatesFor(place, completion), place.spot, completion);
}

function candidatesFor(place: Place, context: CompletionContext): readonly Candidate[] {
  const completer = completers[place.kind] as (place: Place, context: CompletionContext) => readonly Candidate[];
  return completer(place, context);
}

/** The item with its documentation. */
export function resolveCompletion(item: CompletionItem, context: Context): CompletionItem {
  const data = item.data as CompletionData | undefined;
  const value = data && documentAction(data.service, data.action, context);
  return value ? { ...item, documentation: { kind: 'markdown', value } } : item;
}
