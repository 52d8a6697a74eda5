/** What the command line says besides findings and help. */
import type { Text } from '../core/text.js';

export const texts = {
  noCommand: {
    en: 'name a command, such as check; --help lists them',
    zh: '请指定命令，例如 check；--help 列出全部命令',
  },
  unknownCommand: {
    en: 'there is no command "{name}"; --help lists the commands',
    zh: '没有命令“{name}”；--help 列出全部命令',
  },
  failed: { en: 'the work stopped: {reason}', zh: '执行中断：{reason}' },
  unknownOption: {
    en: 'there is no option {option}; --help lists the options',
    zh: '没有选项 {option}；--help 列出全部选项',
  },
  valueMissing: {
    en: '--{option} needs a value: --{option} {value}',
    zh: '--{option} 缺少值：--{option} {value}',
  },
  noValueTaken: { en: '--{option} takes no value', zh: '--{option} 不带值' },
  badChoice: {
    en: '--{option} cannot be "{value}"; choose one of {choices}',
    zh: '--{option} 不能为“{value}”；可选值：{choices}',
  },
  badNumber: {
    en: '--{option} needs a whole number that is not negative, not "{value}"',
    zh: '--{option} 须为非负整数，而不是“{value}”',
  },
  badRule: { en: '--rule needs NAME=LEVEL, not "{value}"', zh: '--rule 的写法为 NAME=LEVEL，而不是“{value}”' },
  unknownRule: { en: '--rule: there is no rule "{name}"', zh: '--rule：没有规则“{name}”' },
  missing: { en: '{path}: no such file or folder', zh: '{path}：文件或文件夹不存在' },
  noMatch: { en: '{path}: the pattern stands for no file', zh: '{path}：没有与该模式匹配的文件' },
  noConfiguration: { en: '{path}: the configuration cannot be read', zh: '{path}：无法读取该配置' },
  denied: { en: '{path}: no permission to read', zh: '{path}：没有读取权限' },
  unreadable: { en: '{path}: cannot be read ({code})', zh: '{path}：无法读取（{code}）' },
  notFile: {
    en: '{path}: not a regular file; give its text to standard input with -',
    zh: '{path}：不是普通文件；可用 - 从标准输入读取其内容',
  },
  tooLarge: {
    en: '{path}: too large; it has more than the {limit} bytes that are read',
    zh: '{path}：文件过大；超过可读取的 {limit} 字节',
  },
  notUtf8: { en: '{path}: not UTF-8 text', zh: '{path}：不是 UTF-8 文本' },
  outputIsChecked: {
    en: '{path}: not written, because it is a file that this run reads, or a configuration; name another one after --output',
    zh: '{path}：未写入，因为此文件是本次要读取的文件或配置文件；请在 --output 后指定另一个文件',
  },
  notWritten: { en: '{path}: cannot be written ({code})', zh: '{path}：无法写入（{code}）' },
  ruleFailed: {
    en: '{path}: the rule {rule} failed ({reason}); its findings are missing',
    zh: '{path}：规则 {rule} 执行失败（{reason}）；缺少该规则的结果',
  },
  nothingFound: {
    en: 'no policy files were found',
    zh: '未找到策略文件',
  },
  progress: { en: 'files done: {done}; now {name}', zh: '已完成文件：{done}；正在处理 {name}' },
  ruleCount: { en: '{count} {rule}', zh: '{count} {rule}' },
  ruleCountFixable: { en: '{count} {rule} (can be fixed: {fixable})', zh: '{count} {rule}（可修复：{fixable}）' },
  run: {
    en: 'files: {files}; policies: {policies}; suppressed findings: {suppressed}; time: {time} ms',
    zh: '文件：{files}；策略：{policies}；已忽略的问题：{suppressed}；用时：{time} 毫秒',
  },
  changedMeanwhile: {
    en: '{path}: changed meanwhile; left as it is',
    zh: '{path}：期间已被改动；保持不变',
  },
  mistaken: {
    en: '{path}:{line}:{column}: {message} Files that this configuration holds for are left as they are.',
    zh: '{path}:{line}:{column}：{message}此配置所适用的文件保持不变。',
  },
  fixSummary: {
    en: 'files: {files}; fixed: {changed}; errors left: {errors}',
    zh: '文件：{files}；已修复：{changed}；剩余错误：{errors}',
  },
  fixLeft: {
    en: 'These errors need a decision of yours. In an editor Ctrl+. offers the choices; lines are those of the fixed text:',
    zh: '以下错误需由您决定如何处理。在编辑器中按 Ctrl+. 查看可选的修复；行号对应修复后的文本：',
  },
  fixMore: { en: 'and {count} more, which cam-policy check lists', zh: '另有 {count} 处，可用 cam-policy check 列出' },
  formatSummary: { en: 'files: {files}; laid out anew: {changed}', zh: '文件：{files}；已重新格式化：{changed}' },
  formatNeeded: { en: 'files: {files}; not laid out: {changed}', zh: '文件：{files}；未格式化：{changed}' },
  summary: {
    en: 'files checked: {files}; errors: {error}, warnings: {warning}, information: {information}, hints: {hint}',
    zh: '已检查文件：{files}；错误：{error}，警告：{warning}，信息：{information}，提示：{hint}',
  },
} satisfies { readonly [name: string]: Text };
