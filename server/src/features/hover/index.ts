/** Hover: a table from the kind of place at the cursor to its explainer. A place without an explainer does not compile. */
import type { Hover, Position } from 'vscode-languageserver-types';
import type { SourcesPage } from '../../../../protocol/answers.js';
import { placeAt, type Place, type PlaceKind, type PlaceOf } from '../../core/place/place.js';
import { plainAbilities } from '../abilities.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { markup } from '../markup.js';
import { hoverAction } from './action.js';
import { hoverConditionKey, hoverConditionValue, hoverOperator } from './condition.js';
import { hoverEffect, hoverPolicyKey, hoverPrincipalKey, hoverStatementKey, hoverVersion } from './element.js';
import type { Explanation, HoverContext } from './explanation.js';
import { hoverPrincipal } from './principal.js';
import { hoverResource } from './resource.js';

type Explainer<Kind extends PlaceKind> = (place: PlaceOf<Kind>, context: HoverContext) => Explanation | undefined;

const nothing = (): undefined => undefined;

const explainers: { readonly [Kind in PlaceKind]: Explainer<Kind> } = {
  nothing,
  document: nothing,
  'policy-key': hoverPolicyKey,
  version: hoverVersion,
  statement: nothing,
  'statement-key': hoverStatementKey,
  effect: hoverEffect,
  action: hoverAction,
  resource: hoverResource,
  'principal-key': hoverPrincipalKey,
  principal: hoverPrincipal,
  condition: nothing,
  'condition-operator': hoverOperator,
  'condition-keys': nothing,
  'condition-key': hoverConditionKey,
  'condition-value': hoverConditionValue,
};

/** The hover at `position`; null: there is none. */
export function hover(document: PolicyDocument, position: Position, context: Context): Hover | null {
  const { hoverFormat, sourcesCommand } = context.abilities ?? plainAbilities;
  const sources =
    sourcesCommand !== undefined && hoverFormat === 'markdown'
      ? { shownSources: { command: sourcesCommand, args: [document.uri, position.line, position.character] } }
      : {};
  const found = explain(document, position, { ...context, ...sources });
  return found ? { contents: markup(found.markdown, hoverFormat), range: document.rangeOf(found.span) } : null;
}

/** What is said at `position` with all of its sources, as a page in Markdown; null: nothing is said there. */
export function sourcesPage(document: PolicyDocument, position: Position, context: Context): SourcesPage | null {
  const found = explain(document, position, { ...context, shownSources: 'all' });
  if (!found) return null;
  const { start, end } = found.span;
  return { title: document.policy.tree.text.slice(start, end).replaceAll('"', ''), text: `${found.markdown}\n` };
}

function explain(document: PolicyDocument, position: Position, context: Context): Explanation | undefined {
  const place = placeAt(document.policy, document.offsetAt(position));
  const explainPlace = explainers[place.kind] as (place: Place, context: HoverContext) => Explanation | undefined;
  return explainPlace(place, { ...context, document });
}
