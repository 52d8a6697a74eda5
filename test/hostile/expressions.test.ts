/** No regular expression of what runs on people's texts takes more than linear time. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { repository } from '../host/install.js';
import { expressionsBelow, expressionsIn, objectionTo } from './expressions.js';

/** The checker takes long where it has to share the machine; in ms. */
const patience = 600_000;

describe('regular expressions', () => {
  it('are found wherever they stand, and so is what makes one of parts', () => {
    const text =
      'const a = /x\\/y/gu;\nb.replace(/[/]/u, (c: RegExp) => new RegExp(c, "u") ?? RegExp("z"));\n[c].map(RegExp);';
    assert.deepEqual(
      expressionsIn('a.ts', text).map(({ place, written, literal }) => [place, literal?.source ?? written]),
      [
        ['a.ts:1', 'x\\/y'],
        ['a.ts:2', '[/]'],
        ['a.ts:2', 'new RegExp(c, "u")'],
        ['a.ts:2', 'RegExp("z")'],
        ['a.ts:3', '[c].map(RegExp)'],
      ],
    );
  });

  it('are refused where they are polynomial, exponential or made of parts', async () => {
    const text = String.raw`[/\*+$/u, /(a|a)*b/u, /\s*T\s*/u, RegExp(a), /^\*+$/u, /\*+/u]`;
    const objections = await Promise.all(expressionsIn('a.ts', text).map(objectionTo));
    assert.deepEqual(
      objections.map((objection) => objection !== undefined),
      [true, true, true, true, false, false],
    );
  });

  for (const folder of ['server/src', 'client/src'])
    it(`of ${folder} are linear`, async () => {
      const expressions = await expressionsBelow(path.join(repository, folder));
      assert.ok(expressions.length > 0);
      const objections = [];
      for (const expression of new Map(expressions.map((each) => [each.written, each])).values()) {
        const objection = await objectionTo(expression);
        if (objection !== undefined) objections.push(`${expression.place} ${objection}`);
      }
      assert.deepEqual(objections, []);
    }).timeout(patience);
});
