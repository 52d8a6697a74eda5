/** Replaces actions whose names begin alike by a wildcard, and counts the actions that this adds. */
import { verbOf } from '../knowledge/verbs.js';
import { hasWildcard } from '../policy/action.js';
import type { PolicyAction } from '../policy/model.js';
import { isTrust } from '../policy/statement-kind.js';
import { meets, replace, type Span } from '../span.js';
import { removeMembers } from '../edits/members.js';
import { upTo } from '../text.js';
import { covers, matches } from '../wildcard.js';
import { plainList } from '../edits/list.js';
import type { Refactoring, RefactoringContext } from './refactoring.js';

/** How the selected actions' names begin alike, in whole words; of one action: its verb. Undefined where nothing sensible is common. */
function commonStart(selected: readonly PolicyAction[]): string | undefined {
  const [first, ...others] = selected.map(({ name }) => upTo(name, '*'));
  if (first === undefined) return undefined;
  if (others.length === 0) return verbOf(first) || undefined;
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--;
  }
  const isWordEnd = (name: string): boolean => length === name.length || /[A-Z]/u.test(name.charAt(length));
  while (length > 0 && ![first, ...others].every(isWordEnd)) length--;
  return first.slice(0, length);
}

/** A policy may have 6144 characters, in which no more wildcards than this fit; each is compared with all that the new one adds. */
const maxWildcards = 700;

/** Offered on an action, for all of the statement with the same verb, or on several selected ones of one known service. */
export function collapse({
  policy,
  statement,
  selection,
  text,
  catalogue,
}: RefactoringContext): Refactoring | undefined {
  const list = plainList(statement.actions);
  const selected = list?.items.filter(({ node }) => meets(node, selection)) ?? [];
  const [first] = selected;
  const array = list?.array;
  // Who may take on a role is asked by the full name.
  if (!array || !first || isTrust(statement, policy)) return undefined;
  if (selected.some(({ form, service }) => form !== 'action' || service !== first.service)) return undefined;
  const service = catalogue.service(first.service);
  const start = commonStart(selected);
  if (!service || start === undefined) return undefined;
  const pattern = `${start}*`;
  const own = list.items.filter((item) => item.form === 'action' && item.service === first.service);
  const gone = own.filter(({ name }) => covers(pattern, name));
  const [kept] = gone;
  if (!kept || gone.length < 2 || own.filter(({ name }) => hasWildcard(name)).length > maxWildcards) return undefined;
  const newText = JSON.stringify(`${kept.prefix}${kept.service}:${pattern}`);
  const nodes = new Set<Span>(gone.slice(1).map(({ node }) => node));
  const known = service.matching(pattern).map(({ name }) => name);
  // Of a wildcard that stands for nothing known nobody can say what it adds.
  if (known.length === 0) return undefined;
  const adds = countAdded(known, own);
  return {
    name: adds > 0 ? 'collapse-adding' : 'collapse',
    data: { count: gone.length, pattern: `${kept.service}:${pattern}`, adds },
    effect: statement.effect === 'deny' ? 'deny' : 'allow',
    edits: () => [replace(kept.node, newText), ...removeMembers(text, array, (item) => nodes.has(item))],
  };
}

/** How many of `names` no action of the statement covers. */
function countAdded(names: readonly string[], own: readonly PolicyAction[]): number {
  const plain = new Set(own.map(({ name }) => name));
  const patterns = [...plain].filter(hasWildcard);
  return names.filter((name) => !plain.has(name) && !patterns.some((pattern) => matches(pattern, name))).length;
}
