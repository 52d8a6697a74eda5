/** Completion of condition keys: those that fit the operator, of the statement's services and of all services. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ServiceConditionKeyData } from '../../../core/catalogue/data.js';
import type { Service } from '../../../core/catalogue/catalogue.js';
import type { ConditionKeyData, ValueType } from '../../../core/catalogue/language.js';
import type { Statement } from '../../../core/policy/model.js';
import { isTagListKey } from '../../../core/policy/condition.js';
import { readOperator } from '../../../core/policy/operator.js';
import type { PlaceOf } from '../../../core/place/place.js';
import { say } from '../../../core/text.js';
import { conditionWords } from '../../explain/words.js';
import { servicesOf } from '../actions-of.js';
import type { Candidate, CompletionContext, CompletionData } from '../candidate.js';
import { literal, stop } from '../snippet.js';
import { valueSnippet } from './values.js';

const data: CompletionData = { about: 'condition-key' };

export function completeConditionKey(
  { operator, statement, object, property }: PlaceOf<'condition-key'>,
  context: CompletionContext,
): readonly Candidate[] {
  const present = new Set(object.properties.filter((other) => other !== property).map(({ key }) => key.value));
  return keysFor(operator, statement, context)
    .filter(({ key }) => !present.has(key))
    .map((key) => keyCandidate(key, operator, context));
}

/** Completion of an operator's value: a key with braces around it. */
export const completeConditionKeys = (
  { operator, statement }: PlaceOf<'condition-keys'>,
  context: CompletionContext,
): readonly Candidate[] =>
  keysFor(operator, statement, context).map((key): Candidate => {
    const { text, next } = keySnippet(key.key);
    return {
      ...keyCandidate(key, operator, context),
      text: `{ "${text}": ${valueSnippet(key, operator, next, context)} }`,
      snippet: true,
      form: 'json',
    };
  });

/** A condition key to offer: of the language, or of a service. */
type OfferedKey = Pick<ConditionKeyData, 'key' | 'example'> & {
  readonly type: ValueType | undefined;
  readonly note: string | undefined;
  readonly rank: number;
};

/** The keys that fit `operator`, the most likely ones first: the statement's services', the current ones, the older ones. */
function keysFor(operator: string, statement: Statement, context: CompletionContext): readonly OfferedKey[] {
  const { locale, language } = context;
  const { name, qualifier } = readOperator(operator);
  const type = language.operator(name)?.type;
  const services = servicesOf(statement, context);
  const ids = new Set(services.map((service) => service.data.service));
  const known = language.data.conditionKeys.flatMap((key): OfferedKey[] => {
    if ((key.service !== undefined && !ids.has(key.service)) || !fits(type, key.type)) return [];
    const tags = isTagListKey(key.key);
    const note = tags && qualifier === '' ? say(conditionWords.qualifier, locale) : key.description[locale];
    return [{ ...key, note, rank: rankOf(key) + (tags ? (qualifier === '' ? 1 : -2) : 0) }];
  });
  const names = new Set(known.map(({ key }) => key));
  const documented = services
    .flatMap((service) => serviceKeys(service, statement))
    .filter(({ key }) => !language.conditionKey(key) && !names.has(key))
    .map(({ key, description }) => ({
      key,
      type: undefined,
      rank: type === 'string' || type === undefined ? 0 : 4,
      note: description?.[locale],
    }));
  return [...documented, ...known].sort((a, b) => a.rank - b.rank);
}

/** The keys that a service documents for all its actions, or for one of the statement's. */
function serviceKeys(
  { data: { conditionKeys = [], service } }: Service,
  { actions }: Statement,
): readonly ServiceConditionKeyData[] {
  const items = actions?.items.filter((item) => item.service === service) ?? [];
  return conditionKeys.filter(
    (key) => !key.actions || items.some(({ name }) => name.includes('*') || key.actions?.includes(name)),
  );
}

const fits = (operator: ValueType | undefined, key: ValueType): boolean =>
  operator === undefined || operator === 'null' || operator === key || (operator === 'binary' && key === 'string');

const rankOf = ({ state, service }: ConditionKeyData): number =>
  state === 'current' ? (service ? 0 : 1) : state === 'older' ? 3 : 4;

function keyCandidate(key: OfferedKey, operator: string, context: CompletionContext): Candidate {
  const { text, next } = keySnippet(key.key);
  return {
    label: key.key,
    text,
    snippet: true,
    ...(next > 1 && { named: true }),
    form: 'key',
    value: valueSnippet(key, operator, next, context),
    kind: CompletionItemKind.Field,
    description: key.note,
    order: 'first',
    data,
  };
}

/** A key with a tab stop for its variable part, `qcs:resource_tag/<key>`, and the number of the next stop. */
function keySnippet(key: string): { readonly text: string; readonly next: number } {
  const variable = /<(\w+)>$/u.exec(key);
  return variable
    ? { text: literal(key.slice(0, variable.index)) + stop(1, variable[1] ?? ''), next: 2 }
    : { text: literal(key), next: 1 };
}
