/** What an edit newly allows, and what it takes away, in sentences. */
import { own } from '../../own.js';
import { listed, type Text } from '../../text.js';
import type { Comparison, Difference, Example, Found } from '../comparison.js';
import type { ContextValue, Source } from '../question.js';
import { principalKey } from '../statement-tests.js';
import { doubtInWords } from './doubt-words.js';
import { extentInWords, foundActions } from './extent-words.js';
import { tell, type Line, type Voice } from './voice.js';

type Side = keyof Comparison;
type Words = { readonly [side in Side]: Text };

const texts = {
  none: {
    gained: { en: 'Nothing is newly allowed.', zh: '没有新增的权限。' },
    lost: { en: 'Nothing is taken away.', zh: '没有减少的权限。' },
  },
  some: {
    gained: { en: 'Newly allowed:', zh: '新增的权限：' },
    lost: { en: 'No longer allowed:', zh: '不再允许：' },
  },
  depends: {
    gained: {
      en: 'Whether something is newly allowed hangs on whose account the policies are of:',
      zh: '是否有新增的权限，取决于策略属于哪个账号：',
    },
    lost: {
      en: 'Whether something is taken away hangs on whose account the policies are of:',
      zh: '是否有减少的权限，取决于策略属于哪个账号：',
    },
  },
  undecided: {
    gained: { en: 'It is not decided whether something is newly allowed.', zh: '无法确定是否有新增的权限。' },
    lost: { en: 'It is not decided whether something is taken away.', zh: '无法确定是否有减少的权限。' },
  },
  /** Of several the sum. */
  several: {
    gained: { en: 'Newly allowed: {what}', zh: '新增的权限：{what}' },
    lost: { en: 'No longer allowed: {what}', zh: '不再允许：{what}' },
  },
  short: {
    gained: { en: 'newly allows {what}', zh: '新增 {what}' },
    lost: { en: 'no longer allows {what}', zh: '不再允许 {what}' },
  },
} satisfies { readonly [name: string]: Words };

const others = {
  same: { en: 'allows the same', zh: '权限不变' },
  shortDepends: { en: 'what changes hangs on whose account it is', zh: '变化取决于策略属于哪个账号' },
  shortUndecided: { en: 'not decided whether it allows the same', zh: '无法确定权限是否不变' },
  default: { en: 'As usually read:', zh: '按默认理解：' },
  defaultNone: { en: 'As usually read there is none.', zh: '按默认理解则没有。' },
  more: { en: 'There is more than is shown.', zh: '此外还有，未全部列出。' },
  found: { en: '{actions} on {resources}, by statement {number}', zh: '{actions}，资源 {resources}（语句 {number}）' },
  everywhere: { en: 'all resources', zh: '全部' },
  deniedBefore: { en: '{found}; denied before by statement {number}', zh: '{found}；此前由语句 {number} 拒绝' },
  deniedNow: { en: '{found}; denied now by statement {number}', zh: '{found}；现由语句 {number} 拒绝' },
  example: { en: 'for example {action} on {resource}{with}', zh: '例如 {action}，资源 {resource}{with}' },
  exampleMade: {
    en: 'for example an action {action}, a name that the catalogue does not have, on {resource}{with}',
    zh: '例如目录中没有的操作 {action}，资源 {resource}{with}',
  },
  somebodyElse: { en: ' for a principal whom no statement names', zh: '，主体未在任何语句中写明' },
  principal: { en: ' for the principal {value}', zh: '，主体 {value}' },
  with: { en: ' with {context}', zh: '，且 {context}' },
  value: { en: '{key} {value}', zh: '{key} 为 {value}' },
  absent: { en: 'no {key}', zh: '{key} 不存在' },
  caller: { en: ' called by {uin}', zh: '，调用者 {uin}' },
  owner: { en: ' in the account {owner}', zh: '，账号 {owner}' },
} satisfies { readonly [name: string]: Text };

/** What is newly allowed, and what no longer is, each with an example. */
export const comparisonInWords = ({ gained, lost }: Comparison, voice: Voice): readonly Line[] => [
  differenceInWords(gained, 'gained', voice),
  differenceInWords(lost, 'lost', voice),
];

const leaf = (text: string): Line => ({ text, below: [] });

/** What one side has and the other has not. */
export function differenceInWords(difference: Difference, side: Side, voice: Voice): Line {
  const text = tell(texts[difference.is][side], voice);
  if (difference.is === 'none') return leaf(text);
  const found = difference.found.map((one) => foundInWords(one, side, voice));
  if (difference.is === 'depends') return { text, below: found };
  if (difference.is === 'some') {
    const below = [...found, ...(difference.cut ? [leaf(tell(others.more, voice))] : [])];
    return { text: found.length > 1 ? sumOf(difference, side, voice) : text, below };
  }
  return {
    text,
    below: [
      ...difference.because.map((doubt) => leaf(doubtInWords(doubt, voice))),
      difference.otherwise === 'none'
        ? leaf(tell(others.defaultNone, voice))
        : { text: tell(others.default, voice), below: found },
    ],
  };
}

const sumOf = ({ found, cut }: Difference & { readonly is: 'some' }, side: Side, voice: Voice): string =>
  tell(texts.several[side], voice, { what: extentInWords(found, cut, voice) });

/** What is found, with the statement that allows it. The statement of a line is one of the policy as it is now. */
export function foundInWords(one: Found, side: Side, voice: Voice): Line {
  const { by, deniedBy, actions, resources, example } = one;
  const where = resources === '*' ? tell(others.everywhere, voice) : voice.code(resources);
  const found = tell(others.found, voice, {
    actions: foundActions(one, voice),
    resources: where,
    number: by.statement + 1,
  });
  const text = deniedBy
    ? tell(side === 'gained' ? others.deniedBefore : others.deniedNow, voice, { found, number: deniedBy.statement + 1 })
    : found;
  const shown = exampleInWords(example, voice);
  const now = side === 'gained' ? by : deniedBy;
  const isPlain = example.action === actions && example.resource === resources && contextOf(example, voice) === '';
  return {
    text,
    ...statementOf(now),
    below: isPlain ? [] : [leaf(shown)],
  };
}

const statementOf = (source: Source | undefined): { readonly statement?: number } =>
  source && source.policy !== 'boundary' ? { statement: source.statement } : {};

function exampleInWords(example: Example, voice: Voice): string {
  const { action, resource, made } = example;
  return tell(made.includes('action') ? others.exampleMade : others.example, voice, {
    action: voice.code(action),
    resource: voice.code(resource),
    with: contextOf(example, voice),
  });
}

/** What else there must be: condition keys, and who calls. */
function contextOf({ context, caller, made }: Example, voice: Voice): string {
  // An invented account or caller stands for any.
  const { uin, owner } = made.includes('caller') ? {} : caller;
  const who = own(context, principalKey);
  const keys = Object.entries(context)
    .filter(([key]) => key !== principalKey)
    .map(([key, value]) =>
      value === null
        ? tell(others.absent, voice, { key: voice.code(key) })
        : tell(others.value, voice, { key: voice.code(key), value: [value].flat().map(voice.code).join(' + ') }),
    );
  return [
    who === undefined ? '' : principalInWords(who, voice),
    keys.length > 0 ? tell(others.with, voice, { context: listed(keys, voice.locale) }) : '',
    uin === undefined ? '' : tell(others.caller, voice, { uin }),
    owner === undefined ? '' : tell(others.owner, voice, { owner }),
  ].join('');
}

const principalInWords = (who: ContextValue, voice: Voice): string =>
  who === null
    ? tell(others.somebodyElse, voice)
    : tell(others.principal, voice, { value: listed([who].flat().map(voice.code), voice.locale) });

/** Whether nothing changes, as far as that is decided. */
export const isSame = ({ gained, lost }: Comparison): boolean => gained.is === 'none' && lost.is === 'none';

/** All of it in a few words: `newly allows trtc:RemoveUser on all resources; no longer allows 14 write actions of mps on 2 resources`. */
export function comparisonInShort({ gained, lost }: Comparison, voice: Voice): string {
  const sides: readonly Side[] = ['gained', 'lost'];
  const differences = { gained, lost };
  const parts = sides.flatMap((side) => {
    const difference = differences[side];
    if (difference.is !== 'some') return [];
    return [tell(texts.short[side], voice, { what: extentInWords(difference.found, difference.cut, voice) })];
  });
  const both = [gained, lost];
  if (both.some(({ is }) => is === 'depends')) parts.push(tell(others.shortDepends, voice));
  else if (both.some(({ is }) => is === 'undecided')) parts.push(tell(others.shortUndecided, voice));
  return parts.length > 0 ? parts.join(voice.locale === 'zh' ? '；' : '; ') : tell(others.same, voice);
}
