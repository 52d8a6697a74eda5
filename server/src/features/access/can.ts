/** The answer to a question about one request, asked of the policy in the editor. */
import type { AccessAnswer } from '../../../../protocol/access.js';
import { can } from '../../core/access/can.js';
import type { AccessQuestion, ContextValue } from '../../core/access/question.js';
import { decisionInWords } from '../../core/access/words/decision-words.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { configuredCaller } from './caller.js';
import { accessLine, plainVoice } from './voice.js';

/**
 * What a client asks: `action`, `resource`, values of condition keys as `context` (null: absent), `uin`, `owner`, `appId`. Nothing in it is taken for
 * granted.
 */
interface AskedAccess {
  readonly [name: string]: unknown;
}

export function answerAccess(document: PolicyDocument, context: Context, asked: AskedAccess): AccessAnswer {
  const { action, resource, context: keys, uin, owner, appId } = asked;
  const question: AccessQuestion = {
    policies: [document.policy],
    action: textOf(action) ?? '',
    resource: stringsOf(resource) ?? textOf(resource) ?? '*',
    context: contextOf(keys),
    caller: {
      ...configuredCaller(context),
      ...callerPart('uin', uin),
      ...callerPart('owner', owner),
      ...callerPart('appId', appId),
    },
  };
  const decision = can(question, context);
  const told = { question, language: context.language, nameOf: () => undefined, voice: plainVoice(context) };
  return {
    verdict: decision.is,
    answer: accessLine(decisionInWords(decision, told), document),
    keys: decision.is === 'conditional' ? decision.keys : [],
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const stringsOf = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : undefined;

const callerPart = (name: 'uin' | 'owner' | 'appId', value: unknown): object =>
  typeof value === 'string' && value !== '' ? { [name]: value } : {};

/** The keys whose value can be understood. */
function contextOf(value: unknown): { readonly [key: string]: ContextValue } {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).flatMap(([key, said]: [string, unknown]) => {
    const read = said === null ? null : (textOf(said) ?? stringsOf(said));
    return read === undefined ? [] : [[key, read] as const];
  });
  return Object.fromEntries(entries);
}
