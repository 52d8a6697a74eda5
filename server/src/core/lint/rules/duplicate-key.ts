/** One name twice in an object: only one of the two can count. */
import type { Policy } from '../../policy/model.js';
import type { Edit } from '../../span.js';
import { appendContent, removeMember } from '../../edits/members.js';
import type { JsonNode, JsonObject, JsonProperty } from '../../syntax/json.js';
import { shown } from '../../text.js';
import { rule, type FixOf } from '../rule.js';

type FixId = 'remove' | 'keep' | 'merge';
interface Member {
  readonly property: JsonProperty;
  readonly index: number;
}

/** Calls `visit` for every object of the tree that may hold a name twice; the tree's depth is bounded where it is read. */
function eachObject(node: JsonNode | undefined, visit: (object: JsonObject) => void): void {
  if (node?.kind === 'object') {
    if (node.properties.length > 1) visit(node);
    for (const { value } of node.properties) if (value && isNested(value)) eachObject(value, visit);
  } else if (node?.kind === 'array') {
    for (const item of node.items) if (isNested(item)) eachObject(item, visit);
  }
}

const isNested = ({ kind }: JsonNode): boolean => kind === 'object' || kind === 'array';

/** Objects of more members are looked through with an index. */
const few = 8;

/** Whether no name stands twice, for objects of few members, as nearly all are: comparing is quicker than an index. */
function isPlain({ properties }: JsonObject, caseless: boolean): boolean {
  if (properties.length > few) return false;
  for (let later = 1; later < properties.length; later++) {
    const name = properties[later]?.key.value ?? '';
    for (let at = 0; at < later; at++) {
      const other = properties[at]?.key.value ?? '';
      if (other.length === name.length && (caseless ? other.toLowerCase() === name.toLowerCase() : other === name))
        return false;
    }
  }
  return true;
}

const textOf = (text: string, node: JsonNode | undefined): string => (node ? text.slice(node.start, node.end) : '');

/** Moves what the later member holds into the first, where both hold lists, or objects without a common name. */
function mergeEdits(text: string, object: JsonObject, first: Member, later: Member): readonly Edit[] {
  const [into, from] = [first.property.value, later.property.value];
  let moved: readonly Edit[] = [];
  if (into?.kind === 'array' && from?.kind === 'array') moved = appendContent(text, into, from);
  if (into?.kind === 'object' && from?.kind === 'object') {
    const names = new Set(into.properties.map(({ key }) => key.value));
    if (!from.properties.some(({ key }) => key.unread || names.has(key.value))) moved = appendContent(text, into, from);
  }
  return moved.length > 0 ? [...moved, ...removeMember(text, object, later.index)] : [];
}

function fixesFor(
  text: string,
  object: JsonObject,
  first: Member,
  later: Member,
  isElements: boolean,
): { readonly fix?: FixOf<FixId>; readonly suggestions?: readonly FixOf<FixId>[] } {
  const data = { key: shown(later.property.key.value) };
  const remove: FixOf<FixId> = { title: 'remove', data, edits: () => removeMember(text, object, later.index) };
  const [one, other] = [first.property.value, later.property.value];
  if (textOf(text, one) === textOf(text, other)) return { fix: { ...remove, preferred: true } };
  // Most readers take the last one, people mean either: both are offered.
  const keep: FixOf<FixId> = { title: 'keep', data, edits: () => removeMember(text, object, first.index) };
  const mergeable =
    one?.kind === other?.kind &&
    (one?.kind === 'array' || one?.kind === 'object') &&
    mergeEdits(text, object, first, later).length > 0;
  const merge: FixOf<FixId> = {
    title: 'merge',
    data,
    edits: () => mergeEdits(text, object, first, later),
    // More values of a condition allow more, or less.
    preferred: one?.kind === 'object' || isElements,
  };
  return { suggestions: mergeable ? [merge, remove, keep] : [remove, keep] };
}

/** The objects whose names are CAM's elements: those are read in any case, so case alone does not tell them apart. */
const elementObjects = ({ node, statements }: Policy): ReadonlySet<JsonObject> =>
  new Set([...(node ? [node] : []), ...statements.map((statement) => statement.node)]);

/** The value of a member as it is written, on one line. */
const valueIn = (text: string, { value }: JsonProperty): string =>
  value ? shown(text.slice(value.start, Math.min(value.end, value.start + 200)).replace(/\s/gu, ' ')) : '…';

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'A name may occur only once in an object; upper and lower case do not make a difference for elements.',
    zh: '同一对象中名称不得重复，大小写不同也算重复。',
  },
  messages: {
    same: {
      en: 'This object already has a `{key}`. Only one of the two takes effect.',
      zh: '此对象中已有 `{key}`。两者只有一个会生效。',
    },
    case: {
      en: '`{key}` and `{first}` differ only in case. Only one of the two takes effect.',
      zh: '`{key}` 与 `{first}` 仅大小写不同。两者只有一个会生效。',
    },
    first: { en: 'The first `{key}` holds {value}.', zh: '第一个 `{key}` 的值为 {value}。' },
  },
  fixes: {
    remove: { en: 'Remove this `{key}`', zh: '删除此 `{key}`' },
    keep: { en: 'Keep this `{key}` and remove the first', zh: '保留此 `{key}`，删除第一个' },
    merge: { en: 'Move what this `{key}` holds into the first', zh: '将此 `{key}` 的内容并入第一个' },
  },
  check: {
    policy(policy, { report, text }) {
      const caseless = elementObjects(policy);
      eachObject(policy.tree.root, (object) => {
        const isElements = caseless.has(object);
        if (isPlain(object, isElements)) return;
        const firsts = new Map<string, Member>();
        for (const [index, property] of object.properties.entries()) {
          if (property.key.unread) continue;
          const key = isElements ? property.key.value.toLowerCase() : property.key.value;
          const firstMember = firsts.get(key);
          if (!firstMember) {
            firsts.set(key, { property, index });
            continue;
          }
          const first = firstMember.property;
          const data = { key: shown(property.key.value), first: shown(first.key.value) };
          report(property.key, first.key.value === property.key.value ? 'same' : 'case', {
            data,
            ...fixesFor(text, object, firstMember, { property, index }, isElements),
            related: [
              { span: first.key, message: 'first', data: { key: shown(first.key.value), value: valueIn(text, first) } },
            ],
          });
        }
      });
    },
  },
});
