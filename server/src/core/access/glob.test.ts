import assert from 'node:assert/strict';
import { matches } from '../wildcard.js';
import { generic, meet } from './glob.js';

/** All texts over `letters` of at most `length`. */
const textsOver = (letters: string, length: number): readonly string[] =>
  length === 0
    ? ['']
    : ['', ...textsOver(letters, length - 1).flatMap((rest) => [...letters].map((letter) => letter + rest))];

describe('the intersection of patterns', () => {
  const globs = [...new Set(textsOver('ab*', 4))].filter((glob) => !glob.includes('**'));
  const words = [...new Set(textsOver('abc', 5))];

  it('holds the texts that both patterns mean, and no others', () => {
    const sample = globs.filter((_, index) => index % 3 === 0);
    for (const a of sample)
      for (const b of sample) {
        const both = meet(a, b);
        assert.ok(both);
        for (const word of words)
          assert.equal(
            both.some((glob) => matches(glob, word)),
            matches(a, word) && matches(b, word),
            `${a} ${b} ${word}: ${both.join()}`,
          );
      }
  });

  it('has for each pattern a text that no pattern means which does not mean all of it', () => {
    for (const a of globs)
      for (const b of globs)
        if (matches(b, generic(a))) for (const word of words) if (matches(a, word)) assert.ok(matches(b, word));
  });

  it('gives up in bounded time', () => {
    const stars = (letters: string): string => [...letters].map((letter) => `*${letter.repeat(2)}`).join('') + '*';
    assert.equal(meet(stars('abcdefghijklm'), stars('nopqrstuvwxyz')), undefined);
    const run = (letter: string): string => letter.repeat(300);
    assert.ok(meet(`${run('a')}*`, `*${run('b')}`)?.[0] === `${run('a')}*${run('b')}`);
    assert.equal(meet(`*${'a'.repeat(100_000)}*`, `*${'b'.repeat(100_000)}*`), undefined);
  });
});
