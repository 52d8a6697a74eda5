/** All that a policy says or may say: the statements that take effect, and what of others nobody knows the meaning of. */
import type { ActionPattern } from '../policy/action.js';
import { memoByObject } from '../memo.js';
import type { Policy, Statement } from '../policy/model.js';
import { readResource, type ResourcePattern } from '../policy/resource.js';
import type { JsonObject } from '../syntax/json.js';
import type { Test } from './condition-test.js';
import { effectiveStatements, trustStatements, type EffectiveStatement } from './effective.js';
import { attached } from './principals.js';
import { isUnclear, unclearIn, type Unclear } from './unclear.js';

/** A statement that takes effect, with the resources that it speaks of. */
export interface Speaking extends Omit<EffectiveStatement, 'actions' | 'resources'> {
  readonly actions: readonly ActionPattern[];
  readonly resources: readonly ResourcePattern[];
  /** What it is not known to say: met in one reading, and not in another. */
  readonly unclear?: Test;
}

/** In the order of the text; of a trust policy the role is the resource, whichever is asked about. */
export const saidIn = memoByObject((policy: Policy): readonly Speaking[] => {
  const effective = effectiveStatements(policy);
  const trust = trustStatements(policy).map((one) => ({ ...one, resources: [readResource('*')] }));
  const unclear = unclearIn(policy);
  if (trust.length + unclear.length === 0) return effective;
  const sure: readonly Speaking[] = [...effective, ...trust];
  return [...sure.filter(({ statement }) => !isUnclear(policy, statement)), ...unclear.flatMap(speakingOf)].sort(
    (a, b) => a.statement.index - b.statement.index,
  );
});

/** It may allow, and it may deny: where not even that is known, each is a question of its own. */
const speakingOf = ({
  effects,
  actions,
  resources,
  statement = nowhere,
  why,
  text,
  of,
}: Unclear): readonly Speaking[] =>
  effects.map((effect) => ({
    statement,
    effect,
    actions,
    resources,
    conditional: false,
    principals: attached,
    unclear: { operatorText: text, operator: undefined, key: of, values: [effect], unclear: why },
  }));

const node: JsonObject = { kind: 'object', start: 0, end: 0, closed: true, properties: [] };

/** Stands for what is no statement. */
const nowhere: Statement = {
  node,
  list: undefined,
  index: -1,
  members: [],
  element: {},
  effect: undefined,
  actions: undefined,
  resources: undefined,
  principal: undefined,
  conditions: [],
};
