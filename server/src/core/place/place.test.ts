import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyText, piecedText } from '../../../test/arbitrary-policy.js';
import { cursorIn } from '../../../test/marks.js';
import { runs } from '../../../test/sampling.js';
import { placeAt, type Place } from './place.js';
import { readPolicy } from '../policy/read.js';

const at = (marked: string): Place => {
  const { text, offset } = cursorIn(marked);
  return placeAt(readPolicy(text), offset);
};

/** Cursor tests that read as sentences: in this text the cursor stands on that. */
const cases: readonly (readonly [marked: string, kind: Place['kind'], before?: string, after?: string])[] = [
  ['|', 'document'],
  ['  |\n', 'document'],
  ['ver|', 'document'],
  ['// a comment\n|', 'document'],
  ['}|', 'nothing'],
  ['> "version": "2.0",\n> "statement": [\n>   {|}\n> ]', 'nothing'],
  ['{|}', 'policy-key'],
  ['{"ver|"}', 'policy-key', 'ver'],
  ['{"version"|:"2.0"}', 'policy-key', 'version'],
  ['{"version":"2|.0"}', 'version', '2', '.0'],
  ['{"version":|', 'version'],
  ['{"version": | }', 'version'],
  ['{"version":"2.0",|}', 'policy-key'],
  ['{"version":"2.0"|}', 'version', '2.0'],
  ['{"version":"2.0" |}', 'policy-key'],
  ['{"statement":[|]}', 'statement'],
  ['{"statement":[{}, |]}', 'statement'],
  ['{"statement":|', 'statement'],
  ['{"statement":[{|}]}', 'statement-key'],
  ['{"statement":{|}}', 'statement-key'],
  ['{"Statement":[{"Effect":"|"}]}', 'effect', ''],
  ['{"statement":[{"effect":all|}]}', 'effect', 'all'],
  ['{"statement":[{"action":"mps:Pro|"}]}', 'action', 'mps:Pro', ''],
  ['{"statement":[{"action":["mps:Pro|cess"]}]}', 'action', 'mps:Pro', 'cess'],
  ['{"statement":[{"action":["mps:Pro|]}]}', 'action', 'mps:Pro', ''],
  ['{"statement":[{"action":["mps:Pro|', 'action', 'mps:Pro', ''],
  ['{"statement":[{"action":["a", |]}]}', 'action', ''],
  ['{"statement":[{"action":[|', 'action', ''],
  ['{"statement":[{"action":|\n"resource":"*"}]}', 'action', ''],
  ['{"statement":[{"action":["\\u006dps:|x"]}]}', 'action', 'mps:', 'x'],
  ['{"statement":[{"resource":["qcs::|"]}]}', 'resource', 'qcs::'],
  ['{"statement":[{"effect":"allow"}, {"resource":"|"}]}', 'resource', ''],
  ['{"statement":[{"action":["x"]|}]}', 'nothing'],
  ['{"statement":[{"action":|["x"]}]}', 'nothing'],
  ['{"statement":[{"action":["x"|]}]}', 'action', 'x'],
  ['{"statement":[{"action":[mps:Pro|]}]}', 'action', 'mps:Pro'],
  ['{"statement":[{"action":["a", cos:Get|Obj]}]}', 'action', 'cos:Get', 'Obj'],
  ['{"statement":[{"effect":| "allow"}]}', 'nothing'],
  ['{"statement":[{"effect" | : "allow"}]}', 'nothing'],
  ['{"statement":[{"effect" |}]}', 'nothing'],
  ['{"statement":[{}|]}', 'nothing'],
  ['{"statement":|[{}]}', 'nothing'],
  ['{"statement":[{"action":["x"] |}]}', 'statement-key'],
  ['{"principal":"|"}', 'principal'],
  ['{"principal":{"|"}}', 'principal-key', ''],
  ['{"statement":[{"principal":{"qcs":["|"]}}]}', 'principal', ''],
  ['{"statement":[{"condition":|}]}', 'condition'],
  ['{"statement":[{"condition":"|"}]}', 'condition'],
  ['{"statement":[{"condition":{"ip_equal":|}}]}', 'condition-keys'],
  ['{"statement":[{"condition":{|}}]}', 'condition-operator'],
  ['{"statement":[{"condition":{"ip_|"}}]}', 'condition-operator', 'ip_'],
  ['{"statement":[{"condition":{"ip_equal":{"qcs:|"}}}]}', 'condition-key', 'qcs:'],
  ['{"statement":[{"condition":{"ip_equal":{"qcs:ip":["1|"]}}}]}', 'condition-value', '1'],
  ['{"statement":[{"condition":{"ip_equal":{"qcs:ip":|}}}]}', 'condition-value', ''],
  ['|{}', 'nothing'],
  ['{}|', 'nothing'],
  ['{"statement":[]|}', 'nothing'],
  ['{"unknown":"|"}', 'nothing'],
  ['{"statement":[{"unknown":{"a":"|"}}]}', 'nothing'],
];

describe('placeAt', () => {
  for (const [marked, kind, before, after] of cases) {
    it(`tells ${kind} in ${marked}`, () => {
      const place = at(marked);
      assert.equal(place.kind, kind);
      if (before !== undefined && place.kind !== 'nothing') assert.equal(place.spot.before, before);
      if (after !== undefined && place.kind !== 'nothing') assert.equal(place.spot.after, after);
    });
  }

  it('names the operator and key around a condition value', () => {
    const place = at('{"statement":[{"condition":{"ip_equal":{"qcs:ip":"|"}}}]}');
    assert.ok(place.kind === 'condition-value');
    assert.deepEqual([place.operator, place.key], ['ip_equal', 'qcs:ip']);
  });

  it('names the right statement among many', () => {
    const text = `{"statement":[${Array.from({ length: 50 }, (_, index) => `{"action":"s${index}:A"}`).join(',')}]}`;
    const policy = readPolicy(text);
    for (let index = 0; index < 50; index++) {
      const place = placeAt(policy, text.indexOf(`s${index}:`));
      assert.ok(place.kind === 'action');
      assert.equal(place.statement.index, index);
    }
  });

  it('answers at every offset of any text', () => {
    fc.assert(
      fc.property(fc.oneof(piecedText, anyText), (text) => {
        const policy = readPolicy(text);
        for (let offset = -1; offset <= policy.tree.text.length + 1; offset++) placeAt(policy, offset);
      }),
      runs(300),
    );
  });
});
