/** Completion of a whole condition, where none is written yet. */
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { PlaceOf } from '../../../core/place/place.js';
import type { Candidate, CompletionContext } from '../candidate.js';
import { valueSnippet } from './values.js';

export { completeConditionKey, completeConditionKeys } from './keys.js';
export { completeOperator } from './operator.js';
export { completeConditionValue } from './values.js';

/** The most common conditions: operator and key. */
const usual = [
  ['ip_equal', 'qcs:ip'],
  ['date_less_than', 'qcs:current_time'],
  ['for_any_value:string_equal', 'qcs:resource_tag'],
  ['for_any_value:string_equal', 'qcs:request_tag'],
] as const;

export const completeCondition = (_: PlaceOf<'condition'>, context: CompletionContext): readonly Candidate[] =>
  usual.flatMap(([operator, key]): Candidate[] => {
    const fact = context.language.conditionKey(key);
    if (!fact) return [];
    return [
      {
        label: `${operator} ${key}`,
        text: `{ "${operator}": { "${key}": ${valueSnippet(fact, operator, 1, context)} } }`,
        snippet: true,
        form: 'json',
        kind: CompletionItemKind.Snippet,
        description: fact.description[context.locale],
        order: 'first',
      },
    ];
  });
