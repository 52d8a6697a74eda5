/** One request with everything about it said, and whether the actions of a policy stand for its action. */
import type { ActionPattern } from '../policy/action.js';
import { matchesAction } from '../policy/action-pattern.js';
import { matches } from '../wildcard.js';
import type { Binding } from './binding.js';
import type { ContextValue } from './question.js';
import type { Reading } from './reading.js';

export interface World {
  /** Who calls. */
  readonly binding: Binding;
  readonly context: ReadonlyMap<string, ContextValue>;
  /** Tests of conditions that are met or not whatever the context says. */
  readonly forced: ReadonlyMap<object, boolean>;
}

export interface AskedAction {
  readonly service: string;
  readonly name: string;
}

/** Whether an action of a policy stands for the requested one. */
export function meetsAction(pattern: ActionPattern, { service, name }: AskedAction, reading: Reading): boolean {
  if (pattern.form === 'set') return reading.holds({ opaque: pattern.text });
  if (matchesAction(pattern, service, name)) return true;
  return (
    pattern.form === 'action' &&
    matches(pattern.service.toLowerCase(), service.toLowerCase()) &&
    matches(pattern.name.toLowerCase(), name.toLowerCase()) &&
    reading.holds({ flag: 'case' })
  );
}
