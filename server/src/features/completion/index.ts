/** Completion: a table from the kind of place at the cursor to its completer. A place without a completer does not compile. */
import type { CompletionList, Position } from 'vscode-languageserver-types';
import { placeAt, type Place, type PlaceKind, type PlaceOf } from '../../core/place/place.js';
import type { JsonNode } from '../../core/syntax/json.js';
import { plainAbilities } from '../abilities.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { completeAction } from './action.js';
import {
  completeCondition,
  completeConditionKey,
  completeConditionKeys,
  completeConditionValue,
  completeOperator,
} from './condition/index.js';
import { completeEffect, completePolicyKey, completeStatementKey, completeVersion } from './elements.js';
import type { Candidate, CompletionContext, Offer } from './candidate.js';
import { listOf } from './item.js';
import { completePrincipal, completePrincipalKey } from './principal.js';
import { completeResource } from './resource/index.js';
import { completeDocument, completeStatement } from './start.js';

export { resolveCompletion } from './resolve.js';

type Answer = readonly Candidate[] | Offer;
type Completer<Kind extends PlaceKind> = (place: PlaceOf<Kind>, context: CompletionContext) => Answer;

const completers: { readonly [Kind in PlaceKind]: Completer<Kind> } = {
  nothing: () => [],
  document: completeDocument,
  'policy-key': completePolicyKey,
  version: completeVersion,
  statement: completeStatement,
  'statement-key': completeStatementKey,
  effect: completeEffect,
  action: completeAction,
  resource: completeResource,
  'principal-key': completePrincipalKey,
  principal: completePrincipal,
  condition: completeCondition,
  'condition-operator': completeOperator,
  'condition-keys': completeConditionKeys,
  'condition-key': completeConditionKey,
  'condition-value': completeConditionValue,
};

/** The completions at `position`; null: none. The documentation of most items is added by `resolveCompletion`. */
export function complete(document: PolicyDocument, position: Position, context: Context): CompletionList | null {
  if (document.isBetween(position)) return null;
  const offset = document.offsetAt(position);
  const place = placeAt(document.policy, offset);
  if (place.kind === 'nothing' || isInText(document, place.spot.node, offset)) return null;
  const completion: CompletionContext = { ...context, abilities: context.abilities ?? plainAbilities, document };
  const offer = offerFor(place, completion);
  const list = listOf(offer, place.spot, completion);
  return offer.incomplete || place.kind === 'condition-operator' ? { ...list, isIncomplete: true } : list;
}

function offerFor(place: Place, context: CompletionContext): Offer {
  const completer = completers[place.kind] as (place: Place, context: CompletionContext) => Answer;
  const answer = completer(place, context);
  return 'candidates' in answer ? answer : { candidates: answer };
}

/** Whether the cursor is in a comment or behind an unclosed string on its line: a completion would become part of it. */
function isInText({ policy: { tree } }: PolicyDocument, own: JsonNode | undefined, offset: number): boolean {
  return tree.problems.some(({ kind, start, end }) => {
    if (kind === 'comment' || kind === 'unclosed-comment') return start < offset && offset <= end;
    // A string that ends with a wrong quote reaches further once a right one is typed.
    const open = kind === 'unclosed-string' || (kind === 'wrong-quotes' && end === start + 1);
    const behind = open && end < offset && start !== own?.start;
    return behind && !/[\r\n]/u.test(tree.text.slice(end, offset));
  });
}
