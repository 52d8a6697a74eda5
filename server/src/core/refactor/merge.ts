/** Makes one statement of those that differ in their actions only, or in their resources only. What is granted stays the same. */
import { meaningOf } from '../policy/meaning.js';
import type { PolicyAction, PolicyResource, Statement, StringList } from '../policy/model.js';
import type { Span } from '../span.js';
import { removeMembers } from '../syntax/edit.js';
import type { JsonArray, JsonString } from '../syntax/json.js';
import { addItems, plainList } from '../edits/list.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

type Item = { readonly node: JsonString };
type Side = 'actions' | 'resources';

/** A statement of which everything is understood, so that nothing is lost when it goes. */
interface Mergeable {
  readonly statement: Statement;
  readonly actions: StringList<PolicyAction>;
  /** Undefined in a trust statement. */
  readonly resources: StringList<PolicyResource> | undefined;
}

function mergeable(statement: Statement): Mergeable | undefined {
  const { members, element, effect } = statement;
  const known = Object.keys(element).length;
  const actions = plainList(statement.actions);
  const resources = plainList(statement.resources);
  return effect && actions && known === members.length && (resources || !element.resource)
    ? { statement, actions, resources }
    : undefined;
}

/** Offered for the statement at the cursor with all that can go together with it. */
export function merge(context: RefactoringContext): readonly Refactoring[] {
  const own = mergeable(context.statement);
  const { list } = context.statement;
  if (!own || !list) return [];
  return [mergeSide('actions', own, list, context), mergeSide('resources', own, list, context)].filter(
    (found) => found !== undefined,
  );
}

/** Merges the statements that are the same but for `side`. */
function mergeSide(
  side: Side,
  own: Mergeable,
  list: JsonArray,
  { policy, text }: RefactoringContext,
): Refactoring | undefined {
  const other: Side = side === 'actions' ? 'resources' : 'actions';
  const values = valuesOf(own[other]);
  const rest = restOf(text, own.statement);
  const group = policy.statements.flatMap((statement): readonly Mergeable[] => {
    if (statement === own.statement) return [own];
    if (statement.effect !== own.statement.effect || statement.element.sid) return [];
    const found = mergeable(statement);
    return found && hasValues(found[other], values) && restOf(text, found.statement) === rest ? [found] : [];
  });
  const [into, ...others] = group;
  if (!into?.[side] || others.length === 0 || others.some((each) => each.statement.element.sid)) return undefined;
  return {
    name: side === 'actions' ? 'merge-actions' : 'merge-resources',
    data: { count: group.length },
    edits: () => {
      const gone = new Set<Span>(others.map(({ statement }) => statement.node));
      return [
        ...addMissing(
          text,
          into[side],
          others.map((each) => each[side]),
        ),
        ...removeMembers(text, list, (node) => gone.has(node)),
      ];
    },
  };
}

const valuesOf = (list: StringList<Item> | undefined): ReadonlySet<string> =>
  new Set(list?.items.map(({ node }) => node.value));

/** Whether a list has exactly these values. */
function hasValues(list: StringList<Item> | undefined, values: ReadonlySet<string>): boolean {
  const items = list?.items ?? [];
  return (
    items.length >= values.size &&
    items.every(({ node }) => values.has(node.value)) &&
    valuesOf(list).size === values.size
  );
}

/** What principal and condition say. */
const restOf = (text: string, { element: { principal, condition } }: Statement): string =>
  `${meaningOf(text, principal?.value)}\n${meaningOf(text, condition?.value)}`;

/** Adds to `into` what the others have and it has not. */
function addMissing(
  text: string,
  into: StringList<Item> | undefined,
  others: readonly (StringList<Item> | undefined)[],
) {
  if (!into) return [];
  const present = new Set(valuesOf(into));
  const added: string[] = [];
  for (const { node } of others.flatMap((other) => other?.items ?? [])) {
    if (present.has(node.value)) continue;
    present.add(node.value);
    added.push(text.slice(node.start, node.end));
  }
  return addItems(text, into, added);
}
