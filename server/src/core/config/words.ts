/** What is said of mistakes in a configuration. */
import type { JsonProblemKind } from '../syntax/json.js';
import type { Text } from '../text.js';

export const words = {
  kind: { en: 'This must be {expected}.', zh: '此处应为{expected}。' },
  quoted: { en: 'Write this as text: "{value}".', zh: '请写成字符串："{value}"。' },
  openClass: {
    en: 'The "[" of this pattern is not closed by a "]". "[a-z]" stands for one character, "[[]" for the bracket itself.',
    zh: '此模式中的“[”没有对应的“]”。"[a-z]" 表示一个字符，"[[]" 表示方括号本身。',
  },
  openChoice: {
    en: 'The "{" of this pattern is not closed by a "}". "{a,b}" stands for one text or the other, "[{]" for the brace itself.',
    zh: '此模式中的“{”没有对应的“}”。"{a,b}" 表示其中一个文字，"[{]" 表示花括号本身。',
  },
  emptyList: { en: 'This list must hold at least one entry.', zh: '此列表至少要有一项。' },
  choice: {
    en: '"{value}" is not possible here; choose one of {choices}.',
    zh: '此处不能为“{value}”；可选值：{choices}。',
  },
  noRule: { en: 'There is no rule "{value}".', zh: '没有规则“{value}”。' },
  nearRule: { en: 'There is no rule "{value}"; did you mean "{near}"?', zh: '没有规则“{value}”；是否为“{near}”？' },
  member: {
    en: 'There is no "{value}" here; possible are {choices}.',
    zh: '此处没有“{value}”；可用的有 {choices}。',
  },
  twice: { en: '"{name}" stands here twice; the last one counts.', zh: '“{name}”重复出现；以最后一个为准。' },
  noKind: { en: 'This needs one of {names}.', zh: '此处需要以下之一：{names}。' },
  twoKinds: {
    en: '"{value}" cannot stand beside "{name}": exactly one of them is possible.',
    zh: '“{value}”不能与“{name}”同时出现：只能有其一。',
  },
  otherKind: { en: '"{value}" does not go with "{name}".', zh: '“{value}”不能与“{name}”一起使用。' },
  missing: { en: 'This needs {names}.', zh: '此处缺少 {names}。' },
  notFound: { en: 'The file {path} cannot be read.', zh: '无法读取文件 {path}。' },
  loop: {
    en: 'The configurations extend each other in a loop: {path} extends this one.',
    zh: '配置之间循环扩展：{path} 又扩展了本文件。',
  },
  tooMany: { en: 'More than {limit} configurations extend each other.', zh: '相互扩展的配置超过 {limit} 个。' },
  expired: {
    en: 'This suppression ended on {day}: what it kept quiet is reported again.',
    zh: '此忽略项已于 {day} 到期：其忽略的问题会重新报告。',
  },
  unused: {
    en: 'This suppresses nothing: in these files {rule} finds nothing that fits.',
    zh: '此忽略项不起作用：这些文件中没有与之相符的 {rule} 问题。',
  },
  noReason: {
    en: 'Write a reason behind the rule: {open} {name} {rule}: reason{ending}',
    zh: '请在规则之后写明理由：{open} {name} {rule}: 理由{ending}',
  },
  noRuleNamed: {
    en: 'This comment names no rule. Write the rule and a reason, such as {open} {name} allow-all: reason{ending}',
    zh: '此注释未指明规则。请写明规则和理由，例如 {open} {name} allow-all: 理由{ending}',
  },
  unusedIgnore: {
    en: 'This suppresses nothing: {rule} finds nothing here.',
    zh: '此忽略注释不起作用：{rule} 在此处没有发现问题。',
  },
  noFile: {
    en: 'This suppresses nothing: no policy file has such a name.',
    zh: '此忽略项不起作用：没有名称相符的策略文件。',
  },
} as const satisfies { readonly [id: string]: Text };

/** Kinds of JSON values, as the end of "This must be …". */
export const kinds = {
  object: { en: 'an object, { … }', zh: '对象 { … }' },
  list: { en: 'a list, [ … ]', zh: '列表 [ … ]' },
  count: { en: 'a whole number from 0', zh: '从 0 开始的整数' },
  text: { en: 'a text in quotes', zh: '引号括起的字符串' },
  null: { en: 'null', zh: ' null ' },
} as const satisfies { readonly [kind: string]: Text };

/** Mistakes of JSON that are told otherwise than those of a policy. */
export const syntaxWords: { readonly [kind in JsonProblemKind]?: Text } = {
  'unclosed-comment': { en: 'This comment is never closed.', zh: '注释未闭合。' },
  'extra-text': {
    en: 'Nothing may follow the closing bracket of the file.',
    zh: '文件的结尾括号之后不能有其他内容。',
  },
  'byte-order-mark': { en: 'An invisible byte order mark stands here.', zh: '此处有不可见的字节顺序标记（BOM）。' },
  'too-deep': { en: 'Brackets are nested too deeply.', zh: '括号嵌套过深。' },
  'too-large': { en: 'This file is too long, and is not read.', zh: '文件过长，未读取。' },
};
