/** Merges statements that differ only in their actions, or only in their resources. What is granted stays the same. */
import { meaningOf } from '../policy/meaning.js';
import { memoByObject } from '../memo.js';
import type { Policy, PolicyAction, PolicyResource, Statement, StringList } from '../policy/model.js';
import type { Span } from '../span.js';
import { removeMembers } from '../edits/members.js';
import type { JsonArray, JsonString } from '../syntax/json.js';
import { addItems, plainList } from '../edits/list.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

type Item = { readonly node: JsonString };
const sides = ['actions', 'resources'] as const;
type Side = (typeof sides)[number];

/** A statement with no unknown part, so that merging it loses nothing. */
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

/** What a statement says besides its actions, or besides its resources: statements that agree in it can be merged. */
type Likeness = { readonly [side in Side]: string };

interface Mergeables {
  /** By their likeness on each side, in the order of the text. */
  readonly groups: { readonly [side in Side]: ReadonlyMap<string, readonly Mergeable[]> };
  readonly likeness: ReadonlyMap<Statement, Likeness>;
}

/** Computed once per policy: it may be long, and each move of the cursor asks for it. */
const mergeablesOf = memoByObject(({ statements, tree: { text } }: Policy): Mergeables => {
  const groups = { actions: new Map<string, Mergeable[]>(), resources: new Map<string, Mergeable[]>() };
  const likeness = new Map<Statement, Likeness>();
  for (const statement of statements) {
    const found = mergeable(statement);
    if (!found) continue;
    const rest = restOf(text, statement);
    const own = {
      actions: `${rest}\n${valuesText(found.resources)}`,
      resources: `${rest}\n${valuesText(found.actions)}`,
    };
    likeness.set(statement, own);
    for (const side of sides) {
      const group = groups[side].get(own[side]);
      if (group) group.push(found);
      else groups[side].set(own[side], [found]);
    }
  }
  return { groups, likeness };
});

/** Offered for the statement at the cursor with all that can go together with it. */
export function merge({ policy, statement, text }: RefactoringContext): readonly Refactoring[] {
  const { list } = statement;
  const { groups, likeness } = mergeablesOf(policy);
  const own = likeness.get(statement);
  if (!own || !list) return [];
  return sides.flatMap((side) => mergeSide(side, groups[side].get(own[side]) ?? [], statement, list, text));
}

/** Merges the statements that are the same but for `side`; one with an id stays as it is unless it is the first and the person's own. */
function mergeSide(
  side: Side,
  alike: readonly Mergeable[],
  own: Statement,
  list: JsonArray,
  text: string,
): readonly Refactoring[] {
  const group = alike.filter(({ statement }) => statement === own || !statement.element.sid);
  const [into, ...others] = group;
  if (!into?.[side] || others.length === 0 || others.some((each) => each.statement.element.sid)) return [];
  return [
    {
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
    },
  ];
}

const valuesOf = (list: StringList<Item> | undefined): ReadonlySet<string> =>
  new Set(list?.items.map(({ node }) => node.value));

/** The values of a list, whatever their order and however often each stands there. */
const valuesText = (list: StringList<Item> | undefined): string => JSON.stringify([...valuesOf(list)].sort());

/** A key of effect, principal and condition. */
const restOf = (text: string, { effect, element: { principal, condition } }: Statement): string =>
  [effect, meaningOf(text, principal?.value), meaningOf(text, condition?.value)].join('\n');

/** Adds to `into` the values that only the others have. */
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
