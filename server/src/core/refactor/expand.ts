/** Writes a wildcard out as the actions it stands for, as far as they are known. */
import { actionsOf } from '../knowledge/level.js';
import { countedLength, maxPolicyLength } from '../policy/length.js';
import { hasWildcard } from '../policy/action.js';
import type { PolicyAction } from '../policy/model.js';
import { touches } from '../span.js';
import { plainList } from '../edits/list.js';
import { writeOutOrRemove } from '../edits/write-out.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

/** The largest number of actions that a wildcard is written out into. */
const maxActions = 1000;

/** Offered on an action with a wildcard in its name whose service is known. */
export function expand({ policy, statement, selection, text, catalogue }: RefactoringContext): Refactoring | undefined {
  const list = plainList(statement.actions);
  const pattern = list?.items.find(({ node, name }) => touches(node, selection.start) && hasWildcard(name));
  if (!list || !pattern) return undefined;
  const actions = actionsOf(catalogue, pattern);
  const [first] = actions;
  if (!first || actions.length > maxActions) return undefined;
  const names = actions.map(({ name }) => name);
  const length = countedLength(policy.tree) + addedLength(pattern, names);
  return {
    name: first.service.data.complete ? 'expand' : 'expand-known',
    data: { pattern: pattern.node.value, count: actions.length },
    edits: () =>
      writeOutOrRemove(
        text,
        list,
        pattern,
        names.map((name) => `${pattern.service}:${name}`),
      ),
    ...(length > maxPolicyLength && { tooLong: length }),
  };
}

/** How many more characters the names take than the pattern, each with its quotes, service and comma. Names that the statement already has count too. */
const addedLength = ({ node, prefix, service }: PolicyAction, names: readonly string[]): number =>
  names.reduce((sum, name) => sum + prefix.length + service.length + name.length + 4, 0) - node.value.length - 3;
