/** The command `can`: answers whether policies allow an action. */
import {
  can,
  decisionInWords,
  doubtName,
  leftOut,
  say,
  voiceOf,
  type AccessQuestion,
  type ContextValue,
  type Decision,
  type Locale,
} from '../../core/index.js';
import { createNodeCatalogue, createNodeLanguage } from '../../catalogue-file.js';
import type { canOptions } from '../commands/can.js';
import { exitCodes, UsageError, type Environment, type ExitCode } from '../environment.js';
import { oneLine } from '../one-line.js';
import type { Arguments } from '../options.js';
import { callerOf } from './caller.js';
import { lineText } from './line-text.js';
import { readAsked, type NamedPolicy } from './policies.js';
import { texts } from './texts.js';

type Given = Arguments<typeof canOptions>;

/** Runs `can`. */
export async function runCan(given: Given, environment: Environment): Promise<ExitCode> {
  const { locale, packs, print } = environment;
  const { values, operands } = given;
  if (operands.length === 0) throw new UsageError(say(texts.noPolicy, locale));
  if (values.action === undefined) throw new UsageError(say(texts.noAction, locale));
  const context = contextOf(given, locale);
  const policies: NamedPolicy[] = [];
  for (const operand of operands) policies.push(await readAsked(operand, environment));
  const boundary = values.boundary === undefined ? undefined : await readAsked(values.boundary, environment);
  const question: AccessQuestion = {
    policies: policies.map(({ policy }) => policy),
    ...(boundary && { boundary: boundary.policy }),
    caller: callerOf(values, locale),
    action: values.action,
    resource: values.resource.length === 0 ? '*' : values.resource,
    context,
  };
  const language = createNodeLanguage(packs);
  const decision = can(question, { catalogue: createNodeCatalogue(packs), language });
  if (decision.is === 'unreadable') throw new UsageError(unreadable(decision.part, question, locale));
  const several = policies.length > 1 || boundary !== undefined;
  const line = decisionInWords(decision, {
    question,
    language,
    voice: voiceOf(locale),
    nameOf: (policy) => (several ? (policy === 'boundary' ? boundary : policies[policy])?.name : undefined),
  });
  print(
    values.json
      ? `${JSON.stringify(asJson(decision, leftOutOf(question), lineText(line, ' ')))}\n`
      : `${lineText(line, '\n')}\n`,
  );
  return exitOf(decision);
}

function unreadable(
  part: Extract<Decision, { is: 'unreadable' }>['part'],
  { action, resource }: AccessQuestion,
  locale: Locale,
): string {
  if (part === 'context') return say(texts.badTags, locale);
  const value = part === 'action' ? action : [resource].flat().join(' ');
  return say(part === 'action' ? texts.badAction : texts.badResource, locale, { value: oneLine(value) });
}

/** The condition keys that are said: each of its values, or that it is absent. */
function contextOf({ values }: Given, locale: Locale): { readonly [key: string]: ContextValue } {
  const said = new Map<string, string[]>();
  for (const entry of values.context) {
    const equals = entry.indexOf('=');
    if (equals < 1) throw new UsageError(say(texts.badContext, locale, { value: oneLine(entry) }));
    const key = entry.slice(0, equals);
    said.set(key, [...(said.get(key) ?? []), entry.slice(equals + 1)]);
  }
  for (const key of values.absent)
    if (said.has(key)) throw new UsageError(say(texts.bothWays, locale, { key: oneLine(key) }));
  const entries = [...said].map(([key, [first = '', ...rest]]) => [key, rest.length > 0 ? [first, ...rest] : first]);
  return Object.fromEntries([...entries, ...values.absent.map((key) => [key, null])]) as {
    readonly [key: string]: ContextValue;
  };
}

interface StatementPlace {
  readonly policy: number | 'boundary';
  readonly statement: number;
}

/** The statements of which CAM refuses something. */
const leftOutOf = ({ policies, boundary }: AccessQuestion): readonly StatementPlace[] =>
  [...policies.entries(), ...(boundary ? [['boundary', boundary] as const] : [])].flatMap(([place, policy]) =>
    leftOut(policy).map(({ index }) => ({ policy: place, statement: index })),
  );

/** The form that other programs rely on. */
function asJson(decision: Decision, refused: readonly StatementPlace[], text: string): object {
  const sources =
    decision.is === 'allowed' || decision.is === 'conditional' || decision.is === 'denied' ? [decision.by].flat() : [];
  const [by] = sources;
  return {
    verdict: decision.is,
    ...(by && { by: { policy: by.policy, statement: by.statement } }),
    ...(decision.is === 'conditional' && { if: decision.keys }),
    ...(decision.is === 'undecided' && { because: decision.because.map(doubtName) }),
    ...(refused.length > 0 && { leftOut: refused }),
    text,
  };
}

const exits: { readonly [is in Decision['is']]: ExitCode } = {
  allowed: exitCodes.fine,
  denied: exitCodes.findings,
  'not-allowed': exitCodes.findings,
  conditional: exitCodes.open,
  undecided: exitCodes.open,
  unreadable: exitCodes.notDone,
};

const exitOf = ({ is }: Decision): ExitCode => exits[is];
