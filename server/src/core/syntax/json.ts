/** Reads JSON: any text gives a tree, perhaps an empty one, plus problems. Half-written text keeps as much of its shape as can be told. */
import type { Span } from '../span.js';
import { ahead } from './balance.js';
import { decorationIn, undecorated, type Decoration } from './decoration.js';
import { Brackets, trusting, type BracketJudge } from './brackets.js';
import { openArray, openObject, type Open, type OpenArray, type OpenObject, type OpenProperty } from './frames.js';
import { contentSpan, isMultiline } from './measure.js';
import { readTokens, type Report, type Tokens } from './tokens.js';
import {
  maxDepth,
  maxProblems,
  maxTextLength,
  type JsonKey,
  type JsonNode,
  type JsonProblem,
  type JsonProblemKind,
  type JsonString,
  type JsonTree,
} from './tree.js';

export type * from './tree.js';
export { maxDepth, maxTextLength } from './tree.js';

/** Mistakes that say nothing against the quotes and brackets of a text. */
const sure: ReadonlySet<JsonProblemKind> = new Set(['trailing-comma', 'byte-order-mark']);

/** What may stand in a text that says nothing yet. */
const unsaid: ReadonlySet<JsonProblemKind> = new Set(['byte-order-mark', 'comment', 'unclosed-comment']);

/**
 * Reads `text` without recursion, so depth cannot overflow the stack, and without throwing.
 * A missing comma, colon, value or closing bracket is noted and read over. Of a text longer than `maxTextLength` only that is noted,
 * and of a string whose value has more than `longestString` UTF-16 units.
 */
export const readJson = (text: string, longestString = Infinity): JsonTree => readText(text, longestString, true);

/** `mayBeDecorated`: whether to look for what stands before each line and does not belong to the text. */
function readText(text: string, longestString: number, mayBeDecorated: boolean): JsonTree {
  const problems: JsonProblem[] = [];
  let doubts = 0;
  const report = (kind: JsonProblemKind, start: number, end: number, what?: string, broken?: Span): void => {
    if (!sure.has(kind)) doubts++;
    if (problems.length >= maxProblems) return;
    const stands = what ?? text.slice(start, Math.min(end, start + 40));
    problems.push({ kind, start, end, text: stands, ...(broken ? { broken } : {}) });
  };
  if (text.length > maxTextLength) {
    report('too-large', 0, 1);
    return { text, root: undefined, problems, blanks: undefined };
  }
  const read = (mends: boolean): Pick<JsonTree, 'root' | 'blanks'> => {
    const tokens = readTokens(text, report, mends);
    const reader = new Reader(text, tokens, report, longestString, mends);
    while (tokens.kind !== 'end' && (mends || doubts === 0)) {
      reader.take();
      tokens.next();
    }
    return { root: reader.finish(), blanks: tokens.blanks };
  };
  // Where every quote and bracket has its fellow, nobody need judge them. Any other text is read from its start again.
  let { root, blanks } = read(false);
  if (doubts > 0) {
    problems.length = 0;
    const decoration = mayBeDecorated ? decorationOf(text) : undefined;
    if (decoration) {
      const [{ start, end }] = decoration.spans;
      report('decorated', start, end, decoration.sign);
      return { text, root: undefined, problems, blanks: undefined };
    }
    ({ root, blanks } = read(true));
  }
  if (root === undefined && problems.every(({ kind }) => unsaid.has(kind))) report('empty', 0, 0);
  return { text, root, problems: problems.sort((a, b) => a.start - b.start), blanks };
}

/** What stands before each line of `text`, where the text without it is an object and nearly right. */
export function decorationOf(text: string): Decoration | undefined {
  const decoration = decorationIn(text);
  if (!decoration) return undefined;
  const { root, problems } = readText(undecorated(text, decoration), Infinity, false);
  return root?.kind === 'object' && problems.length * 4 <= decoration.spans.length + 4 ? decoration : undefined;
}

/** Builds the tree from the tokens with one loop and a stack of what is open. */
class Reader {
  private readonly open: Open[] = [];
  /** The innermost object or array that is open. */
  private top: Open | undefined;
  private root: JsonNode | undefined;
  /** The root is closed: what follows is extra. */
  private done = false;
  private deep = false;
  /** What follows the root. */
  private extra: Span | undefined;
  private readonly count = { object: 0, array: 0 };
  private readonly brackets: BracketJudge;

  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly report: Report,
    private readonly longestString: number,
    mends: boolean,
  ) {
    this.brackets = mends ? new Brackets(text, this.open) : trusting;
  }

  private push(frame: Open): void {
    this.open.push(frame);
    this.count[frame.kind]++;
    this.top = frame;
    if (this.open.length > maxDepth && !this.deep) {
      this.deep = true;
      this.report('too-deep', frame.node.start, frame.node.start + 1);
    }
  }

  private pop(end: number, closed: boolean): void {
    const frame = this.open.pop();
    if (!frame) return;
    this.count[frame.kind]--;
    frame.node.end = end;
    frame.node.closed = closed;
    this.top = this.open.at(-1);
    if (!this.top) {
      this.done = true;
      return;
    }
    this.top.last = end;
    if (this.top.kind === 'object') {
      const property = this.top.node.properties.at(-1);
      if (property?.value === frame.node) property.end = end;
    }
  }

  /** Puts a value where one is expected, noting what is missing before it. */
  private attach(node: JsonNode): void {
    if (!this.top) {
      this.root = node;
      return;
    }
    if (this.top.kind === 'array') {
      if (this.top.expects === 'comma') this.report('comma-expected', this.top.last, this.top.last);
      if (this.open.length <= maxDepth) this.top.node.items.push(node);
      this.top.expects = 'comma';
      this.top.comma = -1;
      this.top.last = node.end;
      return;
    }
    const property = this.top.node.properties.at(-1);
    if (this.top.expects === 'colon' && property) this.report('colon-expected', property.key.end, property.key.end);
    if ((this.top.expects === 'colon' || this.top.expects === 'value') && property) {
      property.end = node.end;
      if (this.open.length <= maxDepth) property.value = node;
      this.top.expects = 'comma';
    } else {
      this.report(
        'key-expected',
        node.start,
        node.kind === 'object' || node.kind === 'array' ? node.start + 1 : node.end,
      );
      this.top.expects = 'comma';
    }
    this.top.comma = -1;
    this.top.last = node.end;
  }

  /** Whether a colon follows `end`; `near`: on the same line. */
  private beforeColon(end: number, near = false): boolean {
    const at = ahead(this.text, end);
    const next = this.text.charAt(at);
    return (next === ':' || next === '：') && !(near && isMultiline(this.text, { start: end, end: at }));
  }

  /** Notes what the last member lacks, if it lacks its colon or its value. */
  private reportHalf({ expects, node }: OpenObject): void {
    const property = node.properties.at(-1);
    if (!property) return;
    if (expects === 'colon') this.report('colon-expected', property.key.end, property.key.end);
    if (expects === 'value') this.report('value-expected', property.colon, property.colon + 1);
  }

  private reportUnclosed({ kind, node }: Open): void {
    this.report(kind === 'array' ? 'unclosed-array' : 'unclosed-object', node.start, node.start + 1);
  }

  /** Ends what is open before its bracket comes, since that is missing. */
  private popUnclosed(frame: Open): void {
    this.reportUnclosed(frame);
    this.brackets.settle(frame.kind, 1);
    this.pop(frame.last, false);
  }

  private takeKey(frame: OpenObject, key: JsonKey): void {
    if (frame.expects === 'comma') this.report('comma-expected', frame.last, frame.last);
    this.reportHalf(frame);
    frame.node.properties.push({ key, colon: -1, value: undefined, start: key.start, end: key.end });
    frame.expects = 'colon';
    frame.comma = -1;
    frame.last = key.end;
  }

  private takeString(): void {
    const { start, end, value, quotes, closed } = this.tokens;
    const unread = value.length > this.longestString;
    const node: JsonString = { kind: 'string', start, end, value: unread ? '' : value, quotes, closed };
    if (unread) {
      const content = contentSpan(node);
      this.report('long-string', content.start, content.end);
    }
    if (this.top?.kind === 'array') {
      if (this.beforeColon(end)) this.leaveArray(this.top, node);
    } else if (this.top) this.supplyListBefore(node);
    else if (this.beforeColon(end, true)) this.supplyRoot(start);
    if (
      this.top?.kind === 'object' &&
      (this.top.expects === 'key' || this.top.expects === 'comma' || this.beforeColon(end, true))
    )
      this.takeKey(this.top, unread ? { ...node, unread } : node);
    else this.attach(unread ? { kind: 'unread', start, end } : node);
  }

  /**
   * A key inside an array: the bracket of its object is missing, or the array was never closed and the object around it goes on. A bare word may be half an
   * action.
   */
  private leaveArray(array: OpenArray, { start, end, quotes }: JsonString): void {
    if (this.brackets.lacksObject()) {
      this.report('opening-expected', start, start + 1, '{');
      this.brackets.settle('object', -1);
      return this.enter(openObject(start, end, start));
    }
    const outer = this.open.at(-2);
    if (array.node.items.length === 0 || quotes === 'none' || outer?.kind !== 'object') return;
    if (!this.brackets.isArrayOver(end)) return;
    this.popUnclosed(array);
    outer.expects = 'key';
  }

  /** A key where the policy should begin: its first bracket is missing. */
  private supplyRoot(start: number): void {
    this.report('opening-expected', start, start + 1, '{');
    this.brackets.settle('object', -1);
    this.enter(openObject(start, start, start));
  }

  /** A second value behind the only one of a member: the bracket of their list is missing. */
  private supplyListBefore({ start }: JsonString): void {
    const property = this.brackets.listBefore(start);
    if (property) this.supplyList(property);
  }

  /** Puts the value of the last member, which stands alone, into a list whose bracket is missing. */
  private supplyList(property: OpenProperty): void {
    const { top } = this;
    const first = property.value;
    if (top?.kind !== 'object' || !first) return;
    this.report('opening-expected', first.start, first.start + 1, '[');
    this.brackets.settle('array', -1);
    const frame = openArray(first.start, first.end, [first]);
    property.value = frame.node;
    top.expects = 'comma';
    top.comma = -1;
    this.push(frame);
  }

  /** Puts an object or array where a value is expected, and goes on inside. */
  private enter(frame: Open): void {
    this.attach(frame.node);
    this.push(frame);
  }

  private takeComma(): void {
    if (!this.top) return this.report('unexpected', this.tokens.start, this.tokens.end);
    if (this.top.kind === 'object') {
      if (this.top.expects === 'key') this.report('extra-comma', this.tokens.start, this.tokens.end);
      this.reportHalf(this.top);
      this.top.expects = 'key';
    } else {
      if (this.top.expects === 'value') this.report('extra-comma', this.tokens.start, this.tokens.end);
      this.top.expects = 'value';
    }
    this.top.comma = this.tokens.start;
  }

  private takeColon(): void {
    const property =
      this.top?.kind === 'object' && this.top.expects === 'colon' ? this.top.node.properties.at(-1) : undefined;
    if (!property || this.top?.kind !== 'object') return this.report('unexpected', this.tokens.start, this.tokens.end);
    property.colon = this.tokens.start;
    property.end = this.top.last = this.tokens.end;
    this.top.expects = 'value';
  }

  /** An object begins where a key is expected: the one before it in the list was never closed. */
  private closeBeforeItem(): void {
    if (!this.top || !this.brackets.isObjectOver(this.tokens.end)) return;
    this.popUnclosed(this.top);
    const outer = this.open.at(-1);
    if (outer?.kind === 'array') outer.expects = 'value';
  }

  private takeClose(kind: Open['kind']): void {
    const { start, end } = this.tokens;
    if (this.count[kind] === 0 || this.brackets.isSuperfluousClose(kind, end)) {
      this.brackets.settle(kind, -1);
      return this.report('unexpected', start, end);
    }
    while (this.top && this.top.kind !== kind) this.popUnclosed(this.top);
    if (!this.top) return;
    if (this.top.comma >= 0) this.report('trailing-comma', this.top.comma, this.top.comma + 1);
    if (this.top.kind === 'object') this.reportHalf(this.top);
    this.pop(end, true);
  }

  private takeValue(): void {
    const { start, end } = this.tokens;
    if (this.tokens.kind === '{') {
      this.closeBeforeItem();
      const property = this.brackets.listBeforeObject();
      if (property) this.supplyList(property);
    }
    const opens = this.tokens.kind === '{' ? 'object' : this.tokens.kind === '[' ? 'array' : undefined;
    if (opens) {
      if (!this.brackets.isSuperfluousOpen(opens, end))
        return this.enter(opens === 'object' ? openObject(start, end) : openArray(start, end));
      this.brackets.settle(opens, 1);
      this.report('unexpected', start, end);
    } else if (this.tokens.kind === 'number') this.attach({ kind: 'number', start, end });
    else
      this.attach({
        kind: 'literal',
        start,
        end,
        value: this.tokens.kind === 'null' ? null : this.tokens.kind === 'true',
      });
  }

  /** Takes the current token. */
  take(): void {
    if (this.done || (!this.top && this.root)) {
      // One policy more is one mistake, whatever it holds.
      this.extra = { start: this.extra?.start ?? this.tokens.start, end: this.tokens.end };
      this.done = true;
      return;
    }
    switch (this.tokens.kind) {
      case 'string':
        return this.takeString();
      case ',':
        return this.takeComma();
      case ':':
        return this.takeColon();
      case '}':
        return this.takeClose('object');
      case ']':
        return this.takeClose('array');
      case 'rubbish':
      case 'end':
        return;
      default:
        this.takeValue();
    }
  }

  /** The text is over: closes what is open. */
  finish(): JsonNode | undefined {
    const innermost = this.top;
    if (this.extra) this.report('extra-text', this.extra.start, this.extra.end);
    if (innermost) {
      if (innermost.kind === 'object') this.reportHalf(innermost);
      this.reportUnclosed(innermost);
    }
    while (this.top) this.pop(this.text.length, false);
    return this.root;
  }
}
