/** A policy that stands inside of something else, and a statement that stands where its policy should. */
import { policyElementNamed, statementElementNamed } from '../policy/elements.js';
import { replace, type Edit } from '../span.js';
import { readJson, type JsonNode, type JsonObject, type JsonProperty } from '../syntax/json.js';

const isPolicy = (node: JsonNode | undefined): boolean =>
  node?.kind === 'object' &&
  node.closed &&
  node.properties.some(({ key }) => policyElementNamed(key.value) === 'statement');

/** Whether a string holds a policy, as it does in requests of the API. */
function holdsPolicy(node: JsonNode | undefined): boolean {
  if (node?.kind !== 'string' || !/^\s*\{/u.test(node.value)) return false;
  const { root, problems } = readJson(node.value);
  return problems.length === 0 && isPolicy(root);
}

/** Answers of the API hold the policy two objects deep. */
const deepest = 4;

/** The one member of an object, or of an object in it, that holds a policy, where the object has no statements of its own. */
export function memberWithPolicy(object: JsonObject): JsonProperty | undefined {
  if (isPolicy(object)) return undefined;
  const [found, other] = membersWithPolicy(object, deepest);
  return other ? undefined : found;
}

const membersWithPolicy = ({ properties }: JsonObject, depth: number): readonly JsonProperty[] =>
  properties.flatMap((member) => {
    const { value } = member;
    if (isPolicy(value) || holdsPolicy(value)) return [member];
    return value?.kind === 'object' && depth > 1 ? membersWithPolicy(value, depth - 1) : [];
  });

/** Leaves of `object` the policy that the member holds. */
export function takeOut({ start, end }: JsonObject, { value }: JsonProperty): readonly Edit[] {
  if (!value) return [];
  if (value.kind === 'string') return [replace({ start, end }, value.value.trim())];
  return [replace({ start, end: value.start }, ''), replace({ start: value.end, end }, '')];
}

/** The members of `object` if it is a statement: all but its version, which stands first or last where it has one. */
export function membersOfStatement({ properties }: JsonObject): readonly JsonProperty[] | undefined {
  const names = new Set(properties.map(({ key }) => statementElementNamed(key.value)));
  if (!names.has('effect') || !(names.has('action') || names.has('resource'))) return undefined;
  const isElement = ({ key }: JsonProperty): boolean => policyElementNamed(key.value) === 'version';
  const first = properties.findIndex((member) => !isElement(member));
  const last = properties.findLastIndex((member) => !isElement(member));
  const members = properties.slice(first, last + 1);
  return members.some(isElement) || properties.some(({ key }) => policyElementNamed(key.value) === 'statement')
    ? undefined
    : members;
}

/** Puts `members` of `object`, which lie side by side, into the statement of a policy. */
export function enclose(object: JsonObject, members: readonly JsonProperty[]): readonly Edit[] {
  const isAll = members.length === object.properties.length;
  const [first, last] = isAll ? [object, object] : [members[0], members.at(-1)];
  if (!first || !last) return [];
  const [before, behind] = isAll ? ['{"version": "2.0", "statement": [', ']}'] : ['"statement": [{', '}]'];
  return [
    replace({ start: first.start, end: first.start }, before),
    replace({ start: last.end, end: last.end }, behind),
  ];
}
