/** What a person may ask about: actions as they are typed, and resources of an action. */
import type { AccessChoice } from '../../../../protocol/access.js';
import type { Context } from '../context.js';
import type { PolicyDocument } from '../document.js';
import { askableActions, askableResources } from '../explain/askable.js';

/** With an action the resources it may be asked about; else actions that fit what was `typed`. */
export const accessChoices = (
  { policy }: PolicyDocument,
  context: Context,
  { typed, action }: { readonly [name: string]: unknown },
): readonly AccessChoice[] =>
  typeof action === 'string'
    ? askableResources(action, [policy], context)
    : askableActions(typeof typed === 'string' ? typed : '', [policy], context);
