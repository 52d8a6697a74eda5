/** What is said of tests of policies, of mistakes in them and of their results. */
import type { Text } from '../text.js';

export const texts = {
  notFound: { en: 'The file {path} cannot be read.', zh: '无法读取文件 {path}。' },
  noPolicy: { en: '{path} holds no policy.', zh: '{path} 中没有策略。' },
  noSuchPolicy: { en: '{path} has no policy {which}.', zh: '{path} 中没有策略 {which}。' },
  whichPolicy: {
    en: '{path} holds {count} policies: say which, such as "{path}#1".',
    zh: '{path} 中有 {count} 个策略：请指明，例如 "{path}#1"。',
  },
  notJson: {
    en: '{path} is no policy that CAM takes: its JSON is not valid.',
    zh: '{path} 不是 CAM 可接受的策略：JSON 无效。',
  },
  noneTaken: {
    en: '{path} is no policy that CAM takes: it has no statement with an effect, an action and a resource that CAM takes.',
    zh: '{path} 不是 CAM 可接受的策略：没有一条语句具有 CAM 可接受的 effect、action 和 resource。',
  },
  notKnown: {
    en: '{path} holds values that only Terraform knows, so what the policy allows is not known.',
    zh: '{path} 含有只有 Terraform 才知道的值，无法得知策略允许什么。',
  },
  missing: { en: 'Not run: {reason}', zh: '未运行：{reason}' },
  inexact: {
    en: 'An action is service:Action, without * or name/; "notGranted" takes patterns.',
    zh: '操作须为 service:Action，不含 * 或 name/；"notGranted" 可用通配符。',
  },
  malformedAction: { en: 'This is no action: service:Action, or *.', zh: '这不是操作：应为 service:Action 或 *。' },
  inexactResource: {
    en: 'A resource is * or six segments, without * in them; "notGranted" takes patterns.',
    zh: '资源须为 * 或不含 * 的六段式；"notGranted" 可用通配符。',
  },
  malformedResource: { en: 'This is no resource: * or six segments.', zh: '这不是资源：应为 * 或六段式。' },
  noStatement: {
    en: 'No policy above has this statement: write its name as above, # and a number from 1 to the number of its statements.',
    zh: '上述策略中没有此语句：请写上文的策略名、# 和从 1 开始的语句序号。',
  },
  byNothing: {
    en: 'No statement decides where "{expect}" is expected.',
    zh: '期望“{expect}”时没有起决定作用的语句。',
  },
  unknownAction: {
    en: '{product} ({service}) has no action {name}.',
    zh: '{product}（{service}）没有操作 {name}。',
  },
  nearAction: {
    en: '{product} ({service}) has no action {name}. Did you mean {near}?',
    zh: '{product}（{service}）没有操作 {name}。是否想写 {near}？',
  },
  unlistedAction: {
    en: 'No action {name} of {product} ({service}) is known, but the catalogue may lack some of its actions.',
    zh: '目录中 {product}（{service}）没有操作 {name}，但目录可能未收录其全部操作。',
  },
  unknownService: { en: 'The catalogue has no service {service}.', zh: '目录中没有服务 {service}。' },
  matchesNothing: {
    en: 'No action of {product} ({service}) has such a name.',
    zh: '{product}（{service}）没有名称如此的操作。',
  },
  unreadKey: {
    en: 'No statement of these policies looks at {key}.',
    zh: '这些策略中没有语句检查 {key}。',
  },
  nearKey: {
    en: 'No statement of these policies looks at {key}. Did you mean {near}?',
    zh: '这些策略中没有语句检查 {key}。是否想写 {near}？',
  },
  passed: { en: 'As expected: {answer}', zh: '符合预期：{answer}' },
  otherwise: { en: 'Expected {expected}, but: {answer}', zh: '期望 {expected}，但：{answer}' },
  otherStatement: {
    en: 'Expected statement {number} of {policy} to decide, but: {answer}',
    zh: '期望由 {policy} 的语句 {number} 决定，但：{answer}',
  },
  sayKeys: { en: 'Say in "context" what {keys} is.', zh: '请在 "context" 中给出 {keys}。' },
  sayCaller: { en: 'Say in "caller" what {parts} is.', zh: '请在 "caller" 中给出 {parts}。' },
  nothingGranted: { en: 'Nothing of this is allowed.', zh: '未允许其中任何内容。' },
  granted: { en: 'Some of this is allowed:', zh: '允许了其中的内容：' },
  isWithin: { en: 'Nothing is allowed beyond the reference.', zh: '未超出参照策略。' },
  beyond: { en: 'More is allowed than by the reference:', zh: '允许的内容超出了参照策略：' },
  isSame: { en: 'The same is allowed as by the reference.', zh: '与参照策略允许的内容相同。' },
  lacks: { en: 'Less is allowed than by the reference:', zh: '允许的内容少于参照策略：' },
  undecidedMore: { en: 'It is not decided whether more is allowed.', zh: '无法确定是否允许了更多内容。' },
  undecidedLess: { en: 'It is not decided whether less is allowed.', zh: '无法确定是否允许了更少内容。' },
  dependsOnAccount: {
    en: 'It hangs on whose account the policies are of: say in "caller" what "owner" is.',
    zh: '取决于策略属于哪个账号：请在 "caller" 中给出 "owner"。',
  },
} as const satisfies { readonly [id: string]: Text };
