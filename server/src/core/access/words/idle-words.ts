/** Why a statement has no effect, in a sentence. */
import type { Statement } from '../../policy/model.js';
import type { Text } from '../../text.js';
import type { Idle } from '../explain/explanation.js';

const texts = {
  incomplete: {
    en: 'Statement {number} lacks an effect, an action or a resource that CAM takes',
    zh: '语句 {number} 缺少 CAM 可接受的 effect、action 或 resource',
  },
  denied: {
    en: 'Statement {number} allows nothing: {statements} denies all of it',
    zh: '语句 {number} 未允许任何操作：其全部内容已被拒绝（{statements}）',
  },
  deniedBySeveral: {
    en: 'Statement {number} allows nothing: {statements} deny all of it',
    zh: '语句 {number} 未允许任何操作：其全部内容已被拒绝（{statements}）',
  },
  between: {
    en: 'Statement {number} allows nothing: what it reaches of its actions is denied ({statements})',
    zh: '语句 {number} 未允许任何操作：其所能及的操作均已被拒绝（{statements}）',
  },
  unreached: {
    en: 'Statement {number} reaches none of its actions: CAM asks about them with the resource *, which it does not name',
    zh: '语句 {number} 对其操作均不生效：CAM 以资源 * 检查这些操作，而此语句未写 *',
  },
  same: {
    en: 'Statement {number} changes nothing: {statements} says all of it',
    zh: '语句 {number} 不改变任何权限：其全部内容已在其他语句中（{statements}）',
  },
  sameBySeveral: {
    en: 'Statement {number} changes nothing: {statements} say all of it',
    zh: '语句 {number} 不改变任何权限：其全部内容已在其他语句中（{statements}）',
  },
  sameBesides: {
    en: 'Statement {number} changes nothing as long as the others stay: without it the policy allows and denies the same',
    zh: '只要其他语句保留，语句 {number} 就不改变任何权限：没有它，策略允许和拒绝的内容相同',
  },
} satisfies { readonly [name: string]: Text };

/** The sentence, with `{number}` for the statement and `{statements}` for those of `reasonsOf`. */
export function idleText(why: Idle['why']): Text {
  const one = texts[why.kind];
  const several = reasonsOf(why).length;
  if (why.kind === 'same') return several === 0 ? texts.sameBesides : several > 1 ? texts.sameBySeveral : one;
  return why.kind === 'denied' && several > 1 ? texts.deniedBySeveral : one;
}

/** The statements on account of which it has none; empty where there are none in particular. */
export const reasonsOf = (why: Idle['why']): readonly Statement[] => ('by' in why ? why.by : []);
