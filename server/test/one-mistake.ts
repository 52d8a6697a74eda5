/** What one mistake in a text costs: the findings that one character too few or too many adds to those of the right text. */
import type { Finding } from '../src/core/lint/finding.js';

export interface Mistake {
  readonly text: string;
  /** Where the character went missing or came in. */
  readonly offset: number;
  /** How much longer the text is than the right one: 1 or -1. */
  readonly longer: number;
  /** What was done, to be told. */
  readonly name: string;
}

/** Each character left out once; each character that structures JSON put in once at each place. */
export function* mistakesIn(text: string): Generator<Mistake> {
  for (let offset = 0; offset <= text.length; offset++) {
    const left = text.slice(0, offset);
    if (offset < text.length)
      yield {
        text: left + text.slice(offset + 1),
        offset,
        longer: -1,
        name: `without ${JSON.stringify(text.charAt(offset))}`,
      };
    for (const character of '"{}[],:\n')
      yield {
        text: left + character + text.slice(offset),
        offset,
        longer: 1,
        name: `with ${JSON.stringify(character)}`,
      };
  }
}

/** The findings that are beyond those of the right text, in their order: each of `right` accounts for one of its rule and message. */
export function beyond(right: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const left = new Map<string, number>();
  for (const { code, messageId } of right)
    left.set(`${code}/${messageId}`, (left.get(`${code}/${messageId}`) ?? 0) + 1);
  return found.filter(({ code, messageId }) => {
    const count = left.get(`${code}/${messageId}`) ?? 0;
    left.set(`${code}/${messageId}`, count - 1);
    return count <= 0;
  });
}

/** The first finding that the right text does not have at the same place; undefined where there is none. */
export function firstNew(
  { offset, longer }: Mistake,
  right: readonly Finding[],
  found: readonly Finding[],
): Finding | undefined {
  const known = new Set(
    right.map(({ code, span: { start } }) => `${code}/${start >= offset ? start + longer : start}`),
  );
  return found.find(({ code, span: { start } }) => !known.has(`${code}/${start}`));
}

/** Whether a finding is on a line of the mistake, or nothing but white space and one sign is between the two: of two brackets in a row either may be the one too many. */
export function isOnMistake({ text, offset }: Mistake, { span: { start, end } }: Finding): boolean {
  const between = end < offset ? text.slice(end, offset) : text.slice(offset, start);
  return !between.includes('\n') || between.trim().length <= 1;
}
