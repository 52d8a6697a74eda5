/** What keeps a test from being run, besides its form. */
import { readAction } from '../policy/action.js';
import { readResource } from '../policy/resource.js';
import type { Span } from '../span.js';
import type { Text, TextData } from '../text.js';
import { namedStatement } from './deciding.js';
import { policiesOf, type Loaded, type Subject, type Unloaded } from './load.js';
import type { Placed, PolicyTest, RequestTest } from './test-file.js';
import { texts } from './words.js';

export interface Flaw {
  readonly span: Span;
  readonly message: Text;
  readonly data?: TextData;
}

/** What is wrong with the strings of a test, and with what it names. References that give no policy are told where they stand. */
export function flawsOf(test: PolicyTest, subject: Subject | undefined): readonly Flaw[] {
  if (test.kind === 'notGranted')
    return [
      ...flawed(test.actions, isPattern, texts.malformedAction),
      ...flawed(test.resources, isResource, texts.malformedResource),
    ];
  if (test.kind !== 'action') return [];
  return [
    ...flawed(test.actions, isRequest, texts.inexact),
    ...flawed(test.resources, isAskable, texts.inexactResource),
    ...flawsOfBy(test, subject),
  ];
}

const flawed = (all: readonly Placed[], isRight: (text: string) => boolean, message: Text): readonly Flaw[] =>
  all.filter(({ text }) => !isRight(text)).map(({ span }) => ({ span, message }));

const isRequest = (text: string): boolean => readAction(text).exact && readAction(text).prefix === '';
const isPattern = (text: string): boolean => readAction(text).form !== 'malformed';
const isResource = (text: string): boolean => readResource(text).form !== 'malformed';
const isAskable = (text: string): boolean => text === '*' || (isResource(text) && !text.includes('*'));

/** Expectations in which some statement decides. */
const decided: ReadonlySet<string> = new Set(['allowed', 'denied', 'refused', 'conditional']);

function flawsOfBy({ by, expect }: RequestTest, subject: Subject | undefined): readonly Flaw[] {
  if (!by) return [];
  if (!decided.has(expect.is)) return [{ span: by.span, message: texts.byNothing, data: { expect: expect.is } }];
  return !subject || namedStatement(by.text, subject) ? [] : [{ span: by.span, message: texts.noStatement }];
}

/** Why the policies that a test compares with cannot be had. */
export function missingReference(test: PolicyTest, loaded: Loaded): Unloaded | undefined {
  if (test.kind !== 'within' && test.kind !== 'same') return undefined;
  const found = policiesOf(test.references, loaded);
  return 'problem' in found ? found : undefined;
}
