/** The statements that nearly allow, and what of each fails, in sentences. */
import { groupBy } from '../../group-by.js';
import { segmentTitles } from '../../policy/segment-titles.js';
import { listed, type Text } from '../../text.js';
import type { Decision, Miss, Source } from '../question.js';
import { capitalised, named, tell, type Voice } from './voice.js';

const texts = {
  action: { en: '{statements} does not name the action.', zh: '{statements}：未包含该操作。' },
  actions: { en: '{statements} do not name the action.', zh: '{statements}：均未包含该操作。' },
  resource: {
    en: '{statements} is for other resources (other {segments}).',
    zh: '{statements}：资源不同（{segments}）。',
  },
  resources: {
    en: '{statements} are for other resources (other {segments}).',
    zh: '{statements}：资源均不同（{segments}）。',
  },
  star: {
    en: '{statements} names resources, and only the resource * stands for a request for *.',
    zh: '{statements}：写明了资源，而请求的资源 * 只由资源 * 满足。',
  },
  stars: {
    en: '{statements} name resources, and only the resource * stands for a request for *.',
    zh: '{statements}：均写明了资源，而请求的资源 * 只由资源 * 满足。',
  },
  condition: {
    en: '{statements} has a condition that is not met: {condition}.',
    zh: '{statements}：条件未满足（{condition}）。',
  },
  conditions: {
    en: '{statements} have a condition that is not met: {condition}.',
    zh: '{statements}：条件均未满足（{condition}）。',
  },
  principal: { en: '{statements} may be for somebody else.', zh: '{statements}：可能针对其他主体。' },
  more: { en: 'Further statements come as near: {count}.', zh: '同样接近的语句还有 {count} 条。' },
} satisfies { readonly [name: string]: Text };

/** Statements that are named in one sentence, and sentences. */
const shownStatements = 4;
const shownParts = 3;

/** Statements of which the same fails are told together. `nameOf`: what a statement is called. */
export function missesInWords(
  { near }: Extract<Decision, { is: 'not-allowed' }>,
  nameOf: (source: Source) => string,
  voice: Voice,
): readonly string[] {
  const groups = [...groupBy(near, ({ part }) => JSON.stringify(part)).values()];
  const told = groups.slice(0, shownParts).flatMap((misses) => {
    const [first] = misses;
    if (!first) return [];
    // Only texts of policies are marked.
    const names = named(
      misses.map(({ source }) => nameOf(source)),
      shownStatements,
      { ...voice, code: (name) => name },
    );
    return [capitalised(missInWords(first.part, names, misses.length > 1, voice))];
  });
  const rest = groups.slice(shownParts).reduce((sum, { length }) => sum + length, 0);
  return rest > 0 ? [...told, tell(texts.more, voice, { count: rest })] : told;
}

function missInWords(part: Miss['part'], statements: string, several: boolean, voice: Voice): string {
  switch (part.kind) {
    case 'action':
      return tell(several ? texts.actions : texts.action, voice, { statements });
    case 'resource': {
      const segments = part.segments.map((name) => tell(segmentTitles[name], voice));
      return tell(several ? texts.resources : texts.resource, voice, {
        statements,
        segments: listed(segments, voice.locale),
      });
    }
    case 'star':
      return tell(several ? texts.stars : texts.star, voice, { statements });
    case 'condition':
      return tell(several ? texts.conditions : texts.condition, voice, {
        statements,
        condition: [part.operator, part.key]
          .filter((text) => text !== '')
          .map(voice.code)
          .join(' '),
      });
    case 'principal':
      return tell(texts.principal, voice, { statements });
  }
}
