/** Invisible characters, and letters and signs that look like ASCII ones, where CAM's names are ASCII. */
import { knownOperator } from '../../knowledge/operators.js';
import { cosTraits } from '../../policy/cos-kin.js';
import { namingEntries } from '../../policy/principal.js';
import { nameOf, oddCharactersIn, withoutOdd, type OddCharacter } from '../../policy/odd-characters.js';
import { segment, segmentStart, type ResourcePattern } from '../../policy/resource.js';
import { replace } from '../../span.js';
import type { JsonString } from '../../syntax/json.js';
import type { Text } from '../../text.js';
import { mayLoosen } from '../loosening.js';
import { rule, type FixOf, type RuleContext } from '../rule.js';

type Message = OddCharacter['kind'] | 'invisible-named' | 'look-alike-named';
type Context = RuleContext<Message, 'replace' | 'remove'>;

/** Undefined where there is none. */
const some = (odd: readonly OddCharacter[]): readonly OddCharacter[] | undefined => (odd.length > 0 ? odd : undefined);

/** Full-width characters of actions are another rule's business: it knows what they stand for. */
const isWide = (text: string, { index, length }: OddCharacter): boolean =>
  /^[ -~]$/u.test(text.slice(index, index + length).normalize('NFKC'));

/** What is odd about a resource. */
interface Odd {
  readonly characters: readonly OddCharacter[];
  /** All of it stands where it may be a part of an object's name. */
  readonly named: boolean;
  /** Without it the resource may stand for more than it was meant to. */
  readonly unsure: boolean;
}

/** What joins the signs of a script or makes an emoji of them: names of objects, which may be any UTF-8, have it. Source: COS, objects, 436/13324. */
const joins = /^(?:\u200c|\u200d|[\ufe00-\ufe0f])$/u;

/** In the last segment people name things freely; there only what cannot be seen is odd, and a star that is none. */
function inResource(resource: ResourcePattern): Odd | undefined {
  const { text, form } = resource;
  const path = form === 'six' ? segmentStart(resource, 'path') : text.length;
  const isCosLike = cosTraits(segment(resource, 'service'))?.beforeBucket !== undefined;
  const hasWideColons = text.slice(0, path).includes('：');
  const characters = oddCharactersIn(text).filter(({ index, length, kind, replacement }) =>
    index < path
      ? replacement !== ':' || !hasWideColons
      : replacement === '*' ||
        kind === 'direction' ||
        (kind === 'invisible' && !(isCosLike && joins.test(text.slice(index, index + length)))),
  );
  if (characters.length === 0) return undefined;
  const named = isCosLike && characters.every(({ index }) => index >= path);
  return { characters, named, unsure: named || characters.some(({ replacement }) => replacement === '*') };
}

/** `unsure`: a person should look at what it says without them; `named`: they may be a part of a name. */
function tell(context: Context, node: JsonString, odd: readonly OddCharacter[], unsure = false, named = false): void {
  const [first] = odd;
  if (!first) return;
  const { value } = node;
  const mended = withoutOdd(value, odd);
  const change: FixOf<'replace' | 'remove'> = {
    title: odd.some(({ replacement }) => replacement !== '') ? 'replace' : 'remove',
    data: { count: odd.length, mended },
    edits: () => [replace(node, JSON.stringify(mended))],
    preferred: true,
  };
  const before = withoutOdd(
    value.slice(0, first.index),
    odd.filter(({ index }) => index < first.index),
  );
  const { kind } = first;
  const message = named && (kind === 'invisible' || kind === 'look-alike') ? (`${kind}-named` as const) : kind;
  context.report(node, message, {
    ...(message === kind ? {} : { severity: 'warning' }),
    data: {
      code: first.code,
      name: nameOf(first),
      where: before === '' ? atStart : behind(before.slice(-20)),
      ascii: first.replacement,
      count: odd.length,
    },
    // Where the direction was turned, the text reads otherwise than it is: a person should look.
    ...(unsure || odd.some(({ kind }) => kind === 'direction') ? { suggestions: [change] } : { fix: change }),
  });
}

const behind = (text: string): Text => ({ en: `behind "${text}"`, zh: `"${text}" 之后` });
const atStart: Text = { en: 'at its beginning', zh: '开头处' };

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'Names must not contain invisible characters or look-alikes from other scripts.',
    zh: 'CAM 的名称中不能有不可见字符或其他文字的形似字符。',
  },
  messages: {
    invisible: {
      en: 'An invisible character, {code} ({name}), stands {where}. CAM does not ignore it, so this matches nothing.',
      zh: '{where}有不可见字符 {code}（{name}）。CAM 不会忽略它，因而匹配不到任何内容。',
    },
    direction: {
      en: 'An invisible character turns the direction of text {where}. It is {code} ({name}): the string is not what it looks like.',
      zh: '{where}有改变文字方向的不可见字符。它是 {code}（{name}）：此字符串与看上去的不一样。',
    },
    'invisible-named': {
      en: 'An invisible character, {code} ({name}), stands {where}. Only objects that have it in their names match.',
      zh: '{where}有不可见字符 {code}（{name}）。只有名称中含有该字符的对象才匹配。',
    },
    'look-alike-named': {
      en: '{code} ({name}) stands {where}. It only looks like "{ascii}": only objects that have it in their names match.',
      zh: '{where}是 {code}（{name}）。它只是看起来像 "{ascii}"，只有名称中含有该字符的对象才匹配。',
    },
    blank: {
      en: 'The space {where} is {code} ({name}). This matches nothing: write a plain space.',
      zh: '{where}的空格是 {code}（{name}）。它不是 ASCII 空格，因而匹配不到任何内容。',
    },
    'look-alike': {
      en: '{code} ({name}) stands {where}. It only looks like "{ascii}", so this matches nothing.',
      zh: '{where}是 {code}（{name}）。它只是看起来像 "{ascii}"，因而匹配不到任何内容。',
    },
  },
  fixes: {
    remove: { en: 'Remove the invisible characters ({count})', zh: '删除不可见字符（{count} 个）' },
    replace: { en: 'Write it in ASCII: {mended}', zh: '改用 ASCII 书写：{mended}' },
  },
  check: {
    action: {
      find: ({ text }) => some(oddCharactersIn(text).filter((odd) => !isWide(text, odd))),
      report(odd, { node }, _statement, context) {
        tell(context, node, odd);
      },
      alone: true,
    },
    resource: {
      find: inResource,
      report({ characters, unsure, named }, { node }, _statement, context) {
        tell(context, node, characters, unsure, named);
      },
      alone: true,
    },
    principal(principal, _statement, context) {
      for (const { values } of namingEntries(principal))
        for (const node of values) tell(context, node, oddCharactersIn(node.value));
    },
    condition({ property, keys, operator }, { effect }, context) {
      tell(context, property.key, oddCharactersIn(property.key.value));
      const unsure = mayLoosen(effect, knownOperator(operator, context.language));
      // What stands behind the slash of a tag's key is the person's.
      for (const {
        property: { key },
      } of keys)
        tell(
          context,
          key,
          oddCharactersIn(key.value).filter(({ index, kind }) => kind !== 'look-alike' || index < slashIn(key.value)),
          unsure,
        );
    },
  },
});

const slashIn = (key: string): number => (key.includes('/') ? key.indexOf('/') : key.length);
