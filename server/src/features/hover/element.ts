/** Hovers on the elements of the policy language, and on the values of `version` and `effect`. */
import {
  effects,
  policyElementNamed,
  policyElements,
  statementElementNamed,
  statementElements,
  versions,
  type ElementInfo,
} from '../../core/policy/elements.js';
import { isPrincipalKind } from '../../core/policy/principal.js';
import type { PlaceOf } from '../../core/place/place.js';
import type { JsonProperty } from '../../core/syntax/json.js';
import type { SegmentData } from '../../core/catalogue/language.js';
import { say, type Locale, type Text } from '../../core/text.js';
import { blocks, bullets, code, plain } from '../markdown.js';
import { sourceLine } from '../explain/sources.js';
import { described, effectTexts, labelled, principalTexts, versionTexts, words } from '../explain/words.js';
import { elementTexts as texts } from '../explain/wording.js';
import type { Explanation, HoverContext } from './explanation.js';

export function hoverPolicyKey({ property }: PlaceOf<'policy-key'>, context: HoverContext): Explanation | undefined {
  const name = property && policyElementNamed(property.key.value);
  return name && elementText(property, name, policyElements[name], context);
}

export function hoverStatementKey(
  { property }: PlaceOf<'statement-key'>,
  context: HoverContext,
): Explanation | undefined {
  const name = property && statementElementNamed(property.key.value);
  return name && elementText(property, name, statementElements[name], context);
}

const elementText = (
  { key }: JsonProperty,
  name: string,
  { description, required }: ElementInfo,
  context: HoverContext,
): Explanation => ({
  span: key,
  markdown: blocks(
    `**${code(name)}** — ${say(required === false ? words.optional : words.required, context.locale)}`,
    say(description, context.locale),
    ...notesOn(name, context),
  ),
});

/** What the guide to the API says of the element, and how what it holds is written. */
function notesOn(name: string, context: HoverContext): readonly (string | undefined)[] {
  const { language, locale } = context;
  const { elements, segments, identities } = language.data;
  const notes = elements.filter(({ element }) => element === name);
  const forms =
    name === 'resource'
      ? segments.map((segment) => segmentText(segment, locale))
      : name === 'principal'
        ? identities.map(({ form, meaning }) => described(code(form), plain(meaning[locale]), locale))
        : [];
  const title = name === 'resource' ? texts.segments : texts.identities;
  const first = (name === 'resource' ? segments : name === 'principal' ? identities : notes)[0];
  return [
    ...notes.map(({ note }) => plain(note[locale])),
    forms.length > 0 ? labelled(title, `\n\n${bullets(forms)}`, locale) : undefined,
    first && sourceLine(language.sources(first.sources), context),
  ];
}

const segmentText = ({ segment, meaning, required, whenEmpty }: SegmentData, locale: Locale): string =>
  described(
    code(segment),
    [
      plain(meaning[locale]),
      required && say(texts['never-empty'], locale),
      whenEmpty && say(texts['when-empty'], locale, { meaning: plain(whenEmpty[locale]) }),
    ]
      .filter(Boolean)
      .join(locale === 'zh' ? '' : ' '),
    locale,
  );

export function hoverPrincipalKey(
  { property }: PlaceOf<'principal-key'>,
  { locale }: HoverContext,
): Explanation | undefined {
  const name = property?.key.value ?? '';
  if (!property || !isPrincipalKind(name)) return undefined;
  return { span: property.key, markdown: blocks(`**${code(name)}**`, say(principalTexts[name], locale)) };
}

export const hoverVersion = ({ spot }: PlaceOf<'version'>, context: HoverContext): Explanation | undefined =>
  chosen(spot.node, versions, versionTexts, context);

export const hoverEffect = ({ spot }: PlaceOf<'effect'>, context: HoverContext): Explanation | undefined =>
  chosen(spot.node, effects, effectTexts, context);

/** One of a few values, in upper or lower case. */
function chosen<Value extends string>(
  node: PlaceOf<'effect'>['spot']['node'],
  values: readonly Value[],
  texts: { readonly [value in Value]: Text },
  { locale }: HoverContext,
): Explanation | undefined {
  if (node?.kind !== 'string') return undefined;
  const lower = node.value.toLowerCase();
  const value = values.find((candidate) => candidate === lower);
  return value && { span: node, markdown: blocks(`**${code(value)}**`, say(texts[value], locale)) };
}
