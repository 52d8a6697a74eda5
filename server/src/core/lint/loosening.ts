/** Which repairs of conditions are not for unseen, as a deny may take away less once they are made. */
import type { KnownOperator } from '../knowledge/operators.js';
import type { Effect } from '../policy/elements.js';

/**
 * Whether a deny with this comparison may be met by every request while its key or its value is misspelt, and only by some once that is mended. The same is
 * thought of an effect, and of an operator, that cannot be read.
 */
export const mayLoosen = (effect: Effect | undefined, operator: KnownOperator | undefined): boolean =>
  effect !== 'allow' &&
  (!operator ||
    operator.ifExist ||
    operator.qualifier === 'for_all_value:' ||
    operator.data.type === 'null' ||
    operator.name.includes('_not_'));
