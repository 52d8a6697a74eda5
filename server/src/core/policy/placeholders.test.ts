import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../../test/sampling.js';
import { placeholdersIn } from './placeholders.js';

/** What is found, as one expression says it that takes time by the square of the text: fit for short ones only. */
const marks = String.raw`<[^<>]*>|[\w-]*\*{3,}[\w*-]*|\$(?!\{)[A-Za-z_]\w*(?:[.-]\w+)*|(?<!\$)\{[^{}]*\}|(?<![A-Za-z])your(?:[-_]\w[\w-]*|[A-Z]\w*)|(?<![A-Za-z])YOUR[-_]\w[\w-]*`;
const crosses = String.raw`(?:[\w-]*[\d-])?(?<![A-Za-z])(?:x{3,}|X{3,})(?![A-Za-z])[\w-]*`;

const expected = (text: string, objects: boolean): readonly unknown[] =>
  Array.from(
    text
      .replace(/\$\{[^{}]*\}/gu, (variable) => '\u0000'.repeat(variable.length))
      .matchAll(new RegExp(objects ? marks : `${marks}|${crosses}`, 'gu')),
    ({ index, 0: found }) => ({ start: index, end: index + found.length }),
  );

const signs = [...'<>*${}-_xX1aA.: é𠮷', '**', '***', 'your', 'YOUR', 'Your', 'xxx', 'XXX', '${uin}', '\ud800'];
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join(''));

describe('placeholders', () => {
  it('are what the expression finds, in any text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), fc.boolean(), (text, objects) => {
        assert.deepEqual(placeholdersIn(text, objects), expected(text, objects));
      }),
      runs(3000),
    );
  });

  it('are found where they overlap what another sign begins', () => {
    const found = (text: string): readonly string[] =>
      placeholdersIn(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(found('uin/1000****1/your-id-xxx/ins_xxxx/$a.b-***'), [
      '1000****1',
      'your-id-xxx',
      'xxxx',
      '$a.b',
      '-***',
    ]);
    assert.deepEqual(found('a-yourB-xxx-c'), ['a-yourB-xxx-c']);
    assert.deepEqual(found('yourB-1xxx'), ['yourB', '-1xxx']);
  });
});
