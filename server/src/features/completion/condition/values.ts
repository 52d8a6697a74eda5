/** Completion of condition values: what the operator and the key take, and values of the same key elsewhere in the policy. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ConditionKeyData, ValueType } from '../../../core/catalogue/language.js';
import type { Policy } from '../../../core/policy/model.js';
import { isTagListKey } from '../../../core/policy/condition.js';
import { readOperator } from '../../../core/policy/operator.js';
import type { PlaceOf } from '../../../core/place/place.js';
import { say, type Text } from '../../../core/text.js';
import { conditionWords, resourceWords } from '../../explain/words.js';
import type { Candidate, CompletionContext } from '../candidate.js';
import { usedAccounts } from '../resource/used.js';
import { choice, literal, stop } from '../snippet.js';

/** A value to begin with, as JSON with tab stops from `number` on. */
export function valueSnippet(
  { key, type, example }: Pick<ConditionKeyData, 'key' | 'example'> & { readonly type: ValueType | undefined },
  operator: string,
  number: number,
  context: CompletionContext,
): string {
  switch (typeOf(operator, context) ?? type) {
    case 'date':
      return `"${stop(number, midnight(context, 0))}"`;
    case 'boolean':
    case 'null':
      return `"${choice(number, ['true', 'false'])}"`;
    case 'number':
      return stop(number, example ?? '1');
    case 'ip':
      return `["${stop(number, example ?? '10.0.0.0/8')}"]`;
    default:
      return isTagListKey(key) ? `["${stop(number, example ?? 'key&value')}"]` : `"${stop(number, example ?? '')}"`;
  }
}

const typeOf = (operator: string, { language }: CompletionContext): ValueType | undefined =>
  language.operator(readOperator(operator).name)?.type;

export function completeConditionValue(
  { spot, operator, key }: PlaceOf<'condition-value'>,
  context: CompletionContext,
): readonly Candidate[] {
  const fact = context.language.conditionKey(key);
  const own = spot.before + spot.after;
  const used = valuesOf(context.document.policy, key).filter((value) => value !== own);
  const candidates = [
    ...used.map((value) => valueCandidate(value, resourceWords.used, context)),
    ...ofType(typeOf(operator, context) ?? fact?.type, key, fact, context),
  ];
  const known = new Set<string>();
  return candidates.filter(({ label }) => !known.has(label) && known.add(label));
}

function ofType(
  type: ValueType | undefined,
  key: string,
  fact: ConditionKeyData | undefined,
  context: CompletionContext,
): readonly Candidate[] {
  const values = (texts: readonly string[], description: Text) =>
    texts.map((text) => valueCandidate(text, description, context));
  switch (type) {
    case 'date':
      return [
        ...values([midnight(context, 0)], conditionWords.today),
        ...values([midnight(context, 30)], conditionWords.later),
        ...values([iso(today(context))], conditionWords.now),
      ];
    case 'boolean':
      return ['true', 'false'].map((label) => ({ label, kind: CompletionItemKind.EnumMember, order: 'first' }));
    case 'null':
      return [...values(['true'], conditionWords.absent), ...values(['false'], conditionWords.there)];
    case 'ip':
      return values(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], conditionWords.private);
    case 'number':
      return values([fact?.type === 'number' ? (fact.example ?? '1') : '1'], conditionWords.example);
    default:
      return stringValues(key, fact, context);
  }
}

function stringValues(
  key: string,
  fact: ConditionKeyData | undefined,
  context: CompletionContext,
): readonly Candidate[] {
  const { locale, language } = context;
  if (isTagListKey(key)) return [tagCandidate(context)];
  if (key.endsWith(':region'))
    return language.data.regions.flatMap(({ short = [], name }) =>
      short.map((code) => valueCandidate(code, name, context)),
    );
  const accounts = key.endsWith('uin')
    ? usedAccounts(context).flatMap((account) => (account.startsWith('uin/') ? account.slice(4) : []))
    : [];
  return [
    ...accounts.map((account) => valueCandidate(account, resourceWords.usedAccount, context)),
    ...(fact?.example && !fact.example.includes('$')
      ? [valueCandidate(fact.example, conditionWords.example, context)]
      : []),
    ...language.data.variables.map(({ name, meaning }): Candidate => ({
      label: `\${${name}}`,
      text: literal(`\${${name}}`),
      snippet: true,
      kind: CompletionItemKind.Variable,
      description: meaning[locale],
      order: 'first',
    })),
  ];
}

const tagCandidate = ({ locale }: CompletionContext): Candidate => ({
  label: 'key&value',
  text: `${stop(1, 'key')}&${stop(2, 'value')}`,
  snippet: true,
  named: true,
  kind: CompletionItemKind.Snippet,
  description: say(conditionWords.tag, locale),
  order: 'first',
});

const valueCandidate = (label: string, description: Text, { locale }: CompletionContext): Candidate => ({
  label,
  kind: CompletionItemKind.Value,
  description: say(description, locale),
  order: 'first',
});

const today = ({ now }: CompletionContext): Date => now?.() ?? new Date(0);

/** A time as CAM takes it: ISO 8601 in UTC, to the second. Source: CAM conditions page, 598/10608. */
const iso = (date: Date): string => date.toISOString().replace(/\.\d+Z$/u, 'Z');

/** The start of the day that is `days` after today, in UTC. */
function midnight(context: CompletionContext, days: number): string {
  const date = today(context);
  return iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days)));
}

/** Values that the policy's conditions have for the key, without those that would need escaping. */
const valuesOf = ({ statements }: Policy, key: string): readonly string[] =>
  statements
    .flatMap(({ conditions }) => conditions)
    .flatMap(({ keys }) => keys)
    .filter((other) => other.key === key)
    .flatMap(({ values }) => values)
    .flatMap((node) => (node.kind === 'string' && /^[^"\\\p{Cc}]+$/u.test(node.value) ? node.value : []));
