/** What a policy makes of one action, resource or condition key, in one sentence. */
import { clauses, type Text } from '../../text.js';
import type { Test } from '../condition-test.js';
import type { Scope } from '../explain/explanation.js';
import type { Denial, Standing } from '../explain/standing.js';
import { conditionInWords } from './condition-words.js';
import { exceptedActions, ofService } from './action-words.js';
import { named, tell, type Voice } from './voice.js';

const texts = {
  allowedIf: { en: 'allowed if {condition}', zh: '满足以下条件时允许：{condition}' },
  allowedHereIf: { en: 'allowed by this statement if {condition}', zh: '满足以下条件时由此语句允许：{condition}' },
  deniedIf: { en: 'denied if {condition}', zh: '满足以下条件时拒绝：{condition}' },
  unread: { en: 'a condition is met that cannot be read', zh: '一个无法读取的条件' },
  and: { en: ' and ', zh: '，且 ' },
  denied: { en: 'denied{where} by statement {number}', zh: '由语句 {number} 拒绝{where}' },
  deniedActions: { en: '{actions} denied{where} by statement {number}', zh: '{actions} 由语句 {number} 拒绝{where}' },
  on: { en: ' for {resources}', zh: '，资源 {resources}' },
  if: { en: ' if {condition}', zh: '，条件：{condition}' },
  more: { en: 'further statements deny more of it', zh: '另有语句拒绝其他部分' },
  unreached: {
    en: 'not allowed: CAM asks about {actions} with the resource {all} only',
    zh: '不允许：CAM 仅以资源 {all} 检查 {actions}',
  },
} satisfies { readonly [name: string]: Text };

const shown = { names: 4, resources: 3, denials: 3 } as const;

/** Undefined where there is nothing to add to what the statement says. `action`: it is about an action, not about a resource. */
export function standingInWords(
  { condition, also, denied, unreached }: Standing,
  voice: Voice,
  isAction: boolean,
): string | undefined {
  // What is denied wherever it is allowed has no further story.
  const whole = isAction
    ? denied.find(({ by, names, of }) => by.wholly && names === undefined && of === undefined)
    : undefined;
  if (whole) return denialInWords(whole, voice, isAction);
  const parts = [
    ...(condition
      ? [tell(also ? texts.allowedHereIf : texts.allowedIf, voice, { condition: allTests(condition, voice) })]
      : []),
    ...denied.slice(0, shown.denials).map((denial) => denialInWords(denial, voice, isAction)),
    ...(denied.length > shown.denials ? [tell(texts.more, voice)] : []),
    ...(unreached.length > 0
      ? [tell(texts.unreached, voice, { actions: named(unreached, shown.names, voice), all: voice.code('*') })]
      : []),
  ];
  return parts.length === 0 ? undefined : clauses(parts, voice.locale);
}

/** Of tests on one key of a statement. */
export const testsInWords = (tests: readonly Test[], effect: 'allow' | 'deny', voice: Voice): string =>
  tell(effect === 'allow' ? texts.allowedHereIf : texts.deniedIf, voice, { condition: joined(tests, voice) });

const joined = (tests: readonly Test[], voice: Voice): string =>
  tests.map((test) => conditionInWords(test, voice)).join(tell(texts.and, voice));

const allTests = ({ tests }: Scope, voice: Voice): string =>
  tests.length === 0 ? tell(texts.unread, voice) : joined(tests, voice);

function denialInWords({ by, names, of }: Denial, voice: Voice, isAction: boolean): string {
  const { statement, resources, tests, unreadCondition, wholly } = by;
  const where = [
    !wholly && resources.length > 0
      ? tell(texts.on, voice, {
          resources: named([...new Set(resources.map(({ text }) => text))], shown.resources, voice),
        })
      : '',
    tests.length > 0 || unreadCondition ? tell(texts.if, voice, { condition: allTests(by, voice) }) : '',
  ].join('');
  const within = of === undefined ? by.service : undefined;
  const actions = names
    ? ofService(named(names, shown.names, voice), by.service, within, voice)
    : isAction && of === undefined
      ? undefined
      : exceptedActions(by, within, voice);
  const data = { where, number: statement.index + 1 };
  return actions === undefined
    ? tell(texts.denied, voice, data)
    : tell(texts.deniedActions, voice, { ...data, actions });
}
