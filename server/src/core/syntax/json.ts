/** Reads JSON: any text gives a tree, perhaps an empty one, plus problems. Half-written text keeps as much of its shape as can be told. */
import { readTokens, type Tokens } from './tokens.js';
import {
  maxDepth,
  maxProblems,
  maxTextLength,
  type JsonNode,
  type JsonProblem,
  type JsonProblemKind,
  type JsonString,
  type JsonTree,
} from './tree.js';

export type * from './tree.js';
export { maxDepth, maxTextLength } from './tree.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenProperty = { key: JsonString; colon: number; value: JsonNode | undefined; start: number; end: number };

interface OpenObject {
  readonly node: { kind: 'object'; start: number; end: number; closed: boolean; properties: OpenProperty[] };
  readonly kind: 'object';
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** Offset of the last comma when nothing has followed it yet, else -1. */
  comma: number;
}

interface OpenArray {
  readonly node: { kind: 'array'; start: number; end: number; closed: boolean; items: JsonNode[] };
  readonly kind: 'array';
  expects: 'value' | 'comma';
  comma: number;
}

type Open = OpenObject | OpenArray;

/**
 * Reads `text` without recursion, so depth cannot overflow the stack, and without throwing.
 * A missing comma, colon, value or closing bracket is noted and read over. Of a text longer than `maxTextLength` only that is noted.
 */
export function readJson(text: string): JsonTree {
  const problems: JsonProblem[] = [];
  const report = (kind: JsonProblemKind, start: number, end: number, what?: string): void => {
    if (problems.length < maxProblems)
      problems.push({ kind, start, end, text: what ?? text.slice(start, Math.min(end, start + 40)) });
  };
  if (text.length > maxTextLength) {
    report('too-large', 0, 1);
    return { text, root: undefined, problems, blanks: undefined };
  }
  const tokens = readTokens(text, report);
  const reader = createReader(text, tokens, report);
  while (tokens.kind !== 'end') {
    reader.take();
    tokens.next();
  }
  const root = reader.finish();
  if (root === undefined && problems.every(({ kind }) => kind === 'byte-order-mark' || kind === 'comment'))
    report('empty', 0, 0);
  return { text, root, problems: problems.sort((a, b) => a.start - b.start), blanks: tokens.blanks };
}

function createReader(
  text: string,
  tokens: Tokens,
  report: (kind: JsonProblemKind, start: number, end: number, what?: string) => void,
) {
  const open: Open[] = [];
  let top: Open | undefined;
  let root: JsonNode | undefined;
  let done = false;
  let deep = false;
  const count = { object: 0, array: 0 };

  /** Where the last thing in `frame` ends: a missing comma belongs there. */
  function lastEnd(frame: Open): number {
    const last = frame.kind === 'object' ? frame.node.properties.at(-1) : frame.node.items.at(-1);
    return last?.end ?? frame.node.start + 1;
  }

  function push(frame: Open): void {
    open.push(frame);
    count[frame.kind]++;
    top = frame;
    if (open.length > maxDepth && !deep) {
      deep = true;
      report('too-deep', frame.node.start, frame.node.start + 1);
    }
  }

  function pop(end: number, closed: boolean): void {
    const frame = open.pop();
    if (!frame) return;
    count[frame.kind]--;
    frame.node.end = end;
    frame.node.closed = closed;
    top = open.at(-1);
    if (!top) done = true;
    else if (top.kind === 'object') {
      const property = top.node.properties.at(-1);
      if (property?.value === frame.node) property.end = end;
    }
  }

  /** Puts a value where one is expected, noting what is missing before it. */
  function attach(node: JsonNode): void {
    if (!top) {
      root = node;
      return;
    }
    if (top.kind === 'array') {
      if (top.expects === 'comma') report('comma-expected', lastEnd(top), lastEnd(top));
      if (open.length <= maxDepth) top.node.items.push(node);
      top.expects = 'comma';
      top.comma = -1;
      return;
    }
    const property = top.node.properties.at(-1);
    if (top.expects === 'colon' && property) report('colon-expected', property.key.end, property.key.end);
    if ((top.expects === 'colon' || top.expects === 'value') && property) {
      property.end = node.end;
      if (open.length <= maxDepth) property.value = node;
      top.expects = 'comma';
    } else {
      report('key-expected', node.start, node.kind === 'object' || node.kind === 'array' ? node.start + 1 : node.end);
      top.expects = 'comma';
    }
    top.comma = -1;
  }

  const beforeColon = (end: number): boolean => {
    let at = end;
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
    return text.charAt(at) === ':' || text.charAt(at) === '：';
  };

  function takeKey(frame: OpenObject, key: JsonString): void {
    const previous = frame.node.properties.at(-1);
    if (frame.expects === 'comma') report('comma-expected', lastEnd(frame), lastEnd(frame));
    if (frame.expects === 'colon' && previous) report('colon-expected', previous.key.end, previous.key.end);
    if (frame.expects === 'value' && previous) report('value-expected', previous.colon, previous.colon + 1);
    frame.node.properties.push({ key, colon: -1, value: undefined, start: key.start, end: key.end });
    frame.expects = 'colon';
    frame.comma = -1;
  }

  function takeString(): void {
    const node: JsonString = {
      kind: 'string',
      start: tokens.start,
      end: tokens.end,
      value: tokens.value,
      quotes: tokens.quotes,
      closed: tokens.closed,
    };
    // A key inside an array: the array was never closed, and the object around it goes on. A bare word may be half an action.
    if (
      top?.kind === 'array' &&
      top.node.items.length > 0 &&
      node.quotes !== 'none' &&
      open.at(-2)?.kind === 'object' &&
      beforeColon(node.end)
    ) {
      report('unclosed-array', top.node.start, top.node.start + 1);
      pop(lastEnd(top), false);
      const outer = open.at(-1);
      if (outer?.kind === 'object') outer.expects = 'key';
    }
    if (top?.kind === 'object' && (top.expects === 'key' || top.expects === 'comma' || beforeColon(node.end)))
      takeKey(top, node);
    else attach(node);
  }

  function takeComma(): void {
    if (!top) return report('unexpected', tokens.start, tokens.end);
    if (top.kind === 'object') {
      const property = top.node.properties.at(-1);
      if (top.expects === 'key') report('extra-comma', tokens.start, tokens.end);
      if (top.expects === 'colon' && property) report('colon-expected', property.key.end, property.key.end);
      if (top.expects === 'value' && property) report('value-expected', property.colon, property.colon + 1);
      top.expects = 'key';
    } else {
      if (top.expects === 'value') report('extra-comma', tokens.start, tokens.end);
      top.expects = 'value';
    }
    top.comma = tokens.start;
  }

  function takeColon(): void {
    const property = top?.kind === 'object' && top.expects === 'colon' ? top.node.properties.at(-1) : undefined;
    if (!property || top?.kind !== 'object') return report('unexpected', tokens.start, tokens.end);
    property.colon = tokens.start;
    property.end = tokens.end;
    top.expects = 'value';
  }

  function takeClose(kind: Open['kind']): void {
    if (count[kind] === 0) return report('unexpected', tokens.start, tokens.end);
    while (top && top.kind !== kind) {
      report(top.kind === 'array' ? 'unclosed-array' : 'unclosed-object', top.node.start, top.node.start + 1);
      pop(lastEnd(top), false);
    }
    if (!top) return;
    if (top.comma >= 0) report('trailing-comma', top.comma, top.comma + 1);
    if (top.kind === 'object') {
      const property = top.node.properties.at(-1);
      if (top.expects === 'colon' && property) report('colon-expected', property.key.end, property.key.end);
      if (top.expects === 'value' && property) report('value-expected', property.colon, property.colon + 1);
    }
    pop(tokens.end, true);
  }

  function takeValue(): void {
    const { start, end } = tokens;
    if (tokens.kind === '{') {
      const node: Mutable<OpenObject['node']> = { kind: 'object', start, end, closed: false, properties: [] };
      attach(node);
      push({ kind: 'object', node, expects: 'key', comma: -1 });
    } else if (tokens.kind === '[') {
      const node: Mutable<OpenArray['node']> = { kind: 'array', start, end, closed: false, items: [] };
      attach(node);
      push({ kind: 'array', node, expects: 'value', comma: -1 });
    } else if (tokens.kind === 'number') attach({ kind: 'number', start, end });
    else attach({ kind: 'literal', start, end, value: tokens.kind === 'null' ? null : tokens.kind === 'true' });
  }

  /** Takes the current token. */
  function take(): void {
    if (done || (!top && root)) {
      if (!done || tokens.kind !== 'rubbish') report('extra-text', tokens.start, tokens.end);
      done = true;
      return;
    }
    switch (tokens.kind) {
      case 'string':
        return takeString();
      case ',':
        return takeComma();
      case ':':
        return takeColon();
      case '}':
        return takeClose('object');
      case ']':
        return takeClose('array');
      case 'rubbish':
      case 'end':
        return;
      default:
        takeValue();
    }
  }

  /** The text is over: closes what is open. */
  function finish(): JsonNode | undefined {
    const innermost = top;
    if (innermost) {
      const property = innermost.kind === 'object' ? innermost.node.properties.at(-1) : undefined;
      if (innermost.expects === 'colon' && property) report('colon-expected', property.key.end, property.key.end);
      else if (innermost.expects === 'value' && property) report('value-expected', property.colon, property.colon + 1);
      report(
        innermost.kind === 'array' ? 'unclosed-array' : 'unclosed-object',
        innermost.node.start,
        innermost.node.start + 1,
      );
    }
    while (top) pop(text.length, false);
    return root;
  }

  return { take, finish };
}
