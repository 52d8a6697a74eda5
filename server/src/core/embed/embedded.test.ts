import assert from 'node:assert/strict';
import fc from 'fast-check';
import { policyText } from '../../../test/arbitrary-policy.js';
import { blockOf, markedHost } from '../../../test/marked-host.js';
import { applyEdits, type Edit } from '../span.js';
import { hostOffset, hostSpan, ownOffset, wholeText, type Embedded } from './embedded.js';
import { hostEdits, writtenIn } from './host-edits.js';
import { policiesIn } from './hosts.js';

const opaque = '\uE000name\uE001';
const ownText = fc.string({
  unit: fc.constantFrom('"', '%', '$', 'a', ' ', ' ', '\n', '\n', opaque),
  maxLength: 30,
});
const indent = fc.constantFrom(0, 2, 4);

const hostOf = (text: string, by: number): string => `before {"a":1}\n${blockOf(text, by)}\nbehind\n`;
const policyIn = (host: string): Embedded => {
  const [policy] = markedHost.read(host);
  assert.ok(policy, host);
  return policy;
};

/** Edits that do not overlap, from numbers. */
function editsOf(text: string, cuts: readonly number[], texts: readonly string[]): readonly Edit[] {
  const offsets = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
  return texts.flatMap((newText, index) => {
    const [start, end] = [offsets[2 * index], offsets[2 * index + 1]];
    return start === undefined || end === undefined ? [] : [{ span: { start, end }, newText }];
  });
}

/** Whether an offset lies inside a name that only the host knows: nothing points in there. */
const isInside = (text: string, offset: number): boolean => /\uE000\w*$/u.test(text.slice(0, offset));

describe('a policy in a host', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.oneof(ownText, policyText), indent, (text, by) => {
        const own = text.replaceAll('\r', '');
        assert.equal(policyIn(hostOf(own, by)).text, own);
      }),
    );
  });

  it('after edits is what the edits make of its own text', () => {
    const pieces = fc.array(ownText, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        ownText,
        indent,
        fc.array(fc.nat(100), { minLength: 2, maxLength: 6 }),
        pieces,
        (text, by, cuts, texts) => {
          const edits = editsOf(text, cuts, texts);
          const cutsName = edits.some(({ span }) => isInside(text, span.start) || isInside(text, span.end));
          const host = hostOf(text, by);
          const after = applyEdits(host, hostEdits(policyIn(host), edits));
          assert.ok(after.startsWith('before {"a":1}\n#policy') && after.endsWith('\n#end\nbehind\n'), after);
          const expected = applyEdits(text, edits);
          // Half of a name is no name: what is left of it cannot be told from text.
          if (!cutsName) assert.equal(policyIn(after).text, expected, JSON.stringify({ host, after }));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('has offsets that lead to the host and back', () => {
    fc.assert(
      fc.property(ownText, indent, (text, by) => {
        const policy = policyIn(hostOf(text, by));
        for (let offset = 0; offset <= text.length; offset++)
          if (!isInside(text, offset)) assert.equal(ownOffset(policy, hostOffset(policy, offset)), offset);
        assert.equal(ownOffset(policy, 0), 0);
        assert.equal(ownOffset(policy, 1e6), text.length);
      }),
    );
  });

  it('has spans whose host text stands for just what they cover', () => {
    const host = hostOf('{\n  "a": "%",\n  "b": 1\n}', 4);
    const policy = policyIn(host);
    const textOf = (part: string): string => {
      const start = policy.text.indexOf(part);
      const span = hostSpan(policy, { start, end: start + part.length });
      return host.slice(span.start, span.end);
    };
    assert.equal(textOf('"a"'), '%qa%q');
    assert.equal(textOf('"%"'), '%q%p%q');
    assert.equal(textOf('"a": "%",\n'), '%qa%q: %q%p%q,\n');
    assert.equal(textOf('  "b"'), '  %qb%q');
    assert.equal(textOf(policy.text), host.slice(host.indexOf('{\n'), host.indexOf('\n#end')));
  });

  it('takes the indentation of a line away with the line, and gives new lines theirs', () => {
    const host = hostOf('{\n  "a": 1,\n  "b": 2\n}', 4);
    const policy = policyIn(host);
    const line = { start: policy.text.indexOf('  "a"'), end: policy.text.indexOf('  "b"') };
    const after = (newText: string): string => applyEdits(host, hostEdits(policy, [{ span: line, newText }]));
    assert.equal(after(''), hostOf('{\n  "b": 2\n}', 4));
    assert.equal(after('  "c": "%",\n\n'), hostOf('{\n  "c": "%",\n\n  "b": 2\n}', 4));
  });

  it('writes anew what edits leave of a name that only the host knows', () => {
    const host = hostOf(`a${opaque}b`, 2);
    const policy = policyIn(host);
    const edits = [
      { span: { start: 0, end: 2 }, newText: 'x\uE000' },
      { span: { start: 3, end: 5 }, newText: 'o' },
    ];
    assert.equal(applyEdits(host, hostEdits(policy, edits)), hostOf('x\uE000noe\uE001b', 2));
  });
});

describe('a policy that is its own host', () => {
  it('is what it is', () => {
    const policy = wholeText('{\n}');
    const edits = [{ span: { start: 1, end: 2 }, newText: '"%"\n' }];
    assert.equal(hostEdits(policy, edits), edits);
    assert.equal(writtenIn(policy, '"%"\n'), '"%"\n');
    assert.deepEqual([hostOffset(policy, 2), ownOffset(policy, 2)], [2, 2]);
  });
});

describe('hosts', () => {
  const kinds = [markedHost];
  const texts = (language: string, name: string): readonly string[] =>
    policiesIn(blockOf('{}'), language, name, kinds).map(({ text }) => text);

  it('are known by the language that a person chose, else by the name', () => {
    assert.deepEqual(texts('marked', 'a.txt'), ['{}']);
    assert.deepEqual(texts('', 'a.marked'), ['{}']);
    assert.deepEqual(texts('plaintext', 'a.txt'), [blockOf('{}')]);
    assert.deepEqual(
      policiesIn(blockOf('{}'), 'cam-policy', 'a.marked').map(({ text }) => text),
      [blockOf('{}')],
    );
  });
});
