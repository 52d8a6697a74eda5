/** Elements that hold another kind of JSON value than they take. */
import { policyElements, statementElements, type StatementElement, type ValueType } from '../../policy/elements.js';
import type { Policy, Statement } from '../../policy/model.js';
import { firstCharacter, replace, type Edit, type Span } from '../../span.js';
import { readJson, type JsonNode } from '../../syntax/json.js';
import type { Text } from '../../text.js';
import { rule, type FixOf } from '../rule.js';

type FoundType = ValueType | 'number' | 'boolean' | 'null';
type FixId = 'quote' | 'unwrap' | 'unquote' | 'wrap' | 'flatten' | 'enclose';
interface Mend {
  readonly fix?: FixOf<FixId>;
  readonly suggestions?: readonly FixOf<FixId>[];
}

const typeNames: { readonly [type in FoundType]: Text } = {
  string: { en: 'a string', zh: '字符串' },
  array: { en: 'an array', zh: '数组' },
  object: { en: 'an object', zh: '对象' },
  number: { en: 'a number', zh: '数字' },
  boolean: { en: 'true or false', zh: '布尔值' },
  null: { en: 'null', zh: 'null' },
};

function typeOf(node: JsonNode): FoundType {
  if (node.kind === 'literal') return node.value === null ? 'null' : 'boolean';
  return node.kind === 'unread' ? 'string' : node.kind;
}

const fits = (node: JsonNode, types: readonly FoundType[]): boolean => types.includes(typeOf(node));

const anyOf = (types: readonly FoundType[]): Text => ({
  en: types.map((type) => typeNames[type].en).join(' or '),
  zh: types.map((type) => typeNames[type].zh).join('或'),
});

/** Objects and arrays may be long: they are shown by their bracket. */
const shownSpan = (node: JsonNode): Span =>
  node.kind === 'object' || node.kind === 'array' ? firstCharacter(node) : node;

const safe = (title: FixId, edits: () => readonly Edit[]): Mend => ({ fix: { title, edits, preferred: true } });

/** The text between the brackets of an array whose items all fit; undefined where there is none to take. */
function contentOf(text: string, node: JsonNode, types: readonly FoundType[], single: boolean): string | undefined {
  if (node.kind !== 'array' || !node.closed || !node.items.every((item) => fits(item, types))) return undefined;
  const [first, last] = [node.items[0], node.items.at(-1)];
  if (!first || !last || (single && first !== last)) return undefined;
  return text.slice(first.start, last.end);
}

/** Whether a string holds JSON of one of the types, as when a policy is pasted out of another document's string. */
function holdsJson(node: JsonNode, types: readonly FoundType[]): boolean {
  if (node.kind !== 'string' || !/^\s*[[{]/u.test(node.value)) return false;
  const { root, problems } = readJson(node.value);
  return root !== undefined && problems.length === 0 && fits(root, types);
}

/** What makes `node` one of `types`. */
function mendOf(text: string, node: JsonNode, types: readonly FoundType[]): Mend {
  if (node.kind === 'string' && holdsJson(node, types))
    return safe('unquote', () => [replace(node, node.value.trim())]);
  const content = types.includes('array') ? undefined : contentOf(text, node, types, true);
  return content === undefined ? {} : safe('unwrap', () => [replace(node, content)]);
}

/** Statements without their policy. */
function mendPolicy(text: string, node: JsonNode): Mend {
  const isStatements =
    node.kind === 'array' &&
    node.closed &&
    node.items.length > 0 &&
    node.items.every(
      (item) => item.kind === 'object' && item.properties.some(({ key }) => /^effect$/iu.test(key.value)),
    );
  if (!isStatements) return mendOf(text, node, ['object']);
  return safe('enclose', () => [
    replace({ start: node.start, end: node.start }, '{"version": "2.0", "statement": '),
    replace({ start: node.end, end: node.end }, '}'),
  ]);
}

/** A number where the version's string belongs: `2` and `2.0` plainly mean `"2.0"`. */
function mendVersion(text: string, node: JsonNode): Mend {
  const number = node.kind === 'number' ? /^([23])(?:\.0*)?$/u.exec(text.slice(node.start, node.end))?.[1] : undefined;
  return number ? safe('quote', () => [replace(node, `"${number}.0"`)]) : mendOf(text, node, ['string']);
}

/** A list of principals without its key: `qcs` is the one for accounts, but only the person knows. */
function mendPrincipal(text: string, node: JsonNode): Mend {
  const mend = mendOf(text, node, ['object']);
  if (mend.fix || node.kind !== 'array' || !node.items.every(({ kind }) => kind === 'string')) return mend;
  return {
    suggestions: [
      {
        title: 'wrap',
        edits: () => [replace(node, `{"qcs": ${text.slice(node.start, node.end)}}`)],
        preferred: true,
      },
    ],
  };
}

/** A list inside a list: its items belong into the outer one. */
function mendItem(text: string, node: JsonNode, types: readonly FoundType[]): Mend {
  const content = contentOf(text, node, types, false);
  return content === undefined ? mendOf(text, node, types) : safe('flatten', () => [replace(node, content)]);
}

type Check = (name: string, node: JsonNode | undefined, types: readonly FoundType[], mend?: typeof mendVersion) => void;

function checkPolicy({ tree, node, element }: Policy, check: Check): void {
  if (!node) check('policy', tree.root, ['object'], mendPolicy);
  check('version', element.version?.value, policyElements.version.types, mendVersion);
  check('principal', element.principal?.value, policyElements.principal.types, mendPrincipal);
  const statement = element.statement?.value;
  check('statement', statement, policyElements.statement.types);
  if (statement?.kind === 'array')
    for (const item of statement.items)
      // Of a word without quotes json-syntax speaks: what it was to be is open.
      if (item.kind !== 'string' || item.quotes !== 'none')
        check('statement[]', item, ['object'], (text, found) => mendItem(text, found, ['object']));
}

const names = Object.keys(statementElements) as readonly StatementElement[];

function checkStatement({ element, conditions }: Statement, check: Check): void {
  for (const name of names) {
    const value = element[name]?.value;
    check(name, value, statementElements[name].types, name === 'principal' ? mendPrincipal : undefined);
    if ((name === 'action' || name === 'resource') && value?.kind === 'array')
      for (const item of value.items)
        if (typeOf(item) !== 'string')
          check(`${name}[]`, item, ['string'], (text, found) => mendItem(text, found, ['string']));
  }
  for (const { property, keys, operator } of conditions) {
    check(operator, property.value, ['object']);
    for (const { key, values } of keys)
      for (const value of values) check(key, value, ['string', 'number', 'boolean'], () => ({}));
  }
}

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'Each element accepts only certain kinds of JSON values.',
    zh: '每个元素只接受特定类型的 JSON 值。',
  },
  messages: {
    policy: { en: 'A policy is an object, not {found}.', zh: '策略应为对象，而不是{found}。' },
    element: { en: '`{name}` must be {expected}, not {found}.', zh: '`{name}` 应为{expected}，而不是{found}。' },
    item: {
      en: 'Each item of `{name}` must be {expected}, not {found}.',
      zh: '`{name}` 的每一项应为{expected}，而不是{found}。',
    },
  },
  fixes: {
    quote: { en: 'Put it in double quotes', zh: '加上双引号' },
    unwrap: { en: 'Take it out of its brackets', zh: '去掉方括号' },
    flatten: { en: 'Take the items out of the inner brackets', zh: '去掉内层方括号' },
    unquote: { en: 'Take the JSON out of its quotes', zh: '去掉引号，还原为 JSON' },
    enclose: { en: 'Make it the statements of a policy', zh: '作为策略的 statement' },
    wrap: { en: 'Make it the list of "qcs"', zh: '改写为 "qcs" 的列表' },
  },
  check: {
    policy(policy, { report, text }) {
      const check: Check = (name, node, types, mend) => {
        if (!node || fits(node, types)) return;
        const item = name.endsWith('[]');
        report(shownSpan(node), name === 'policy' ? 'policy' : item ? 'item' : 'element', {
          data: {
            name: item ? name.slice(0, -2) : name,
            expected: anyOf(types),
            found: typeNames[typeOf(node)],
          },
          ...(mend?.(text, node) ?? mendOf(text, node, types)),
        });
      };
      checkPolicy(policy, check);
      for (const statement of policy.statements) checkStatement(statement, check);
    },
  },
});
