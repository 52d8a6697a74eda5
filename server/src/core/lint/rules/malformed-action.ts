/** Action strings that are no form CAM documents. */
import type { Catalogue } from '../../catalogue/catalogue.js';
import { memoByObject } from '../../memo.js';
import { readAction } from '../../policy/action.js';
import type { Policy, PolicyAction } from '../../policy/model.js';
import { replace } from '../../span.js';
import { shown } from '../../text.js';
import { wholeNames } from '../../knowledge/bare-action.js';
import { trimAround } from '../../knowledge/resource-flaw.js';
import { budget, maxActionLength, maxLookups } from '../limits.js';
import type { JsonString } from '../../syntax/json.js';
import { rule, type FixOf, type RunContext } from '../rule.js';

const messages = {
  'no-colon': {
    en: '`{found}` names no service: an action is written `service:Action`.',
    zh: '`{found}` 没有写明服务：操作应写作 `服务:操作`。',
  },
  half: {
    en: '`{found}` has only one half of an action: write `service:Action`.',
    zh: '`{found}` 只有操作的一半：应写作 `服务:操作`。',
  },
  width: {
    en: '`{found}` contains full-width characters. CAM does not read them as `:`, `*` or letters.',
    zh: '`{found}` 含有全角字符，CAM 不会将其视为 `:`、`*` 或字母。',
  },
  several: {
    en: '{count} actions stand in one string: write each in its own.',
    zh: '一个字符串中写了 {count} 个操作：应各写一个字符串。',
  },
  blank: { en: 'An action must not contain white space.', zh: '操作中不能有空格。' },
  permid: {
    en: 'A numbered set of actions is written `permid/…`, not `{found}`.',
    zh: '编号的操作集应写作 `permid/…`，而不是 `{found}`。',
  },
  wildcard: {
    en: '`*` is the only wildcard that CAM documents. `?` stands for itself, and no action contains it.',
    zh: 'CAM 文档中只有 `*` 是通配符：`?` 只代表其自身，而没有操作名含有它。',
  },
  resource: {
    en: 'This is a resource, not an action: it belongs in `resource`.',
    zh: '这是资源而不是操作，应写在 `resource` 中。',
  },
  other: {
    en: '`{found}` is not an action. Write `service:Action`, with `*` for any run of characters.',
    zh: '`{found}` 不是操作。应写作 `服务:操作`，可用 `*` 代表任意一段字符。',
  },
} as const;

type MessageId = keyof typeof messages;

/** What went wrong, as far as one look at the text tells. */
function messageFor(value: string): MessageId {
  if (value.length > maxActionLength) return 'other';
  if (/^\s*qcs:/u.test(value)) return 'resource';
  if (value.normalize('NFKC').trim() !== value.trim()) return 'width';
  if (/\s/u.test(value)) return 'blank';
  if (/^perm(?!id\/)\w*\/\d+$/iu.test(value)) return 'permid';
  if (/^(?:name\/)?[^:]*$/u.test(value)) return 'no-colon';
  if (/^(?:name\/)?(?:[\w*-]*:|:[\w*]*)$/u.test(value)) return 'half';
  return value.includes('?') && isWellFormed(value.replaceAll('?', '*')) ? 'wildcard' : 'other';
}

/** Actions that stand in one string with commas or blanks between them; empty where it is not that. */
function partsOf(value: string): readonly string[] {
  const parts = value.length > maxActionLength ? [] : value.split(/[\s,;，；、]+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => part.includes(':') && isWellFormed(part)) ? parts : [];
}

const isWellFormed = (value: string): boolean => readAction(value).form !== 'malformed';

/** The string without what plainly does not belong: width, blanks around its parts, a doubled colon, a misspelt marker. */
function repair(value: string): string {
  return trimAround(trimAround(value.normalize('NFKC').trim(), ':'), '/')
    .replace(/::+/u, ':')
    .replace(/^perm(?:it|ids|_id)?\/(?=\d+$)/iu, 'permid/')
    .replace(/^(?:name\/)+/iu, 'name/');
}

/** More services of one policy are not asked for a bare name. */
const mostServices = 5;

/** More services that have a bare name are not offered. */
const mostWhole = 10;

type PolicyContext = RunContext & { readonly policy: Policy };

/** Services named by the policy's well-formed actions, in order. */
const servicesOf = memoByObject(({ policy, catalogue }: PolicyContext): readonly string[] => {
  const services = new Set<string>();
  for (const { actions } of policy.statements)
    for (const { form, service } of actions?.items ?? []) {
      if (services.size === mostServices) return [...services];
      if (form === 'action' && !services.has(service) && catalogue.service(service)) services.add(service);
    }
  return [...services];
});

/** What a string may have been meant to be. */
interface Guess {
  readonly text: string;
  readonly title: 'replace' | 'write';
  readonly preferred: boolean;
}

const guessed = memoByObject((context: PolicyContext) => budget(maxLookups, (value) => guesses(value, context)));

/** What may have been meant where the text alone does not tell. */
function guesses(value: string, context: PolicyContext): readonly Guess[] {
  const text = plainGuess(value, context.catalogue);
  return text === undefined ? wholes(value, context) : [{ text, title: 'replace', preferred: true }];
}

function plainGuess(value: string, catalogue: Catalogue): string | undefined {
  const close = value.includes('?') ? value.replaceAll('?', '*') : withoutBlanks(value);
  if (isWellFormed(close)) return close;
  // mps.ProcessMedia, mps/ProcessMedia
  const [, service = '', name = ''] = /^(?:name\/)?([a-z][\w-]*)[./;,=|]([\w*]+)$/u.exec(close) ?? [];
  if (name && catalogue.service(service)) return `${service}:${name}`;
  return catalogue.service(close) ? `${close}:*` : undefined;
}

const withoutBlanks = (value: string): string => repair(value).replaceAll(/\s+/gu, '');

/** A bare name, `PutObject`, with each service that it may be of. */
function wholes(value: string, context: PolicyContext): readonly Guess[] {
  const { prefix, text } = readAction(withoutBlanks(value));
  return wholeNames(context.catalogue, text.slice(prefix.length), servicesOf(context))
    .slice(0, mostWhole)
    .map(({ service, name, sure }) => ({ text: `${prefix}${service}:${name}`, title: 'write', preferred: sure }));
}

const fixTo = ({ text, title, preferred }: Guess, { node }: PolicyAction): FixOf<'replace' | 'write'> => ({
  title,
  data: { action: shown(text) },
  edits: () => [replace(node, `"${text}"`)],
  preferred,
});

/** Whether a word without quotes stands at a colon: for JSON the two halves of an action are two values. */
const isHalf = (text: string, { quotes, start, end }: JsonString): boolean =>
  quotes === 'none' && (text.charAt(end) === ':' || text.charAt(start - 1) === ':');

/** Forms that no current document describes but that one names: nothing is said of them. */
const isUncertain = (value: string): boolean => value.startsWith('actionName/');

export default rule({
  group: 'action',
  severity: 'error',
  summary: {
    en: 'An action is `service:Action`, `*`, or a numbered set.',
    zh: '操作应为 `服务:操作`、`*` 或编号的操作集。',
  },
  messages,
  fixes: {
    replace: { en: 'Change to {action}', zh: '改为 {action}' },
    write: { en: 'Write {action}', zh: '写为 {action}' },
    part: { en: 'Write each in its own string', zh: '各写一个字符串' },
  },
  together: 'all',
  check: {
    action: {
      find({ form, text }) {
        // An empty string is another rule's business.
        if (form !== 'malformed' || text.trim() === '' || isUncertain(text)) return undefined;
        const repaired = text.length > maxActionLength ? undefined : repair(text);
        const isWhole = repaired !== undefined && isWellFormed(repaired);
        return { message: messageFor(text), repaired: isWhole ? repaired : undefined };
      },
      report({ message, repaired }, action, { element }, context) {
        const { closed, value } = action.node;
        // So is a string that its line does not end, and one half of an action without quotes.
        if (!closed || isHalf(context.text, action.node)) return;
        const parts = partsOf(value);
        if (parts.length > 0) {
          const list = parts.map((part) => JSON.stringify(part)).join(', ');
          const text = element.action?.value === action.node ? `[${list}]` : list;
          const edits = () => [replace(action.node, text)];
          context.report(action.node, 'several', {
            data: { count: parts.length },
            suggestions: [{ title: 'part', edits, preferred: true }],
          });
          return;
        }
        const data = { found: shown(value) };
        if (repaired !== undefined) {
          context.report(action.node, message, {
            data,
            fix: fixTo({ text: repaired, title: 'replace', preferred: true }, action),
          });
          return;
        }
        const isGuessable = value.length <= maxActionLength && message !== 'resource';
        const found = isGuessable ? (guessed(context)(value) ?? []) : [];
        context.report(action.node, message, {
          data,
          ...(message === 'wildcard' ? { severity: 'warning' } : {}),
          suggestions: found.map((guess) => fixTo(guess, action)),
        });
      },
    },
  },
});
