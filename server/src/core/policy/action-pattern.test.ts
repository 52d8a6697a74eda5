import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAction } from './action.js';
import { coversAction, matchesAction, overlapsAction } from './action-pattern.js';

const word = (unit: string[], minLength = 1): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...unit), minLength, maxLength: 3 });
const name = fc.tuple(word(['a', 'b']), word(['a', 'b']));
const pattern = fc.oneof(
  fc.constantFrom('*', '*:*', 'name/*', 'name/*:*', 'permid/1'),
  fc
    .tuple(fc.constantFrom('', 'name/'), word(['a', 'b', '*']), word(['a', 'b', '*']))
    .map(([prefix, service, action]) => `${prefix}${service}:${action}`),
);

const means = (text: string, [service, action]: readonly [string, string]): boolean =>
  matchesAction(readAction(text), service, action);

describe('action patterns', () => {
  it('match as a regular expression does', () => {
    fc.assert(
      fc.property(pattern, name, (text, [service, action]) => {
        const body = text.replace(/^name\//u, '').replace(/^\*$/u, '*:*');
        const expression = new RegExp(`^${body.replaceAll('*', '[^:]*')}$`, 'u');
        assert.equal(means(text, [service, action]), expression.test(`${service}:${action}`));
      }),
    );
  });

  it('cover only what they stand for', () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(name), (a, b, names) => {
        if (!coversAction(readAction(a), readAction(b))) return;
        for (const each of names) assert.ok(means(a, each) || !means(b, each), each.join(':'));
      }),
    );
  });

  it('cover each other where each action of the one is of the other', () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        const inner = readAction(b);
        if (inner.form === 'set') return;
        // A letter of neither shows what a star alone can stand for.
        const fill = (text: string): string => text.replaceAll('*', 'c') || 'c';
        const sample: [string, string] = [fill(inner.service || '*'), fill(inner.name)];
        assert.equal(coversAction(readAction(a), inner), means(a, sample), sample.join(':'));
      }),
    );
  });

  it('overlap wherever an action is meant by both, in either order', () => {
    fc.assert(
      fc.property(pattern, pattern, fc.array(name), (a, b, names) => {
        const both = overlapsAction(readAction(a), readAction(b));
        assert.equal(both, overlapsAction(readAction(b), readAction(a)));
        assert.ok(both || !names.some((each) => means(a, each) && means(b, each)));
      }),
    );
  });

  it('know nothing of numbered sets, and cover nothing malformed', () => {
    assert.ok(coversAction(readAction('*'), readAction('permid/1')));
    assert.ok(!coversAction(readAction('permid/1'), readAction('permid/1')));
    assert.ok(overlapsAction(readAction('permid/1'), readAction('cvm:*')));
    assert.ok(!coversAction(readAction('*'), readAction('cvm')));
    assert.ok(!overlapsAction(readAction('*'), readAction('cvm')));
    assert.ok(!coversAction(readAction('a:*'), readAction('*')));
    assert.ok(coversAction(readAction('*:**'), readAction('*')));
  });
});
