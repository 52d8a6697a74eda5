/** The documentation of a completion, computed when a person looks at it. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { documentAction } from '../explain/action.js';
import { documentConditionKey, documentOperator } from '../explain/condition.js';
import { plainAbilities } from '../abilities.js';
import { markup } from '../markup.js';
import type { Context } from '../context.js';
import type { CompletionData } from './candidate.js';

/** The item with its documentation; an item of another server is returned as it is. */
export function resolveCompletion(item: CompletionItem, context: Context): CompletionItem {
  const { documentationFormat } = context.abilities ?? plainAbilities;
  const value = item.documentation === undefined ? documentationOf(item, context) : undefined;
  return value ? { ...item, documentation: markup(value, documentationFormat) } : item;
}

function documentationOf({ label, data }: CompletionItem, context: Context): string | undefined {
  const about = data as CompletionData | undefined;
  switch (about?.about) {
    case 'service':
      return documentAction(...partsOf(label), context);
    case 'action':
      return about.service === undefined ? undefined : documentAction(about.service, label, context);
    case 'operator':
      return documentOperator((about.qualifier ?? '') + label, context);
    case 'condition-key':
      return documentConditionKey(label, context);
    case undefined:
      return undefined;
  }
}

/** A service, and an action where the label has one, too. */
function partsOf(label: string): readonly [service: string, action: string | undefined] {
  const [service = '', action] = label.split(':');
  return [service, action];
}
