/** All that a statement tests of a request beside its action and resource. */
import type { Language } from '../catalogue/language.js';
import { knownOperator } from '../knowledge/operators.js';
import { memoByObject } from '../memo.js';
import { testsOf, unreadable, type Test } from './condition-test.js';
import type { EffectiveStatement } from './effective.js';
import type { Speaking } from './said.js';

/** What the context of a request says of its principal: `qcs qcs::cam::uin/1:uin/2`. No condition key has this name. */
export const principalKey = '(principal)';

type Conditional = Pick<Speaking, 'statement' | 'conditional' | 'unclear'>;

/** The tests of a statement's condition, or that it says what it may say; `text` is the one of its policy. */
export const conditionsOf = (effective: Conditional, text: string, language: Language): readonly Test[] =>
  effective.unclear ? [effective.unclear] : effective.conditional ? read(language)(effective)(text) : [];

const read = memoByObject((language: Language) =>
  memoByObject(({ statement }: Conditional) => {
    let tests: readonly Test[] | undefined;
    return (text: string): readonly Test[] => {
      tests ??= testsOf(statement, text, language);
      // A condition in which nothing can be read is still a condition.
      return tests.length > 0 ? tests : [unreadable('condition')];
    };
  }),
);

const oneOf = 'for_any_value:string_equal';

/** That the caller is one of the principals whom the statement names, compared as texts; undefined where it names none. */
export const principalTest = (
  { principals }: Pick<EffectiveStatement, 'principals'>,
  language: Language,
): Test | undefined =>
  principals.kind === 'named'
    ? {
        operatorText: oneOf,
        operator: knownOperator(oneOf, language),
        key: principalKey,
        values: [...principals.names],
      }
    : undefined;
