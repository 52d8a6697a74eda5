/** What `least` says. */
import type { Text } from '../../core/text.js';

export const texts = {
  noUses: { en: 'name one file with the actions that are used, or -', zh: '请指定一个记录所用操作的文件，或 -' },
  bothInput: {
    en: 'the uses and the policy cannot both be standard input',
    zh: '使用记录与策略不能同时来自标准输入',
  },
  writeWhat: { en: '--write needs --policy with a file', zh: '--write 需要用 --policy 指定文件' },
  noneRead: { en: '{path}: no action was found in it', zh: '{path}：其中没有任何操作' },
  unread: {
    en: '{path}: number {place} is no service:Action with a resource: {text}',
    zh: '{path}：第 {place} 项不是 service:Action 加资源的形式：{text}',
  },
  more: { en: '{path}: and {count} more that cannot be read', zh: '{path}：另有 {count} 项无法读取' },
  refused: { en: 'Events that CAM refused, left out: {count}', zh: '已略去被 CAM 拒绝的事件：{count}' },
  left: { en: 'The policy does not allow: {use}', zh: '策略未允许：{use}' },
  everywhere: {
    en: 'Allowed on all resources, since no resource is given for them: {actions}',
    zh: '未给出资源，因此允许所有资源：{actions}',
  },
  changed: {
    en: '{path}: was changed meanwhile; nothing was written',
    zh: '{path}：文件在此期间被修改；未写入',
  },
  written: { en: '{path}: written', zh: '{path}：已写入' },
} satisfies { readonly [name: string]: Text };
