/** What the commands about access say besides answers. */
import type { Text } from '../../core/index.js';

export const texts = {
  noPolicy: { en: 'name at least one policy', zh: '请指定至少一个策略' },
  noAction: { en: 'say which action: --action service:Action', zh: '请指定操作：--action service:Action' },
  badContext: { en: '--context needs KEY=VALUE, not "{value}"', zh: '--context 的写法为 KEY=VALUE，而不是“{value}”' },
  badTags: {
    en: '--context gives several values of one tag; a resource has one value of each tag',
    zh: '--context 中同一标签有多个值；资源的每个标签只有一个值',
  },
  badNumber: { en: '--{option} must be a number, not "{value}"', zh: '--{option} 须为数字，而不是“{value}”' },
  bothWays: { en: '"{key}" cannot have a value and be absent', zh: '“{key}”不能既有取值又不存在' },
  notJson: {
    en: '{path}: no policy that CAM takes: the JSON is not valid; cam-policy check says where',
    zh: '{path}：不是 CAM 可接受的策略：JSON 无效；可用 cam-policy check 查看位置',
  },
  tooLong: {
    en: '{path}: too long to be read as a policy',
    zh: '{path}：内容过长，无法作为策略读取',
  },
  noneTaken: {
    en: '{path}: no policy that CAM takes: it has no statement with an effect, an action and a resource that CAM takes; cam-policy check says why',
    zh: '{path}：不是 CAM 可接受的策略：没有一条语句具有 CAM 可接受的 effect、action 和 resource；可用 cam-policy check 查看原因',
  },
  leftOut: {
    en: '{path}: CAM refuses the policy as it is: what is wrong in {statements} is left out; cam-policy check says why',
    zh: '{path}：CAM 会拒绝此策略：{statements}中的错误内容未计入；可用 cam-policy check 查看原因',
  },
  version: {
    en: '{path}: CAM refuses the policy as it is: it has no version that CAM takes; cam-policy check says why',
    zh: '{path}：CAM 会拒绝此策略：没有 CAM 可接受的 version；可用 cam-policy check 查看原因',
  },
  length: {
    en: '{path}: CAM refuses the policy as it is: it is too long; cam-policy check says by how much',
    zh: '{path}：CAM 会拒绝此策略：内容过长；可用 cam-policy check 查看超出多少',
  },
  unclear: {
    en: '{path}: CAM refuses the policy as it is: it holds what is no statement and no element; cam-policy check says where',
    zh: '{path}：CAM 会拒绝此策略：含有既非语句也非元素的内容；可用 cam-policy check 查看位置',
  },
  statement: { en: 'statement {number}', zh: '语句 {number}' },
  emptyPolicy: {
    en: '{path}: the policy is empty; cam-policy check says what it needs',
    zh: '{path}：策略为空；可用 cam-policy check 查看所需内容',
  },
  notKnown: {
    en: '{path}: holds values that only Terraform knows, so what the policy allows is not known',
    zh: '{path}：含有只有 Terraform 才知道的值，因此无法得知策略允许什么',
  },
  whichPolicy: {
    en: '{path}: holds {count} policies; say which with {path}#1 and so on',
    zh: '{path}：包含 {count} 个策略；请用 {path}#1 等指定',
  },
  noSuchPolicy: { en: '{path}: has no policy {which}', zh: '{path}：没有策略 {which}' },
  notInGit: {
    en: '{path}: no such file, and git does not give it: {reason}',
    zh: '{path}：文件不存在，且 git 无法给出：{reason}',
  },
  twoSides: { en: 'name two things to compare: BEFORE and AFTER', zh: '请指定要比较的两方：之前 之后' },
  oneWithMany: {
    en: 'one policy of a file can be compared with one policy only; say which of the other side, as in main.tf#dev',
    zh: '文件中的一个策略只能与一个策略比较；请指明另一方的策略，例如 main.tf#dev',
  },
  nothingToCompare: { en: 'neither side has a policy', zh: '两方均没有策略' },
  same: { en: 'Policies that allow the same as before: {count}', zh: '权限不变的策略：{count}' },
  newAccess: { en: 'Newly allowed: {what}', zh: '新增的权限：{what}' },
  lostAccess: { en: 'No longer allowed: {what}', zh: '不再允许：{what}' },
  ruleNew: { en: 'The policy allows something that it did not allow before.', zh: '策略允许了此前未允许的内容。' },
  ruleLost: { en: 'The policy no longer allows something.', zh: '策略不再允许某些内容。' },
  ruleUndecided: {
    en: 'It is not decided whether the policy allows more than before.',
    zh: '无法确定策略是否比此前允许更多。',
  },
  notDecided: {
    en: 'Not decided whether the policy allows more than before ({what})',
    zh: '无法确定策略是否比此前允许更多（{what}）',
  },
  badAction: {
    en: '--action must be service:Action without *, not "{value}"',
    zh: '--action 须为 service:Action 且不含 *，而不是“{value}”',
  },
  badResource: {
    en: '--resource must be * or six segments without * in them, not "{value}"',
    zh: '--resource 须为 * 或不含 * 的六段式，而不是“{value}”',
  },
} satisfies { readonly [name: string]: Text };
