/** Results of tests, in sentences. */
import type { Difference } from '../access/comparison.js';
import type { Decision } from '../access/question.js';
import { differenceInWords } from '../access/words/comparison-words.js';
import { decisionInWords } from '../access/words/decision-words.js';
import { tell, type Line, type Voice } from '../access/words/voice.js';
import type { Language } from '../catalogue/language.js';
import { listed, type Text } from '../text.js';
import type { Subject } from './load.js';
import type { ComparedResult, RequestResult, TestResult } from './run.js';
import { texts } from './words.js';

export interface ResultTold {
  readonly subject: Subject | undefined;
  readonly language: Language;
  readonly voice: Voice;
}

/** What came out in one sentence, and below it why. */
export function resultInWords(result: TestResult, told: ResultTold): Line {
  const { voice } = told;
  if (result.is === 'broken') {
    const reason = tell(result.problem, voice, result.data);
    return { text: tell(texts.missing, voice, { reason }), below: [] };
  }
  return result.is === 'request' ? requestInWords(result, told) : comparedInWords(result, voice);
}

function requestInWords(result: RequestResult, told: ResultTold): Line {
  const { voice } = told;
  const { decision, question, insteadOf, test, passed } = result;
  const answer = decisionInWords(decision, { question, language: told.language, voice, nameOf: namer(told.subject) });
  const hint = passed ? undefined : whatToSay(decision, voice);
  const data = { answer: answer.text, expected: test.expect.is };
  const text = passed
    ? tell(texts.passed, voice, data)
    : insteadOf
      ? tell(texts.otherStatement, voice, { ...data, policy: insteadOf.name, number: insteadOf.statement + 1 })
      : tell(texts.otherwise, voice, data);
  return { ...answer, text, below: [...(hint === undefined ? [] : [{ text: hint, below: [] }]), ...answer.below] };
}

/** Names the policies where there are several. */
const namer =
  (subject: Subject | undefined) =>
  (policy: number | 'boundary'): string | undefined =>
    subject && (subject.policies.length > 1 || subject.boundary)
      ? (policy === 'boundary' ? subject.boundary : subject.policies[policy])?.name
      : undefined;

/** Where the answer hangs on what the test leaves out: what to say. */
function whatToSay(decision: Decision, voice: Voice): string | undefined {
  if (decision.is !== 'conditional') return undefined;
  const keys = decision.keys.filter((key) => key !== 'account' && key !== 'uin');
  const parts = [decision.keys.includes('uin') && 'uin', decision.keys.includes('account') && 'owner'];
  if (keys.length > 0) return tell(texts.sayKeys, voice, { keys: listed(keys.map(voice.code), voice.locale) });
  return tell(texts.sayCaller, voice, { parts: listed(parts, voice.locale) });
}

function comparedInWords({ test, more, less, passed }: ComparedResult, voice: Voice): Line {
  const { kind } = test;
  if (passed) {
    const text = { notGranted: texts.nothingGranted, within: texts.isWithin, same: texts.isSame }[kind];
    return { text: tell(text, voice), below: [] };
  }
  const beyond = kind === 'notGranted' ? texts.granted : texts.beyond;
  const sides = [
    ...(more.is === 'none' ? [] : [sideInWords(kind === 'notGranted' ? bare(more) : more, 'gained', beyond, voice)]),
    ...(less.is === 'none' ? [] : [sideInWords(less, 'lost', texts.lacks, voice)]),
  ];
  const [first, ...others] = sides;
  return first ? { ...first, below: [...first.below, ...others] } : { text: '', below: [] };
}

/** Without the statement that denies it on the other side, which stands in no file. */
const bare = (difference: Difference): Difference =>
  difference.is === 'none'
    ? difference
    : { ...difference, found: difference.found.map((found) => ({ ...found, deniedBy: undefined })) };

function sideInWords(difference: Difference, side: 'gained' | 'lost', some: Text, voice: Voice): Line {
  const undecided = side === 'gained' ? texts.undecidedMore : texts.undecidedLess;
  const text = difference.is === 'some' ? some : difference.is === 'depends' ? texts.dependsOnAccount : undecided;
  return { text: tell(text, voice), below: differenceInWords(difference, side, voice).below };
}
