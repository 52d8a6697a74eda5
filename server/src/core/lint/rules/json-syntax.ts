/** Everything that keeps the text from being JSON, which is all that CAM takes. */
import { replace, type Edit } from '../../span.js';
import type { JsonProblem, JsonProblemKind, JsonTree } from '../../syntax/json.js';
import { isBlank } from '../../syntax/measure.js';
import { asJsonString } from '../../syntax/odd-strings.js';
import { holdsNothing, isMereEnd, isSign, mistakesOf } from '../../syntax/mistakes.js';
import type { Finding } from '../finding.js';
import { bracketsAround, closingOf } from '../closing.js';
import { decorationFixes, decorationMessages, decorationReport } from '../decorations.js';
import { rule, type FixOf } from '../rule.js';

/** What other rules tell of. */
type Elsewhere = 'too-deep' | 'too-large' | 'long-string' | 'empty';
type Kind = Exclude<JsonProblemKind, Elsewhere | 'decorated'>;

const isElsewhere = (kind: JsonProblemKind): kind is Elsewhere =>
  kind === 'too-deep' || kind === 'too-large' || kind === 'long-string' || kind === 'empty';

const messages = {
  ...decorationMessages,
  'byte-order-mark': {
    en: 'An invisible byte order mark stands before the policy. CAM expects the text to begin with "{".',
    zh: '策略前有不可见的字节顺序标记（BOM）。CAM 要求以 "{" 开头。',
  },
  comment: { en: 'CAM takes strict JSON, which has no comments.', zh: 'CAM 只接受严格的 JSON，不支持注释。' },
  'unclosed-comment': {
    en: 'This comment is never closed, and CAM takes strict JSON, which has none.',
    zh: '注释未闭合；且 CAM 只接受严格的 JSON，不支持注释。',
  },
  'trailing-comma': { en: 'No comma may stand behind the last item.', zh: '最后一项之后不能有逗号。' },
  'extra-comma': { en: 'Nothing stands before this comma.', zh: '此逗号之前缺少内容。' },
  'comma-expected': { en: 'A comma is missing here.', zh: '此处缺少逗号。' },
  'colon-expected': { en: 'A colon and a value are expected after this name.', zh: '此名称之后应有冒号和值。' },
  'brackets-expected': {
    en: 'Several values need brackets around them. Without them, this is taken for a name.',
    zh: '多个值须放在方括号中。否则此处会被当作名称。',
  },
  'value-expected': { en: 'A value is expected after this colon.', zh: '冒号之后应有值。' },
  'key-expected': {
    en: 'A name in double quotes and a colon are expected before this value.',
    zh: '此值之前应有双引号括起的名称和冒号。',
  },
  'unclosed-string': { en: 'The closing double quote is missing.', zh: '缺少结尾的双引号。' },
  'unclosed-object': { en: 'This "{" has no matching "}".', zh: '此 "{" 没有对应的 "}"。' },
  'unclosed-array': { en: 'This "[" has no matching "]".', zh: '此 "[" 没有对应的 "]"。' },
  'invalid-escape': {
    en: 'JSON does not know this escape. Behind a backslash stands one of "\\/bfnrt, or u and four hexadecimal digits.',
    zh: 'JSON 没有这种转义。反斜杠之后只能是 "\\/bfnrt 之一，或 u 加四位十六进制数字。',
  },
  'invalid-character': {
    en: 'A control character must be written as an escape, such as \\t or \\n.',
    zh: '控制字符须写成转义形式，例如 \\t 或 \\n。',
  },
  'invalid-number': { en: 'This is not a number in JSON.', zh: '不是合法的 JSON 数字。' },
  'wrong-quotes': {
    en: 'JSON strings stand in straight double quotes (").',
    zh: 'JSON 字符串须使用英文直双引号（"）。',
  },
  'missing-quotes': { en: '{text} must stand in double quotes.', zh: '{text} 须加双引号。' },
  'wrong-punctuation': { en: 'Write the plain character {text} here.', zh: '此处应使用半角字符 {text}。' },
  'wrong-space': {
    en: 'JSON does not take this invisible character for a space: use a plain space.',
    zh: '此不可见字符不是 JSON 空白：请改用普通空格。',
  },
  'stray-quote': {
    en: 'There is one quote too many here, or the one it belongs to is missing.',
    zh: '此处多了一个引号，或缺少与之配对的引号。',
  },
  'opening-expected': { en: 'A {text} is missing here.', zh: '此处缺少 {text}。' },
  unexpected: { en: '{text} has no place here.', zh: '此处不应出现 {text}。' },
  'extra-text': {
    en: 'A document holds one policy; nothing may follow its closing bracket.',
    zh: '一个文档只能有一个策略，其结尾括号之后不能有其他内容。',
  },
} as const;

const fixes = {
  ...decorationFixes,
  remove: { en: 'Remove it', zh: '删除' },
  insert: { en: 'Insert {text}', zh: '插入 {text}' },
  replace: { en: 'Replace with {text}', zh: '替换为 {text}' },
  join: { en: 'Join the two strings', zh: '合并这两个字符串' },
  quote: { en: 'Put it in double quotes', zh: '加上双引号' },
  brackets: { en: 'Put the values in brackets', zh: '将这些值放入方括号' },
} as const;

type FixId = keyof typeof fixes;
interface Mend {
  /** What to say instead of what is said of the kind. */
  readonly message?: keyof typeof messages;
  readonly safe: boolean;
  readonly fix: FixOf<FixId>;
}

const mend = (title: FixId, edit: Edit, text = '', safe = true): Mend => ({
  safe,
  fix: { title, data: { text }, edits: () => [edit] },
});

/** What would mend a problem, for those kinds where it is plain. */
const mends: {
  readonly [kind in Kind]?: (problem: JsonProblem, document: string, tree: JsonTree) => Mend | undefined;
} = {
  'byte-order-mark': (problem) => mend('remove', replace(problem, '')),
  comment: (problem, document) =>
    mend('remove', replace({ start: blankStart(document, problem), end: problem.end }, '')),
  'trailing-comma': (problem) => mend('remove', replace(problem, '')),
  'extra-comma': (problem) => mend('remove', replace(problem, '')),
  'comma-expected': ({ end }) => mend('insert', replace({ start: end, end }, ','), ','),
  'unclosed-string': ({ end }) => mend('insert', replace({ start: end, end }, '"'), '"', false),
  // A lone one closes a string that a straight one opens.
  'wrong-quotes': (problem, document) =>
    problem.end - problem.start === 1
      ? mend('replace', replace(problem, '"'), '"')
      : mend('quote', replace(problem, asJsonString(document.slice(problem.start + 1, problem.end - 1)))),
  'colon-expected': ({ end }, _, tree) => {
    const edits = bracketsAround(tree, end);
    if (!edits) return undefined;
    const fix = { title: 'brackets', edits: () => edits, preferred: true } as const;
    return { message: 'brackets-expected', safe: false, fix };
  },
  'unclosed-object': (problem, _, tree) => closed(problem, tree),
  'unclosed-array': (problem, _, tree) => closed(problem, tree),
  'stray-quote': (problem) => mend('remove', replace(problem, ''), '', false),
  'opening-expected': (problem) =>
    mend('insert', replace({ start: problem.start, end: problem.start }, problem.text), problem.text, false),
  unexpected,
  'extra-text': (problem, document) =>
    isMereEnd(document.slice(problem.start, problem.end)) ? mend('remove', replace(problem, '')) : undefined,
  'missing-quotes': (problem, document) =>
    document.charAt(problem.end - 1) === '"'
      ? mend('insert', replace({ start: problem.start, end: problem.start }, '"'), '"', false)
      : mend('quote', replace(problem, asJsonString(document.slice(problem.start, problem.end))), '', false),
  'wrong-punctuation': (problem) => mend('replace', replace(problem, problem.text), problem.text),
  'wrong-space': (problem, document) =>
    mend(
      'remove',
      replace(
        problem,
        /\s/u.test(document.charAt(problem.start)) && document.charAt(problem.start) !== '\ufeff' ? ' ' : '',
      ),
    ),
};

function closed({ start }: JsonProblem, tree: JsonTree): Mend | undefined {
  const closing = closingOf(tree, start);
  return closing && mend('insert', closing.edit, closing.text, false);
}

/** What to do about something that has no place: two strings with a plus between them are one, an item goes with its comma. */
function unexpected(problem: JsonProblem, document: string): Mend {
  const [before, behind] = [lastSolid(document, problem.start), firstSolid(document, problem.end)];
  const [left, right] = [document.charAt(before), document.charAt(behind)];
  if (problem.text === '+' && left === '"' && right === '"')
    return mend('join', replace({ start: before, end: behind + 1 }, ''), '', false);
  const isItem = isSign(problem.text) && ',[{'.includes(left);
  const start = isItem && left === ',' && (right === ']' || right === '}') ? before : problem.start;
  const end = isItem && right === ',' ? behind + 1 : problem.end;
  return mend('remove', replace({ start, end }, ''), '', false);
}

/** The last offset before `from`, and the first from `from` on, at which no white space stands. */
function lastSolid(document: string, from: number): number {
  let at = from - 1;
  while (isBlank(document.charAt(at))) at--;
  return at;
}
function firstSolid(document: string, from: number): number {
  let at = from;
  while (isBlank(document.charAt(at))) at++;
  return at;
}

/** From where to remove a comment: with the blanks before it, and its line where it is alone on it. */
function blankStart(document: string, { start }: JsonProblem): number {
  let at = start;
  while (document.charAt(at - 1) === ' ' || document.charAt(at - 1) === '\t') at--;
  const newline = document.charAt(at - 1) === '\n';
  if (newline) at -= document.charAt(at - 2) === '\r' ? 2 : 1;
  return newline ? at : at === 0 ? start : at;
}

/**
 * Tells whether a place is on a line with a string that is not closed: the quote that is missing may be one further left, and what seems to stand
 * between strings may stand in one.
 */
function invertedBy({ text, problems }: JsonTree): (problem: JsonProblem) => boolean {
  if (!problems.some(({ kind }) => kind === 'unclosed-string')) return () => false;
  const lines = new Map<JsonProblem, number>();
  let line = 0;
  let at = 0;
  for (const problem of problems) {
    for (; at < problem.start; at++) if (text.charAt(at) === '\n' || text.charAt(at) === '\r') line = at + 1;
    lines.set(problem, line);
  }
  const inverted = new Set(problems.filter(({ kind }) => kind === 'unclosed-string').map((each) => lines.get(each)));
  return (problem) => inverted.has(lines.get(problem));
}

/** Nothing to see at a missing comma: show it on the character before. */
const visible = ({ start, end }: JsonProblem): { start: number; end: number } => ({
  start: start === end ? Math.max(0, start - 1) : start,
  end,
});

/** Ways of writing, not slips: who has one of these has it all over the text. */
const habits: ReadonlySet<string> = new Set<Kind>(['comment', 'wrong-quotes', 'wrong-space', 'missing-quotes']);

/** What habit a mistake comes from; undefined: it is a slip that stands alone. */
function causeOf({ messageId, data: { text } }: Pick<Finding, 'messageId' | 'data'>): string | undefined {
  if (habits.has(messageId)) return messageId;
  if (typeof text !== 'string') return undefined;
  const isHabit = messageId === 'wrong-punctuation' || (messageId === 'unexpected' && isSign(text));
  return isHabit ? `${messageId} ${text}` : undefined;
}

export default rule({
  group: 'document',
  severity: 'error',
  summary: {
    en: 'The text must be JSON: no comments, no trailing commas, straight double quotes.',
    zh: '内容须为合法 JSON：无注释、无多余逗号、使用英文直双引号。',
  },
  messages,
  fixes,
  together: causeOf,
  check: {
    tree(tree, { report }) {
      if (holdsNothing(tree)) return;
      const isInverted = invertedBy(tree);
      for (const problem of mistakesOf(tree)) {
        const { kind } = problem;
        if (isElsewhere(kind)) continue;
        if (kind === 'decorated') {
          const { message, ...details } = decorationReport(tree.text) ?? {};
          if (message) report(problem, message, details);
          continue;
        }
        const found = mends[kind]?.(problem, tree.text, tree);
        report(visible(problem), found?.message ?? kind, {
          data: { text: problem.text },
          ...(found ? (found.safe && !isInverted(problem) ? { fix: found.fix } : { suggestions: [found.fix] }) : {}),
        });
      }
    },
  },
});
