/** Reads JSON: any text gives a tree, perhaps an empty one, plus problems. Half-written text keeps as much of its shape as can be told. */
import { Balance, canBegin, canFollow, goesOn, isColonAlone, isItemAhead, isKeyAhead, keyAhead } from './balance.js';
import type { Span } from '../span.js';
import { contentSpan } from './measure.js';
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

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenProperty = { key: JsonKey; colon: number; value: JsonNode | undefined; start: number; end: number };

interface OpenObject {
  readonly node: { kind: 'object'; start: number; end: number; closed: boolean; properties: OpenProperty[] };
  readonly kind: 'object';
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** Offset of the last comma when nothing has followed it yet, else -1. */
  comma: number;
  /** Where the last thing in it ends, also one that could not be taken: a missing comma belongs there. */
  last: number;
}

interface OpenArray {
  readonly node: { kind: 'array'; start: number; end: number; closed: boolean; items: JsonNode[] };
  readonly kind: 'array';
  expects: 'value' | 'comma';
  comma: number;
  last: number;
}

type Open = OpenObject | OpenArray;

/**
 * Reads `text` without recursion, so depth cannot overflow the stack, and without throwing.
 * A missing comma, colon, value or closing bracket is noted and read over. Of a text longer than `maxTextLength` only that is noted,
 * and of a string whose value has more than `longestString` UTF-16 units.
 */
export function readJson(text: string, longestString = Infinity): JsonTree {
  const problems: JsonProblem[] = [];
  const report = (kind: JsonProblemKind, start: number, end: number, what?: string, broken?: Span): void => {
    if (problems.length >= maxProblems) return;
    const stands = what ?? text.slice(start, Math.min(end, start + 40));
    problems.push({ kind, start, end, text: stands, ...(broken ? { broken } : {}) });
  };
  if (text.length > maxTextLength) {
    report('too-large', 0, 1);
    return { text, root: undefined, problems, blanks: undefined };
  }
  const tokens = readTokens(text, report);
  const reader = new Reader(text, tokens, report, longestString);
  while (tokens.kind !== 'end') {
    reader.take();
    tokens.next();
  }
  const root = reader.finish();
  if (root === undefined && problems.every(({ kind }) => kind === 'byte-order-mark' || kind === 'comment'))
    report('empty', 0, 0);
  return { text, root, problems: problems.sort((a, b) => a.start - b.start), blanks: tokens.blanks };
}

/** How many members of an object are compared with the key behind a bracket; a statement has six. More would make long objects quadratic. */
const maxMembers = 32;

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
  private readonly balance: Balance;

  constructor(
    private readonly text: string,
    private readonly tokens: Tokens,
    private readonly report: Report,
    private readonly longestString: number,
  ) {
    this.balance = new Balance(text);
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

  /** Whether a colon follows `end`. */
  private beforeColon(end: number): boolean {
    let at = end;
    while (at < this.text.length && ' \t\r\n'.includes(this.text.charAt(at))) at++;
    return this.text.charAt(at) === ':' || this.text.charAt(at) === '：';
  }

  private takeKey(frame: OpenObject, key: JsonKey): void {
    const previous = frame.node.properties.at(-1);
    if (frame.expects === 'comma') this.report('comma-expected', frame.last, frame.last);
    if (frame.expects === 'colon' && previous) this.report('colon-expected', previous.key.end, previous.key.end);
    if (frame.expects === 'value' && previous) this.report('value-expected', previous.colon, previous.colon + 1);
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
    this.supplyOpening(node);
    // A key inside an array: the array was never closed, and the object around it goes on. A bare word may be half an action.
    if (
      this.top?.kind === 'array' &&
      this.top.node.items.length > 0 &&
      node.quotes !== 'none' &&
      this.open.at(-2)?.kind === 'object' &&
      this.beforeColon(node.end) &&
      (this.balance.of('array') > 0 || !isColonAlone(this.text, node.end))
    ) {
      this.report('unclosed-array', this.top.node.start, this.top.node.start + 1);
      this.balance.settle('array', 1);
      this.pop(this.top.last, false);
      const outer = this.open.at(-1);
      if (outer?.kind === 'object') outer.expects = 'key';
    }
    if (
      this.top?.kind === 'object' &&
      (this.top.expects === 'key' || this.top.expects === 'comma' || this.beforeColon(node.end))
    )
      this.takeKey(this.top, unread ? { ...node, unread } : node);
    else this.attach(unread ? { kind: 'unread', start, end } : node);
  }

  /** Opens the object or array whose bracket is missing before a string: a key in a list, or a second value behind the first. */
  private supplyOpening({ start, end }: JsonString): void {
    const isKey = this.beforeColon(end);
    if (this.top?.kind === 'array' && isKey) {
      const parent = this.open.at(-2)?.kind;
      const last = this.top.node.items.at(-1);
      if (this.top.expects !== 'value' || (last && last.kind !== 'object') || this.balance.of('object') >= 0) return;
      if (parent !== 'object') return;
      this.report('opening-expected', start, start + 1, '{');
      this.balance.settle('object', -1);
      const node: Mutable<OpenObject['node']> = { kind: 'object', start, end, closed: false, properties: [] };
      this.attach(node);
      this.push({ kind: 'object', node, expects: 'key', comma: -1, last: start });
      return;
    }
    if (this.top?.kind !== 'object' || isKey || this.top.expects !== 'key' || this.top.comma < 0) return;
    const property = this.top.node.properties.at(-1);
    const first = property?.value;
    if (property && first?.kind === 'string' && isItemAhead(this.text, start)) this.supplyList(property, first);
  }

  /** Puts the value of a member, which stands alone, into a list whose bracket is missing. */
  private supplyList(property: OpenProperty, first: JsonNode): void {
    if (this.top?.kind !== 'object') return;
    if (this.balance.of('array') >= 0) return;
    this.report('opening-expected', first.start, first.start + 1, '[');
    this.balance.settle('array', -1);
    const node: Mutable<OpenArray['node']> = {
      kind: 'array',
      start: first.start,
      end: first.end,
      closed: false,
      items: [first],
    };
    property.value = node;
    this.top.expects = 'comma';
    this.top.comma = -1;
    this.push({ kind: 'array', node, expects: 'value', comma: -1, last: first.end });
  }

  private takeComma(): void {
    if (!this.top) return this.report('unexpected', this.tokens.start, this.tokens.end);
    if (this.top.kind === 'object') {
      const property = this.top.node.properties.at(-1);
      if (this.top.expects === 'key') this.report('extra-comma', this.tokens.start, this.tokens.end);
      if (this.top.expects === 'colon' && property) this.report('colon-expected', property.key.end, property.key.end);
      if (this.top.expects === 'value' && property) this.report('value-expected', property.colon, property.colon + 1);
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

  /** Whether the bracket at hand, which closes, is one too many: the text has more that close, and what follows goes on inside. */
  private isSuperfluousClose(kind: Open['kind']): boolean {
    const { end } = this.tokens;
    if (!this.top) return false;
    if (this.top.kind !== kind || this.isHalf()) return this.balance.of(kind) < 0;
    if (canFollow(this.text, end, this.open.at(-2)?.kind, kind) || !goesOn(this.text, end, kind)) return false;
    return this.balance.of(kind) < 0 && !this.repeatsKey(end);
  }

  /** Whether the open object has a key that still lacks its colon or its value. */
  private isHalf(): boolean {
    return this.top?.kind === 'object' && (this.top.expects === 'colon' || this.top.expects === 'value');
  }

  /** Whether the bracket at hand, which opens, is one too many: nothing of its kind can stand here, and the text has more that open. */
  private isSuperfluousOpen(kind: Open['kind']): boolean {
    const { end } = this.tokens;
    if (!this.top) return false;
    const wrong =
      this.top.kind === 'object' ? this.top.expects !== 'value' : this.top.expects === 'comma' || this.isOddItem(kind);
    const odd = kind === 'object' ? !canBegin(this.text, end) : isKeyAhead(this.text, end);
    return (wrong || odd) && this.balance.of(kind) > 0;
  }

  /** Whether the array has items, of which the last is of another kind. */
  private isOddItem(kind: Open['kind']): boolean {
    const last = this.top?.kind === 'array' ? this.top.node.items.at(-1) : undefined;
    return last !== undefined && last.kind !== kind;
  }

  /** Whether the key that follows, behind a comma or none, is in the open object already: then it is the next object's. */
  private repeatsKey(end: number): boolean {
    if (this.top?.kind !== 'object') return false;
    let at = end;
    while (at < this.text.length && ' \t\r\n,'.includes(this.text.charAt(at))) at++;
    const key = keyAhead(this.text, at);
    return (
      key !== undefined && this.top.node.properties.slice(0, maxMembers).some((property) => property.key.value === key)
    );
  }

  /** An object begins where a key is expected: the one before it in the list was never closed. */
  private closeBeforeItem(): void {
    if (this.top?.kind !== 'object' || this.top.expects !== 'key' || this.top.comma < 0) return;
    if (this.open.at(-2)?.kind !== 'array' || this.balance.of('object') <= 0 || !this.repeatsKey(this.tokens.end))
      return;
    this.report('unclosed-object', this.top.node.start, this.top.node.start + 1);
    this.balance.settle('object', 1);
    this.pop(this.top.last, false);
    const outer = this.open.at(-1);
    if (outer?.kind === 'array') outer.expects = 'value';
  }

  private takeClose(kind: Open['kind']): void {
    if (this.count[kind] === 0 || this.isSuperfluousClose(kind)) {
      this.balance.settle(kind, -1);
      return this.report('unexpected', this.tokens.start, this.tokens.end);
    }
    while (this.top && this.top.kind !== kind) {
      this.report(
        this.top.kind === 'array' ? 'unclosed-array' : 'unclosed-object',
        this.top.node.start,
        this.top.node.start + 1,
      );
      this.balance.settle(this.top.kind, 1);
      this.pop(this.top.last, false);
    }
    if (!this.top) return;
    if (this.top.comma >= 0) this.report('trailing-comma', this.top.comma, this.top.comma + 1);
    if (this.top.kind === 'object') {
      const property = this.top.node.properties.at(-1);
      if (this.top.expects === 'colon' && property) this.report('colon-expected', property.key.end, property.key.end);
      if (this.top.expects === 'value' && property) this.report('value-expected', property.colon, property.colon + 1);
    }
    this.pop(this.tokens.end, true);
  }

  private takeValue(): void {
    const { start, end } = this.tokens;
    if (this.tokens.kind === '{') {
      this.closeBeforeItem();
      const property = this.top?.kind === 'object' && this.top.comma >= 0 ? this.top.node.properties.at(-1) : undefined;
      if (property?.value?.kind === 'object') this.supplyList(property, property.value);
    }
    const opens = this.tokens.kind === '{' ? 'object' : this.tokens.kind === '[' ? 'array' : undefined;
    if (opens && this.isSuperfluousOpen(opens)) {
      this.balance.settle(opens, 1);
      return this.report('unexpected', start, end);
    }
    if (this.tokens.kind === '{') {
      const node: Mutable<OpenObject['node']> = { kind: 'object', start, end, closed: false, properties: [] };
      this.attach(node);
      this.push({ kind: 'object', node, expects: 'key', comma: -1, last: end });
    } else if (this.tokens.kind === '[') {
      const node: Mutable<OpenArray['node']> = { kind: 'array', start, end, closed: false, items: [] };
      this.attach(node);
      this.push({ kind: 'array', node, expects: 'value', comma: -1, last: end });
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
      const property = innermost.kind === 'object' ? innermost.node.properties.at(-1) : undefined;
      if (innermost.expects === 'colon' && property) this.report('colon-expected', property.key.end, property.key.end);
      else if (innermost.expects === 'value' && property)
        this.report('value-expected', property.colon, property.colon + 1);
      this.report(
        innermost.kind === 'array' ? 'unclosed-array' : 'unclosed-object',
        innermost.node.start,
        innermost.node.start + 1,
      );
    }
    while (this.top) this.pop(this.text.length, false);
    return this.root;
  }
}
