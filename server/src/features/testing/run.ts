/** The results of a file of tests, as clients show them. */
import type { Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PolicyTestResult, PolicyTests } from '../../../../protocol/tests.js';
import { voiceOf, type Line } from '../../core/access/words/voice.js';
import { hostSpan } from '../../core/embed/embedded.js';
import type { Span } from '../../core/span.js';
import { decidingOf } from '../../core/testing/deciding.js';
import type { LoadedPolicy, Subject } from '../../core/testing/load.js';
import { createReachCounter } from '../../core/testing/reach.js';
import { resultInWords } from '../../core/testing/result-words.js';
import { resultsInTurn, type TestResult } from '../../core/testing/run.js';
import { say, type Text } from '../../core/text.js';
import type { Context } from '../context.js';
import { rangeIn, subjectIn, type TestDocument } from './document.js';

const texts = {
  by: { en: 'statement {number} of {policy}', zh: '{policy} 的语句 {number}' },
} satisfies { readonly [name: string]: Text };

/** Gives the address of the file at a path relative to the file of tests. */
export type UriOf = (path: string) => string;

/** Called after each test: resolves when the next one may run, with false where nobody waits for the results any more. */
export type Breather = () => Promise<boolean>;

/** Runs all tests of the file; `withReach`: and tells which statements they reach. Undefined: nobody waits for it. */
export async function testResults(
  document: TestDocument,
  context: Context,
  uriOf: UriOf,
  withReach: boolean,
  breathe: Breather,
): Promise<PolicyTests | undefined> {
  const { file, loaded } = document;
  const subject = subjectIn(document);
  const rangeOf = ranger();
  const counter = createReachCounter(context);
  const tests: PolicyTestResult[] = [];
  for (const result of resultsInTurn(file, loaded, context)) {
    tests.push(resultOf(result, { document, context, subject, uriOf, rangeOf }));
    if (withReach) counter.add(result);
    if (!(await breathe())) return undefined;
  }
  return {
    tests,
    problems: file.problems.map(({ span, message, data }) => ({
      text: say(message, context.locale, data),
      range: rangeIn(document, span),
    })),
    reach:
      subject && withReach
        ? counter.of(subject).map(({ of, statements }) => ({
            uri: uriOf(of.path),
            statements: statements.map(({ span, requests }) => ({ range: rangeOf(of, span), requests })),
          }))
        : [],
  };
}

interface Told {
  readonly document: TestDocument;
  readonly context: Context;
  readonly subject: Subject | undefined;
  readonly uriOf: UriOf;
  readonly rangeOf: (of: LoadedPolicy, span: Span) => Range;
}

function resultOf(result: TestResult, { document, context, subject, uriOf, rangeOf }: Told): PolicyTestResult {
  const { test } = result;
  const { language, locale } = context;
  const by = subject && decidingOf(result, subject, document.loaded);
  const line = resultInWords(result, { subject, language, voice: voiceOf(locale) });
  const several = result.is === 'request' && test.kind === 'action' && test.actions.length > 1;
  const action = several ? { action: result.action.text } : {};
  return {
    id: several ? `${test.index}.${test.actions.indexOf(result.action)}` : String(test.index),
    name: test.name,
    ...action,
    range: rangeIn(document, test.nameSpan),
    result: result.is === 'broken' ? 'broken' : result.passed ? 'passed' : 'failed',
    text: linesOf(line).join('\n'),
    ...(result.is === 'request' && { expected: result.test.expect.is, actual: result.decision.is }),
    at: rangeIn(document, result.is === 'request' ? result.test.expect.span : test.nameSpan),
    ...(by && {
      by: {
        uri: uriOf(by.of.path),
        range: rangeOf(by.of, by.source.span),
        text: say(texts.by, locale, { number: by.source.statement + 1, policy: by.of.name }),
      },
    }),
  };
}

const linesOf = ({ text, below }: Line, depth = 0): readonly string[] => [
  '  '.repeat(depth) + text,
  ...below.flatMap((line) => linesOf(line, depth + 1)),
];

/** Finds ranges in the files of policies. */
function ranger(): Told['rangeOf'] {
  const known = new Map<LoadedPolicy, TextDocument>();
  return (of, span) => {
    const text = known.get(of) ?? TextDocument.create('', '', 0, of.text);
    known.set(of, text);
    const { start, end } = hostSpan(of.embedded, span);
    return { start: text.positionAt(start), end: text.positionAt(end) };
  };
}
