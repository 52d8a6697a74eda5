/** Completion of condition operators: qualifier, name and suffix one after the other, never all combinations at once. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { OperatorData } from '../../../core/catalogue/language.js';
import { ifExist, qualifiers, readOperator } from '../../../core/policy/operator.js';
import type { PlaceOf } from '../../../core/place/place.js';
import { say } from '../../../core/text.js';
import { conditionWords } from '../../explain/words.js';
import type { Candidate, CompletionContext, CompletionData } from '../candidate.js';

/** The list depends on what is typed, so it must be asked for again with each key. */
export function completeOperator(
  { spot, object, property }: PlaceOf<'condition-operator'>,
  context: CompletionContext,
): readonly Candidate[] {
  const present = new Set(object.properties.filter((other) => other !== property).map(({ key }) => key.value));
  const { qualifier } = readOperator(spot.before);
  const typed = spot.before.slice(qualifier.length);
  const data: CompletionData = { about: 'operator', ...(qualifier ? { qualifier } : {}) };
  const operators = context.language.data.operators.filter((operator) => qualifier === '' || operator.qualifiers);
  const candidates = [
    ...operators.map((operator) => operatorCandidate(operator, typed, context, data)),
    ...operators
      .filter((operator) => takesSuffix(operator, typed))
      .map((operator) => withSuffix(operator, context, data)),
  ]
    .filter(({ label }) => !present.has(qualifier + label))
    .map((candidate): Candidate => ({ ...candidate, part: { from: qualifier.length } }));
  return qualifier === '' ? [...candidates, ...qualifierCandidates(context)] : candidates;
}

/** Whether to offer the operator with its suffix, too: once `string_` or more of it is typed. */
const takesSuffix = (operator: OperatorData, typed: string): boolean =>
  operator.ifExist === true &&
  typed.includes('_') &&
  (operator.name.startsWith(typed) || `${operator.name}${ifExist}`.startsWith(typed));

/** An operator; if an AWS operator is being typed, it is matched by that name. */
function operatorCandidate(
  { name, meaning, aws = [] }: OperatorData,
  typed: string,
  { locale }: CompletionContext,
  data: CompletionData,
): Candidate {
  const lower = typed.toLowerCase();
  const foreign = /[A-Z]/u.test(typed) ? aws.find((alias) => alias.toLowerCase().startsWith(lower)) : undefined;
  return {
    label: name,
    form: 'key',
    value: '{ $0 }',
    ...(foreign ? { filter: foreign } : {}),
    kind: CompletionItemKind.Operator,
    description: meaning[locale],
    order: 'first',
    goesOn: true,
    data,
  };
}

const withSuffix = ({ name }: OperatorData, { locale }: CompletionContext, data: CompletionData): Candidate => ({
  label: name + ifExist,
  form: 'key',
  value: '{ $0 }',
  kind: CompletionItemKind.Operator,
  description: say(conditionWords.ifExist, locale),
  order: 'first',
  goesOn: true,
  data,
});

/** Qualifiers, behind which the operator follows in the same string. */
const qualifierCandidates = ({ locale }: CompletionContext): readonly Candidate[] =>
  qualifiers.map((qualifier) => ({
    label: qualifier,
    text: `${qualifier}$1`,
    snippet: true,
    form: 'key',
    value: '{ $0 }',
    kind: CompletionItemKind.Keyword,
    description: say(conditionWords[qualifier], locale),
    order: 'first',
    goesOn: true,
  }));
