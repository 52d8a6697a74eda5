import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { knownOperator, meantOperator } from './operators.js';
import { qualifiers, readOperator, writeOperator } from '../policy/operator.js';

const operators = language.data.operators;

describe('condition operators', () => {
  it('are read into qualifier, base and suffix, and written back', () => {
    assert.deepEqual(readOperator('for_any_value:string_equal_if_exist'), {
      qualifier: 'for_any_value:',
      name: 'string_equal',
      ifExist: true,
    });
    assert.deepEqual(readOperator('ip_equal'), { qualifier: '', name: 'ip_equal', ifExist: false });
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(':', '_if_exist', 'a', '_', ' ') }), (text) => {
        assert.equal(writeOperator(readOperator(text)), text);
      }),
    );
  });

  it('are known with each qualifier and suffix that CAM documents, and no other', () => {
    for (const { name, ifExist } of operators) {
      assert.ok(knownOperator(name, language), name);
      assert.equal(knownOperator(`${name}_if_exist`, language) !== undefined, ifExist === true, name);
      for (const qualifier of qualifiers) assert.ok(knownOperator(`${qualifier}${name}`, language), name);
      assert.equal(knownOperator(`for_each_value:${name}`, language), undefined);
      assert.equal(knownOperator(`${name}_if_exists`, language), undefined);
    }
    assert.equal(knownOperator('', language), undefined);
  });

  const cases: readonly (readonly [string, string])[] = [
    ['StringEquals', 'string_equal'],
    ['StringEqualsIfExists', 'string_equal_if_exist'],
    ['ForAllValues:StringLike', 'for_all_value:string_like'],
    ['ForAnyValue:StringEqualsIgnoreCase', 'for_any_value:string_equal_ignore_case'],
    ['NumericLessThan', 'numeric_less_than'],
    ['NumericLessThanEquals', 'numeric_less_than_equal'],
    ['Bool', 'bool_equal'],
    ['IpAddress', 'ip_equal'],
    ['NotIpAddress', 'ip_not_equal'],
    ['Null', 'null_equal'],
    ['null', 'null_equal'],
    ['Ip_equal', 'ip_equal'],
    ['date_greater_than ', 'date_greater_than'],
    [' for_any_value : string_equal ', 'for_any_value:string_equal'],
    ['string_equals', 'string_equal'],
    ['string_eqaul', 'string_equal'],
    ['ip_equal_if_exists', 'ip_equal_if_exist'],
    ['for_any_values:string_equal', 'for_any_value:string_equal'],
    ['for_al_value:string_equal', 'for_all_value:string_equal'],
    ['null_equal_if_exist', 'null_equal'],
    ['ip-equal', 'ip_equal'],
  ];
  for (const [text, meant] of cases)
    it(`take "${text}" for ${meant}`, () => {
      assert.equal(meantOperator(text, language)?.text, meant);
    });

  it('are not guessed where nothing is near', () => {
    for (const text of ['', ':', 'qcs:ip', 'numeric_between', 'for_ever:string_equal', 'x'])
      assert.equal(meantOperator(text, language), undefined, text);
  });

  it('are not guessed where a qualifier says the opposite', () => {
    for (const qualifier of [
      'for_none_value',
      'for_no_value',
      'for_not_any_value',
      'ForNoneValues',
      'not_for_any_value',
      'FOR_NO_VALUE',
    ])
      assert.equal(meantOperator(`${qualifier}:string_equal`, language), undefined, qualifier);
  });

  it('are found again after their case is changed and blanks are put in', () => {
    const name = fc.constantFrom(...operators.map((operator) => operator.name));
    fc.assert(
      fc.property(name, fc.nat(), fc.boolean(), (text, at, upper) => {
        const blank = `${text.slice(0, at % text.length)} ${text.slice(at % text.length)}`;
        const meant = meantOperator(upper ? blank.toUpperCase() : blank, language);
        assert.deepEqual(meant, { text, sameLetters: true });
      }),
    );
  });
});
