/** Says in one line what a statement does. */
import { say, type Locale, type Text } from '../../core/text.js';
import type { Statement } from '../../core/policy/model.js';

const texts = {
  full: { en: '{effect} {actions} on {resources}', zh: '{effect} {actions} 于 {resources}' },
  bare: { en: '{effect} {actions}', zh: '{effect} {actions}' },
  empty: { en: 'new statement', zh: '新语句' },
  more: { en: '{first} +{count}', zh: '{first} +{count}' },
} as const satisfies Record<string, Text>;

/** The most characters of an action or resource in a title; longer ones are cut in the middle. */
const longest = 60;

/** `allow mps:Describe* on *`; of several actions or resources the first is named and the rest counted. A statement with none of them is new. */
export function titleOf({ effect, actions, resources }: Statement, locale: Locale): string {
  if (effect === undefined && !actions?.items.length && !resources?.items.length) return say(texts.empty, locale);
  const data = {
    effect: effect ?? '?',
    actions: listed(
      actions?.items.map(({ node, prefix }) => node.value.slice(prefix.length)),
      locale,
    ),
    resources: listed(
      resources?.items.map(({ node }) => node.value),
      locale,
    ),
  };
  return say(resources ? texts.full : texts.bare, locale, data);
}

function listed(items: readonly string[] | undefined, locale: Locale): string {
  const [first, ...rest] = items ?? [];
  if (first === undefined) return '?';
  const short = shorten(first);
  return rest.length === 0 ? short : say(texts.more, locale, { first: short, count: rest.length });
}

/** At most `longest` characters on one line, the middle left out. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= longest) return line;
  const half = (longest - 1) >> 1;
  return `${line.slice(0, half)}…${line.slice(line.length - half)}`;
}
