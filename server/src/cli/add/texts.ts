/** What `add` says besides the notes of the engine. */
import type { Text } from '../../core/text.js';

export const texts = {
  noFile: {
    en: 'name one policy file; the message goes to standard input',
    zh: '请指定一个策略文件；错误信息从标准输入读取',
  },
  noMessage: { en: 'standard input holds no message', zh: '标准输入中没有错误信息' },
  added: { en: '{path}: added {names}', zh: '{path}：已添加 {names}' },
  would: { en: '{path}: would add {names}', zh: '{path}：将添加 {names}' },
  nothing: { en: '{path}: nothing was added', zh: '{path}：未添加任何内容' },
  choose: {
    en: 'For {resource} choose with --choose ACTION, one of: {actions}',
    zh: '对于 {resource}，请用 --choose 操作 选择：{actions}',
  },
  notOffered: { en: '--choose {name}: the message leaves no such choice', zh: '--choose {name}：错误信息没有此选项' },
  changed: {
    en: '{path}: was changed meanwhile; nothing was written',
    zh: '{path}：文件在此期间被修改；未写入',
  },
} satisfies { readonly [name: string]: Text };
