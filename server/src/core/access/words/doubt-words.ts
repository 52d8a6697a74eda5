/** What no document decides, in sentences. docs/access.md lists the same. */
import { withKnown } from '../../syntax/unknown-mark.js';
import { shown, type Text } from '../../text.js';
import type { Doubt, DoubtKind, Flag } from '../reading.js';
import type { UnclearKind } from '../unclear.js';
import { tell, type Voice } from './voice.js';

const flags: { readonly [flag in Flag]: Text } = {
  absentNegated: {
    en: 'No document says whether a negated operator without _if_exist is met where the key is absent.',
    zh: '没有文档说明：条件键不存在时，不带 _if_exist 的否定运算符是否满足。',
  },
  forAllAbsent: {
    en: 'No document says whether for_all_value is met where the key is absent.',
    zh: '没有文档说明：条件键不存在时，for_all_value 是否满足。',
  },
  directory: {
    en: 'Documents disagree on whether a path also stands for what lies below it.',
    zh: '文档不一致：路径是否同时表示其下的内容。',
  },
  dirSelf: {
    en: 'Documents disagree on whether a path that ends in /* also stands for the path before it.',
    zh: '文档不一致：以 /* 结尾的路径是否同时表示其前面的路径本身。',
  },
  starSix: {
    en: 'No document says whether six segments that end in * stand for the resource *.',
    zh: '没有文档说明：以 * 结尾的六段式是否等同于资源 *。',
  },
  case: {
    en: 'No document says whether the names of actions are case-sensitive.',
    zh: '没有文档说明：操作名称是否区分大小写。',
  },
  unqualified: {
    en: 'No document says whether an operator without for_any_value is met by several values of which one meets it.',
    zh: '没有文档说明：不带 for_any_value 的运算符，在多个取值中仅一个满足时是否满足。',
  },
  secondName: {
    en: 'No document says whether the two names of the service mean the same in actions.',
    zh: '没有文档说明：操作中该服务的两个名称是否含义相同。',
  },
};

const texts = {
  element: {
    en: 'CAM has no such element, so what is said with it is not known: {text}',
    zh: 'CAM 没有此元素，无法得知其含义：{text}',
  },
  twice: {
    en: 'It is written twice, and no document says which of the two counts: {text}',
    zh: '重复出现，没有文档说明以哪一个为准：{text}',
  },
  refused: {
    en: 'CAM does not take it, so what is meant is not known: {text}',
    zh: 'CAM 不接受此内容，无法得知其含义：{text}',
  },
  text: {
    en: 'The text cannot be read in full, so what the policy says is not known.',
    zh: '文本无法完整读取，无法得知策略的内容。',
  },
  host: {
    en: 'The policy holds values that only its host knows, such as Terraform: {text}',
    zh: '策略含有只有其宿主（如 Terraform）才知道的值：{text}',
  },
  account: {
    en: 'It is not known whether these are one account, by its uin and its APPID: {text}',
    zh: '无法得知二者是否为同一账号（uin 与 APPID）：{text}',
  },
  code: {
    en: 'No document says whether a pattern stands for a region by its other code: {text}',
    zh: '没有文档说明模式是否可按地域的另一代码匹配：{text}',
  },
  unsaid: {
    en: 'The question leaves a segment of the resource empty, so it is not known whether that is {text}.',
    zh: '问题中资源的某一段为空，无法得知是否为 {text}。',
  },
  older: {
    en: 'No document says whether COS still takes its older form of a resource: {text}',
    zh: '没有文档说明 COS 是否仍接受旧写法的资源：{text}',
  },
  tags: {
    en: 'Each of several resources has tags of its own, which is not looked at: ask about each by itself, or say {text}.',
    zh: '多个资源各有自己的标签，此处未逐一判断：请分别询问，或给出 {text}。',
  },
  hostParts: {
    en: 'The policy has parts that only its host knows, such as Terraform.',
    zh: '策略中有只有其宿主（如 Terraform）才知道的部分。',
  },
  opaque: { en: 'What {text} means is in no document.', zh: '没有文档说明 {text} 的含义。' },
  // The one that is no text of a policy.
  principal: {
    en: 'A statement names its principal, and whether that is the caller is not looked at.',
    zh: '语句写明了主体，而主体是否为调用者不作判断。',
  },
  cap: {
    en: 'There are more cases than are tried ({cap}).',
    zh: '情况过多，未能全部尝试（{cap}）。',
  },
} satisfies { readonly [name: string]: Text };

/** Why an answer is not sure. */
export function doubtInWords(doubt: Doubt, voice: Voice): string {
  if ('flag' in doubt) return tell(flags[doubt.flag], voice);
  if ('cap' in doubt) return tell(texts.cap, voice, { cap: doubt.cap });
  if (doubt.why) return unclearInWords(doubt.why, doubt.opaque, voice);
  return doubt.opaque === 'principal'
    ? tell(texts.principal, voice)
    : tell(texts.opaque, voice, { text: voice.code(doubt.opaque) });
}

/** Why it is not known what a part of a policy means; `text`: the part, as it is written. */
export function unclearInWords(why: UnclearKind | DoubtKind, text: string, voice: Voice): string {
  if (why === 'host' && text === '') return tell(texts.hostParts, voice);
  return tell(texts[why], voice, { text: voice.code(shown(withKnown(text.replace(/\s+/gu, ' '), '…'))) });
}

/** The short name of a doubt, as the fixed JSON has it. */
export const doubtName = (doubt: Doubt): string =>
  'flag' in doubt ? doubt.flag : 'cap' in doubt ? doubt.cap : doubt.opaque || 'text';
