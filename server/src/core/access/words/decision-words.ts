/** Answers about access, in sentences. */
import type { Language } from '../../catalogue/language.js';
import { clauses, listed, type Text } from '../../text.js';
import { testsOf } from '../condition-test.js';
import type { AccessQuestion, Decision, Note, Source } from '../question.js';
import { conditionInWords } from './condition-words.js';
import { doubtInWords } from './doubt-words.js';
import { missesInWords } from './miss-words.js';
import { capitalised, tell, type Line, type Voice } from './voice.js';

const texts = {
  allowed: { en: 'Allowed by {statements}.', zh: '允许（{statements}）。' },
  together: {
    en: 'Allowed by {statements} together.',
    zh: '允许（{statements}，共同）。',
  },
  root: {
    en: 'Allowed: policies do not apply to the root account.',
    zh: '允许：策略对主账号不生效。',
  },
  denied: { en: 'Denied by {statements}.', zh: '拒绝（{statements}）。' },
  'not-allowed': { en: 'Not allowed: no statement allows it.', zh: '未允许：没有语句允许。' },
  notBoth: {
    en: 'Not allowed: the policies and the permissions boundary do not both allow it.',
    zh: '未允许：策略与权限边界没有同时允许。',
  },
  lackingPolicies: {
    en: 'Not allowed: no statement of a policy allows it. The permissions boundary does, but it grants nothing.',
    zh: '未允许：策略中没有语句允许。权限边界虽然允许，但不授予权限。',
  },
  lackingBoundary: {
    en: 'Not allowed: the permissions boundary does not allow it.',
    zh: '未允许：权限边界未允许。',
  },
  lackingBoth: {
    en: 'Not allowed: no statement of a policy allows it, nor does the permissions boundary.',
    zh: '未允许：策略与权限边界中均没有语句允许。',
  },
  conditional: {
    en: 'Allowed for some requests only: it hangs on {keys}.',
    zh: '视请求而定：取决于 {keys}。',
  },
  allows: { en: '{statement} allows it.', zh: '{statement}：允许。' },
  onlyIf: {
    en: '{statement} allows it only if {condition}.',
    zh: '{statement}：仅在满足以下条件时允许：{condition}。',
  },
  allowsIf: {
    en: '{statement} allows it if {condition}.',
    zh: '{statement}：满足以下条件时允许：{condition}。',
  },
  denies: { en: '{statement} denies some of it.', zh: '{statement}：拒绝其中的一部分。' },
  deniesIf: { en: '{statement} denies it if {condition}.', zh: '{statement}：满足以下条件时拒绝：{condition}。' },
  undecided: { en: 'Not decided.', zh: '无法确定。' },
  tried: { en: 'As far as was tried, taken as usual: {answer}', zh: '就已尝试的情况，按默认理解：{answer}' },
  otherwise: { en: 'Taken as usual: {answer}', zh: '按默认理解：{answer}' },
  action: {
    en: 'The action cannot be read: it must be service:Action, without *.',
    zh: '无法读取操作：须为 service:Action，且不含 *。',
  },
  resource: {
    en: 'The resource cannot be read: it must be * or six segments, without * in them.',
    zh: '无法读取资源：须为 * 或六段式，且其中不含 *。',
  },
  context: {
    en: 'There is no such request: it gives several values of one tag, and a resource has one value of each tag.',
    zh: '没有这样的请求：其中同一标签有多个值，而资源的每个标签只有一个值。',
  },
  operation: {
    en: 'The action cannot be restricted to resources, so CAM asks about it with the resource *.',
    zh: '该操作不支持资源级授权，CAM 以资源 * 检查。',
  },
  statement: { en: 'statement {number}', zh: '语句 {number}' },
  statementOf: { en: 'statement {number} of {policy}', zh: '{policy} 的语句 {number}' },
  account: { en: 'whose account the policy is of', zh: '策略属于哪个账号' },
  uin: { en: 'who calls', zh: '调用者是谁' },
} satisfies { readonly [name: string]: Text };

/** What a decision is told with. */
export interface Told {
  readonly question: AccessQuestion;
  readonly language: Language;
  /** What a policy is called, where there are several. */
  readonly nameOf: (policy: Source['policy']) => string | undefined;
  readonly voice: Voice;
}

/** The answer in one sentence, and below it what there is to say of it. */
export function decisionInWords(decision: Decision, told: Told): Line {
  const { voice } = told;
  const line = (text: string, below: readonly string[] = [], of?: Source): Line => ({
    text,
    ...(of && { statement: of.statement }),
    below: below.map((one) => ({ text: one, below: [] })),
  });
  const notes = 'notes' in decision ? noteLines(decision.notes, voice) : [];
  switch (decision.is) {
    case 'allowed':
      return line(allowedText(decision, told), notes, decision.by[0]);
    case 'denied':
      return line(tell(texts.denied, voice, { statements: sourceName(decision.by, told) }), notes, decision.by);
    case 'not-allowed': {
      const near = missesInWords(decision, (source) => sourceName(source, told), voice);
      return line(tell(refusal(decision, told), voice), [...near, ...notes], decision.near[0]?.source);
    }
    case 'conditional': {
      const keys = decision.keys.map((key) => keyInWords(key, voice));
      const text = tell(texts.conditional, voice, { keys: listed(keys, voice.locale) });
      return line(text, [...decidingLines(decision, told), ...notes], decision.by);
    }
    case 'undecided': {
      const otherwise = decisionInWords(decision.otherwise, told);
      const because = decision.because.map((doubt) => doubtInWords(doubt, voice));
      const isCut = decision.because.some((doubt) => 'cap' in doubt);
      return {
        ...line(tell(texts.undecided, voice), [
          ...because,
          tell(isCut ? texts.tried : texts.otherwise, voice, { answer: otherwise.text }),
        ]),
        ...(otherwise.statement !== undefined && { statement: otherwise.statement }),
      };
    }
    case 'unreadable':
      return line(tell(texts[decision.part], voice));
  }
}

const lackingTexts = {
  policies: texts.lackingPolicies,
  boundary: texts.lackingBoundary,
  both: texts.lackingBoth,
} as const;

const refusal = ({ lacking }: Extract<Decision, { is: 'not-allowed' }>, { question }: Told): Text =>
  lacking ? lackingTexts[lacking] : question.boundary ? texts.notBoth : texts['not-allowed'];

function allowedText({ by, notes }: Extract<Decision, { is: 'allowed' }>, told: Told): string {
  if (notes.includes('root')) return tell(texts.root, told.voice);
  const statements = listed(
    by.map((source) => sourceName(source, told)),
    told.voice.locale,
  );
  return tell(by.length > 1 ? texts.together : texts.allowed, told.voice, { statements });
}

const noteLines = (notes: readonly Note[], voice: Voice): readonly string[] =>
  notes.filter((note) => note === 'operation').map((note) => tell(texts[note], voice));

/** What a statement is called; with its policy, where there are several. */
function sourceName({ policy, statement }: Source, { nameOf, voice }: Pick<Told, 'nameOf' | 'voice'>): string {
  const name = nameOf(policy);
  const data = { number: statement + 1 };
  return name === undefined
    ? tell(texts.statement, voice, data)
    : tell(texts.statementOf, voice, { ...data, policy: name });
}

const keyInWords = (key: string, voice: Voice): string =>
  key === 'account' || key === 'uin' ? tell(texts[key], voice) : voice.code(key);

/** So many further allows and so many of the denies that an answer hangs on are told. */
const shownDenies = 3;

/** The statement that allows and those that deny, with their conditions on the keys that the answer hangs on. */
function decidingLines(
  { by, also, denies, keys }: Extract<Decision, { is: 'conditional' }>,
  told: Told,
): readonly string[] {
  const one = (source: Source, plain: Text, conditional: Text): string => {
    const condition = conditionOf(source, keys, told);
    const data = { statement: sourceName(source, told), condition: condition ?? '' };
    return capitalised(tell(condition === undefined ? plain : conditional, told.voice, data));
  };
  return [
    one(by, texts.allows, also.length > 0 ? texts.allowsIf : texts.onlyIf),
    ...also.slice(0, shownDenies).map((source) => one(source, texts.allows, texts.allowsIf)),
    ...denies.slice(0, shownDenies).map((source) => one(source, texts.denies, texts.deniesIf)),
  ];
}

/** The statement's conditions on the keys; undefined where it has none. */
function conditionOf(source: Source, keys: readonly string[], told: Told): string | undefined {
  const { question, language, voice } = told;
  const policy = source.policy === 'boundary' ? question.boundary : question.policies[source.policy];
  const statement = policy?.statements[source.statement];
  if (!policy || !statement) return undefined;
  const tests = testsOf(statement, policy.tree.text, language).filter(({ key }) => keys.includes(key));
  const words = tests.map((test) => conditionInWords(test, voice));
  return words.length > 0 ? clauses(words, voice.locale) : undefined;
}
