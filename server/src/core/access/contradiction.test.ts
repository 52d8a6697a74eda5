import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shippedLanguage as language } from '../../../test/shipped-catalogue.js';
import { runs } from '../../../test/sampling.js';
import { knownOperator } from '../knowledge/operators.js';
import { matches } from '../wildcard.js';
import { neverMet, type Comparison } from './contradiction.js';

function comparison(name: string, ...values: string[]): Comparison {
  const operator = knownOperator(name, language);
  assert.ok(operator, name);
  return { operator, values };
}

/** What CAM would say of one value, written down once more and as plainly as can be. */
const judges: { readonly [base: string]: (value: string, against: readonly string[]) => boolean } = {
  string_equal: (value, against) => against.some((each) => each === value),
  string_not_equal: (value, against) => against.every((each) => each !== value),
  string_equal_ignore_case: (value, against) => against.some((each) => each.toLowerCase() === value.toLowerCase()),
  string_not_equal_ignore_case: (value, against) => against.every((each) => each.toLowerCase() !== value.toLowerCase()),
  string_like: (value, against) => against.some((each) => matches(each, value)),
  string_not_like: (value, against) => !against.some((each) => matches(each, value)),
  numeric_equal: (value, against) => against.some((each) => Number(value) === Number(each)),
  numeric_not_equal: (value, against) => against.every((each) => Number(value) !== Number(each)),
  numeric_less_than: (value, against) => against.some((each) => Number(value) < Number(each)),
  numeric_less_than_equal: (value, against) => against.some((each) => Number(value) <= Number(each)),
  numeric_greater_than: (value, against) => against.some((each) => Number(value) > Number(each)),
  numeric_greater_than_equal: (value, against) => against.some((each) => Number(value) >= Number(each)),
};

const comparisonsOf = (prefix: string, value: fc.Arbitrary<string>): fc.Arbitrary<readonly Comparison[]> =>
  fc.array(
    fc
      .tuple(
        fc.constantFrom(...Object.keys(judges).filter((base) => base.startsWith(prefix))),
        fc.constantFrom('', '', '_if_exist'),
        fc.array(value, { minLength: 1, maxLength: 3 }),
      )
      .map(([base, suffix, values]) => comparison(base + suffix, ...values)),
    { minLength: 1, maxLength: 4 },
  );

const meets = (value: string, comparisons: readonly Comparison[]): boolean =>
  comparisons.every(({ operator, values }) => judges[operator.name]?.(value, values) ?? true);

describe('contradictions', () => {
  it('are never seen where some string meets all', () => {
    const letter = fc.string({ unit: fc.constantFrom('a', 'A', 'b'), maxLength: 3 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'A', 'b', '*'), maxLength: 3 });
    fc.assert(
      fc.property(comparisonsOf('string', pattern), fc.array(letter, { maxLength: 20 }), (comparisons, values) => {
        const found = values
          .concat(comparisons.flatMap((each) => each.values))
          .find((value) => meets(value, comparisons));
        assert.ok(found === undefined || !neverMet(comparisons), found);
      }),
      runs(1000),
    );
  });

  it('of numbers are seen exactly where no number meets all', () => {
    const number = fc.integer({ min: 0, max: 3 }).map(String);
    // Between whole numbers and beyond both ends.
    const samples = Array.from({ length: 13 }, (_, index) => String((index - 3) / 2));
    fc.assert(
      fc.property(comparisonsOf('numeric', number), (comparisons) => {
        const positive = comparisons.some(({ operator }) => !operator.ifExist && !operator.name.includes('_not_'));
        const met = samples.some((value) => meets(value, comparisons));
        assert.equal(neverMet(comparisons), positive && !met);
      }),
      runs(1000),
    );
  });

  const never: readonly (readonly Comparison[])[] = [
    [comparison('string_equal', 'a'), comparison('string_not_equal', 'a')],
    [comparison('string_equal', 'a'), comparison('string_equal_if_exist', 'b')],
    [comparison('string_equal', 'a', 'b'), comparison('string_not_equal_ignore_case', 'A', 'B')],
    [comparison('string_equal_ignore_case', 'a'), comparison('string_like', 'b*')],
    [comparison('string_like', 'img/*'), comparison('string_like', 'doc/*')],
    [comparison('string_like', 'img/*'), comparison('string_not_like', 'i*')],
    [comparison('numeric_less_than', '5'), comparison('numeric_greater_than', '5')],
    [comparison('numeric_equal', '1'), comparison('numeric_equal_if_exist', '2')],
    [
      comparison('date_greater_than', '2026-06-01T00:00:00Z'),
      comparison('date_less_than', '2026-06-01T07:00:00+08:00'),
    ],
    [comparison('ip_equal', '10.0.0.0/24'), comparison('ip_equal_if_exist', '10.0.1.0/24')],
    [comparison('ip_equal', '10.0.0.0/23'), comparison('ip_not_equal', '10.0.0.0/24', '10.0.1.0/24')],
    [comparison('bool_equal', 'true'), comparison('bool_equal_if_exist', 'false')],
  ];
  for (const comparisons of never)
    it(`are seen in ${comparisons.map(({ operator, values }) => `${operator.name} ${values.join()}`).join(' and ')}`, () => {
      assert.equal(neverMet(comparisons), true);
    });

  const perhaps: readonly (readonly Comparison[])[] = [
    [comparison('string_equal', 'a'), comparison('string_not_equal', '${uin}')],
    [comparison('string_equal_if_exist', 'a'), comparison('string_equal_ignore_case_if_exist', 'b')],
    [comparison('string_equal_ignore_case', 'a'), comparison('string_not_equal', 'a')],
    [comparison('string_like', 'a?'), comparison('string_like', 'b')],
    [comparison('ip_equal', '10.0.0.0/23'), comparison('ip_not_equal', '10.0.0.0/24')],
    [comparison('ip_equal', '2001:db8::/32'), comparison('ip_equal_if_exist', '10.0.0.0/8')],
    [comparison('ip_not_equal', '0.0.0.0/0')],
    [comparison('date_greater_than', 'then'), comparison('date_less_than', '2026-06-01')],
    [comparison('numeric_greater_than_equal', '5'), comparison('numeric_less_than_equal', '5')],
  ];
  for (const comparisons of perhaps)
    it(`are not seen in ${comparisons.map(({ operator, values }) => `${operator.name} ${values.join()}`).join(' and ')}`, () => {
      assert.equal(neverMet(comparisons), false);
    });
});
