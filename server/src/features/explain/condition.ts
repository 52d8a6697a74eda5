/** Condition operators, keys and values in words. */
import type { ConditionKeyData, Language, OperatorData, ValueType } from '../../core/catalogue/language.js';
import { isTagListKey } from '../../core/policy/condition.js';
import { readOperator, type OperatorPattern } from '../../core/policy/operator.js';
import type { Statement } from '../../core/policy/model.js';
import { say, type Locale } from '../../core/text.js';
import type { Context } from '../context.js';
import { blocks, bounded, code, plain } from '../markdown.js';
import { labelled, listed } from './words.js';
import { sourceLine } from './sources.js';
import { actionTexts, conditionTexts as texts } from './wording.js';

/** Markdown on an operator as a policy writes it, with qualifier and suffix. */
export function documentOperator(text: string, context: Context): string {
  const { language, locale } = context;
  const pattern = readOperator(text);
  const operator = language.operator(pattern.name);
  if (operator) return knownOperator(text, pattern, operator, context);
  const meant = language.operatorOfAws(pattern.name);
  const note = meant ? say(texts.aws, locale, { name: code(meant.name) }) : say(texts.unknown, locale);
  return blocks(`**${code(text)}**`, note);
}

function knownOperator(
  text: string,
  { qualifier, ifExist }: OperatorPattern,
  { type, meaning, format, conflict, sources }: OperatorData,
  context: Context,
): string {
  const { language, locale } = context;
  const example = exampleOf(text, type, qualifier !== '', language);
  return blocks(
    `**${code(text)}** — ${plain(meaning[locale])}`,
    qualifier && say(texts[qualifier], locale),
    ifExist ? say(texts['if-exist'], locale) : undefined,
    labelled(texts.values, plain(format[locale]), locale),
    example === undefined ? undefined : labelled(texts.example, code(example), locale),
    say(texts.several, locale),
    conflict && labelled(actionTexts.conflict, plain(conflict[locale]), locale),
    sourceLine(language.sources(sources), context),
  );
}

/** The operator with a key and a value that it takes; undefined where no key is known that it fits. */
function exampleOf(operator: string, type: ValueType, qualified: boolean, { data }: Language): string | undefined {
  const current = data.conditionKeys.filter(({ state }) => state === 'current');
  // Of every key can be asked whether it is there.
  const keys = type === 'null' ? current : current.filter((key) => key.type === type);
  // A key that holds a list is what a qualifier is for.
  const key = keys.find((candidate) => isTagListKey(candidate.key) === qualified) ?? keys[0];
  if (!key) return undefined;
  const value = type === 'null' ? 'true' : (key.example ?? '');
  const written = unquoted.has(type) ? value : `"${value}"`;
  return `"${operator}": { "${key.key.replace('<key>', 'env')}": ${written} }`;
}

/** Types whose values are JSON of their own. */
const unquoted: ReadonlySet<ValueType> = new Set(['number', 'boolean', 'null']);

/** Markdown on a condition key; keys that a service documents are looked up in the services of `statement`. */
export function documentConditionKey(key: string, context: Context, statement?: Statement): string {
  const fact = context.language.conditionKey(key);
  return fact ? knownKey(key, fact, context) : serviceKey(key, context, statement);
}

function knownKey(key: string, fact: ConditionKeyData, context: Context): string {
  const { language, catalogue, locale } = context;
  const operators = language.data.operators.filter(({ type }) => type === fact.type).map(({ name }) => code(name));
  const product = fact.service && (catalogue.service(fact.service)?.data.product[locale] ?? fact.service);
  return blocks(
    `**${code(key)}** — ${plain(fact.description[locale])}`,
    product && say(texts.service, locale, { service: plain(product) }),
    fact.state === 'current' ? undefined : say(texts[fact.state], locale),
    fact.example && labelled(texts.example, code(fact.example), locale),
    operators.length > 0 ? labelled(texts.operators, listed(operators, locale), locale) : undefined,
    say(texts['case-sensitive'], locale),
    sourceLine(language.sources(fact.sources), context),
  );
}

/** The most names that are shown; the rest is counted. */
const shownNames = 10;

function serviceKey(key: string, context: Context, statement: Statement | undefined): string {
  const { catalogue, locale } = context;
  const ids = new Set([
    key.slice(0, Math.max(0, key.indexOf(':'))),
    ...(statement?.actions?.items ?? []).map(({ service }) => service),
  ]);
  for (const id of ids) {
    const service = catalogue.service(id);
    const found = service?.data.conditionKeys?.find((candidate) => candidate.key === key);
    if (!service || !found) continue;
    const product = plain(service.data.product[locale]);
    return blocks(
      `**${code(key)}** — ${found.description ? plain(found.description[locale]) : say(texts.service, locale, { service: product })}`,
      found.description && say(texts.service, locale, { service: product }),
      found.actions && say(texts.actions, locale, { names: namesOf(found.actions, locale) }),
      say(texts['case-sensitive'], locale),
      sourceLine(service.sources(found.sources), context),
    );
  }
  return blocks(`**${code(key)}**`, say(texts['unknown-key'], locale), say(texts['case-sensitive'], locale));
}

const namesOf = (names: readonly string[], locale: Locale): string =>
  listed(
    bounded(names.map(code), shownNames, (count) => say(actionTexts.more, locale, { count })),
    locale,
  );
