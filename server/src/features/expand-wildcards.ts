/** A document with the wildcards of a policy's actions expanded, to look at. */
import type { ActionGroup, Expansion } from '../../../protocol/answers.js';
import type { Catalogue } from '../core/catalogue/catalogue.js';
import { hostOffset } from '../core/embed/embedded.js';
import { accessClasses, accessNames } from '../core/knowledge/access-names.js';
import { actionsOf } from '../core/knowledge/level.js';
import { linesOf, type Lines } from '../core/edits/lines.js';
import { hasWildcard } from '../core/policy/action.js';
import type { PolicyAction, StringList } from '../core/policy/model.js';
import { say, type Text } from '../core/text.js';
import type { Context } from './context.js';
import type { PolicyDocument } from './document.js';

const groupTitle: Text = { en: '{access}: {count}', zh: '{access}：{count}' };

/** Actions that stand together, as JSON texts. `title`: what they do; none: they are in the policy as they are. */
interface Group {
  readonly title?: string;
  readonly items: readonly string[];
}

interface Rewritten extends Lines {
  readonly groups: readonly Group[];
}

/**
 * The host's text with each wildcard of the policy replaced by the actions that it matches, but for those that the list has already: a line for each action, and a
 * blank line where other actions do something else.
 */
export function expandWildcards(document: PolicyDocument, context: Context): Expansion {
  const { policy } = document;
  const { text } = policy.tree;
  const rewritten: Rewritten[] = [];
  let [expanded, left] = [0, 0];
  for (const { actions: list } of policy.statements) {
    const wildcards = list?.items.filter(isWildcard) ?? [];
    const known = wildcards.filter((item) => actionsOf(context.catalogue, item).length > 0).length;
    expanded += known;
    left += wildcards.length - known;
    if (!list || known === 0) continue;
    const groups = groupsOf(text, list, context);
    rewritten.push({
      ...linesOf(
        text,
        list,
        groups.map(({ items }) => items),
      ),
      groups,
    });
  }
  const after = document.edited(rewritten.map(({ edit }) => edit));
  const { embedded } = after;
  const groups = embedded ? placesOf(after.text, rewritten, (offset) => hostOffset(embedded, offset)) : [];
  return { text: after.text, groups, expanded, left };
}

const isWildcard = ({ form, service, name }: PolicyAction): boolean =>
  form !== 'malformed' && form !== 'set' && hasWildcard(service + name);

/** The items of a list, the known wildcards as what they stand for. */
function groupsOf(text: string, list: StringList<PolicyAction>, { catalogue, locale }: Context): readonly Group[] {
  const items = new Map(list.items.map((item) => [item.node, item]));
  const nodes = list.array?.items ?? [...items.keys()];
  const written = new Set(list.items.map(({ service, name }) => `${service}:${name}`));
  const groups: { title?: string; items: string[] }[] = [];
  for (const node of nodes) {
    const item = node.kind === 'string' ? items.get(node) : undefined;
    const byAccess = item && isWildcard(item) ? newActions(item, catalogue, written) : undefined;
    if (item && byAccess)
      for (const [access, names] of byAccess)
        groups.push({
          title: say(groupTitle, locale, { access: accessNames[access][locale], count: names.length }),
          items: names.map((name) => JSON.stringify(item.prefix + name)),
        });
    else {
      const last = groups.at(-1);
      const own = text.slice(node.start, node.end);
      if (last && last.title === undefined) last.items.push(own);
      else groups.push({ items: [own] });
    }
  }
  return groups;
}

/** What a wildcard stands for and `written` has not, by what it does; `written` has it then. Undefined: not known. */
function newActions(
  item: PolicyAction,
  catalogue: Catalogue,
  written: Set<string>,
): ReadonlyMap<keyof typeof accessNames, readonly string[]> | undefined {
  const actions = actionsOf(catalogue, item);
  if (actions.length === 0) return undefined;
  const byAccess = new Map<keyof typeof accessNames, string[]>();
  for (const access of accessClasses) {
    const names = actions.filter((action) => action.access === access).map(({ name }) => `${item.service}:${name}`);
    const added = names.filter((name) => !written.has(name));
    for (const name of added) written.add(name);
    if (added.length > 0) byAccess.set(access, added);
  }
  return byAccess;
}

/** The lines on which groups of new actions begin. `inHost`: where an offset of the policy as it is then stands in `text`. */
function placesOf(
  text: string,
  rewritten: readonly Rewritten[],
  inHost: (offset: number) => number,
): readonly ActionGroup[] {
  const places: ActionGroup[] = [];
  let [shift, line, counted] = [0, 0, 0];
  for (const { edit, starts, groups } of rewritten) {
    groups.forEach(({ title }, index) => {
      const start = inHost(edit.span.start + shift + (starts[index] ?? 0));
      for (; counted < start; counted++) if (text.charAt(counted) === '\n') line++;
      if (title !== undefined) places.push({ line, title });
    });
    shift += edit.newText.length - (edit.span.end - edit.span.start);
  }
  return places;
}
