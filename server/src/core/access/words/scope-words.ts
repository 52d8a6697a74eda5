/** Where, when and for whom a statement speaks, what a deny takes away from it, and who may take on a role, in lines. */
import type { Text } from '../../text.js';
import type { Exception, Grant, Scope, Trust } from '../explain/explanation.js';
import { exceptedActions } from './action-words.js';
import { conditionInWords } from './condition-words.js';
import { leaf, named, tell, type Line, type Voice } from './voice.js';

const texts = {
  on: { en: 'on {resources}', zh: '资源：{resources}' },
  onAll: { en: 'on all resources', zh: '资源：全部' },
  onlyIf: { en: 'only if {condition}', zh: '条件：{condition}' },
  andIf: { en: 'and if {condition}', zh: '且：{condition}' },
  unreadCondition: { en: 'a condition is met that cannot be read', zh: '无法读取的条件' },
  for: { en: 'for {principals}', zh: '主体：{principals}' },
  forEveryone: { en: 'for everyone', zh: '主体：所有人' },
  perhapsStar: {
    en: 'perhaps not {actions}: CAM asks about them with the resource *, and no document says whether six segments that end in it stand for it',
    zh: '可能不含 {actions}：CAM 以资源 * 检查这些操作，而没有文档说明以 * 结尾的六段式是否等同于资源 *',
  },
  perhapsCase: {
    en: 'perhaps not {actions}: documents write this in another case, and none says whether case matters',
    zh: '可能不含 {actions}：文档中的大小写与此不同，而没有文档说明是否区分大小写',
  },
  except: {
    en: 'except {actions}{where}: denied by statement {number}',
    zh: '除外：{actions}{where}，由语句 {number} 拒绝',
  },
  exceptCase: {
    en: 'perhaps except {actions}{where}: denied by statement {number}, if the case of names does not matter (no document says so)',
    zh: '可能除外：{actions}{where}，由语句 {number} 拒绝（前提是名称不区分大小写；没有文档说明）',
  },
  exceptService: {
    en: 'perhaps except {actions}{where}: denied by statement {number}, if both names mean the same service (no document says so)',
    zh: '可能除外：{actions}{where}，由语句 {number} 拒绝（前提是两个名称指同一服务；没有文档说明）',
  },
  exceptOn: { en: ' on {resources}', zh: '，资源 {resources}' },
  exceptIf: { en: ', if {condition}', zh: '，条件：{condition}' },
  and: { en: ' and ', zh: '，且 ' },
  trusts: { en: 'Statement {number}: {principals}', zh: '语句 {number}：{principals}' },
  trustsNot: { en: 'Statement {number}: not {principals}', zh: '语句 {number}：不包括 {principals}' },
  everyone: { en: 'everyone', zh: '所有人' },
  unreadWho: { en: 'a principal that cannot be read', zh: '无法读取的主体' },
  through: { en: 'through {actions}', zh: '通过 {actions}' },
  if: { en: 'if {condition}', zh: '条件：{condition}' },
} satisfies { readonly [name: string]: Text };

const shown = { resources: 6, principals: 6, actions: 8, doubtful: 5 } as const;

/** Where, when and for whom. */
export function scopeLines({ resources, tests, unreadCondition, principals }: Scope, voice: Voice): readonly Line[] {
  const who =
    principals.kind === 'named'
      ? tell(texts.for, voice, { principals: named(namesOf(principals.names), shown.principals, voice) })
      : principals.kind === 'everyone'
        ? tell(texts.forEveryone, voice)
        : undefined;
  return [
    ...(who === undefined ? [] : [who]),
    resources.length === 0
      ? tell(texts.onAll, voice)
      : tell(texts.on, voice, { resources: resourcesInWords(resources, voice) }),
    ...conditionTexts({ tests, unreadCondition }, texts.onlyIf, voice),
  ].map(leaf);
}

const conditionTexts = (
  { tests, unreadCondition }: Pick<Scope, 'tests' | 'unreadCondition'>,
  first: Text,
  voice: Voice,
): readonly string[] => [
  ...tests.map((test, index) =>
    tell(index === 0 ? first : texts.andIf, voice, { condition: conditionInWords(test, voice) }),
  ),
  ...(unreadCondition ? [tell(first, voice, { condition: texts.unreadCondition })] : []),
];

/** Names of principals without their kind. */
const namesOf = (names: ReadonlySet<string>): readonly string[] =>
  [...names].map((name) => name.slice(name.indexOf(' ') + 1));

const resourcesInWords = (resources: Scope['resources'], voice: Voice): string =>
  named([...new Set(resources.map(({ text }) => text))], shown.resources, voice);

/** Of which of the actions it is not known whether the statement speaks of them. */
export const doubtLines = ({ doubtful }: Scope, voice: Voice): readonly Line[] =>
  [
    { text: texts.perhapsStar, names: doubtful.star },
    { text: texts.perhapsCase, names: doubtful.case },
  ].flatMap(({ text, names }) =>
    names.length > 0 ? [leaf(tell(text, voice, { actions: named(names, shown.doubtful, voice) }))] : [],
  );

const exceptTexts = { sure: texts.except, case: texts.exceptCase, service: texts.exceptService } as const;

/** What a deny takes away from a grant. */
export function exceptionLine(grant: Grant, exception: Exception, voice: Voice): Line {
  const { statement, resources, tests, unreadCondition, wholly } = exception;
  const conditions = [
    ...tests.map((test) => conditionInWords(test, voice)),
    ...(unreadCondition ? [tell(texts.unreadCondition, voice)] : []),
  ];
  const where = [
    !wholly &&
      !sameTexts(resources, grant.resources) &&
      resources.length > 0 &&
      tell(texts.exceptOn, voice, { resources: resourcesInWords(resources, voice) }),
    conditions.length > 0 && tell(texts.exceptIf, voice, { condition: conditions.join(tell(texts.and, voice)) }),
  ];
  return {
    text: tell(exceptTexts[exception.unsure ?? 'sure'], voice, {
      actions: exceptedActions(exception, grant.service, voice),
      where: where.filter(Boolean).join(''),
      number: statement.index + 1,
    }),
    statement: statement.index,
    below: exception.unsure ? [] : doubtLines(exception, voice),
  };
}

const sameTexts = (a: Scope['resources'], b: Scope['resources']): boolean =>
  a.length === b.length && a.every(({ text }, index) => text === b[index]?.text);

/** Who may take on the role, through which actions and when. */
export function trustLine(trust: Trust, voice: Voice): Line {
  const { statement, effect, principals, actions } = trust;
  const who =
    principals.kind === 'named'
      ? named(namesOf(principals.names), shown.principals, voice)
      : tell(principals.kind === 'everyone' ? texts.everyone : texts.unreadWho, voice);
  return {
    text: tell(effect === 'deny' ? texts.trustsNot : texts.trusts, voice, {
      number: statement.index + 1,
      principals: who,
    }),
    statement: statement.index,
    below: [
      tell(texts.through, voice, { actions: named(actions, shown.actions, voice) }),
      ...conditionTexts(trust, effect === 'deny' ? texts.if : texts.onlyIf, voice),
    ].map(leaf),
  };
}
