/** Why a policy stays as it is, in words. */
import type { Text } from '../../text.js';
import type { Least } from './least.js';

type Why = Extract<Least, { readonly is: 'unchanged' }>['why'];

export const unchangedWords: { readonly [why in Why]: Text } = {
  exact: { en: 'The policy is the smallest already.', zh: '策略已是最小。' },
  nothing: { en: 'The policy allows none of the uses; it is left as it is.', zh: '策略未允许任何一项使用，保持不变。' },
  unproven: {
    en: 'No smaller policy could be proven to allow the same uses and nothing new; it is left as it is.',
    zh: '无法证明有更小的策略能允许同样的使用且不新增权限，保持不变。',
  },
  broken: { en: 'The policy has mistakes in its JSON; mend them first.', zh: '策略的 JSON 有错误，请先修复。' },
};
