/** Hovers on conditions: operators, keys, values. */
import { documentConditionKey, documentOperator } from '../explain/condition.js';
import { conditionTexts as texts } from '../explain/wording.js';
import { labelled } from '../explain/words.js';
import { readOperator } from '../../core/policy/operator.js';
import type { PlaceOf } from '../../core/place/place.js';
import { blocks, code, plain, withSecond } from '../markdown.js';
import { accessOfKey } from './access.js';
import type { Explanation, HoverContext } from './explanation.js';
import { hoverVariable } from './variable.js';

export const hoverOperator = (
  { property }: PlaceOf<'condition-operator'>,
  context: HoverContext,
): Explanation | undefined =>
  property && { span: property.key, markdown: documentOperator(property.key.value, context) };

export const hoverConditionKey = (
  { property, statement }: PlaceOf<'condition-key'>,
  context: HoverContext,
): Explanation | undefined =>
  property && {
    span: property.key,
    markdown: withSecond(
      documentConditionKey(property.key.value, context, statement),
      accessOfKey(property.key.value, statement, context),
    ),
  };

/** A variable in the value, or else the form of values that the operator compares. */
export function hoverConditionValue(
  { spot, operator }: PlaceOf<'condition-value'>,
  context: HoverContext,
): Explanation | undefined {
  const { node } = spot;
  if (!node || node.kind === 'object' || node.kind === 'array') return undefined;
  const variable = hoverVariable(spot, context);
  if (variable) return variable;
  const { name } = readOperator(operator);
  const found = context.language.operator(name);
  return (
    found && {
      span: node,
      markdown: blocks(
        `**${code(name)}** — ${plain(found.meaning[context.locale])}`,
        labelled(texts.values, plain(found.format[context.locale]), context.locale),
      ),
    }
  );
}
